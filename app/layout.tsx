// What every page has: head, navigation and footer.

import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { preload } from 'react-dom';
import { hasSection, navigation, sectionTexts } from '@/lib/base/sections';
import '@/app/globals.css';
import { buildFacts } from '@/app/views/build-facts';
import { Footer } from '@/components/layout/footer';
import { Header } from '@/components/layout/header';
import { basePath, ownOrigin, sectionPath, toUrl } from '@/lib/base/urls';
import { words } from '@/lib/base/words';
import { getOwnScripts } from '@/lib/build/elements';
import { isPreview } from '@/lib/content/visibility';
import { kinds } from '@/lib/kinds/index';
import { preloadedFonts } from '@/lib/output/design/fonts';
import { feedFormats } from '@/lib/output/feeds/feed';
import { site } from '@/lib/site';

export const metadata: Metadata = {
  metadataBase: new URL(ownOrigin()),
  title: { default: site.name, template: `%s · ${site.shortName}` },
  description: site.description,
  manifest: toUrl('/manifest.webmanifest'),
  // Phones find the larger one at the root of a host by themselves.
  icons: { icon: toUrl('/favicon.svg'), ...(basePath ? { apple: toUrl('/apple-touch-icon.png') } : {}) },
};

export const viewport: Viewport = {
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fbf9f4' },
    { media: '(prefers-color-scheme: dark)', color: '#121315' },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const { head, elements } = await getOwnScripts();
  const subscribe = site.mailForm ? words.page.subscribeWithMail : words.page.subscribe;
  const links = navigation.map(({ title, url }) => ({ title, url: toUrl(url) }));
  return (
    // A script sets the colour scheme on this element before React, in dev, compares it.
    <html lang={site.lang} dir={words.direction} suppressHydrationWarning>
      <head>
        <PreloadFonts />
        {/* Blocks rendering on purpose: it sets the colour scheme. */}
        <script src={toUrl(`/elements/${head.name}`)} />
        <FeedLinks />
        <script type="module" src={toUrl(`/elements/${elements.name}`)} />
        {/* Keeps the page up to date while somebody writes: lib/build/dev-page.browser.ts. Without `async` React would not run it
            in the page for what is missing, which the framework renders in the browser. */}
        {process.env.NODE_ENV === 'development' && <script type="module" async src={toUrl('/__news/page.js')} />}
      </head>
      <body>
        <a href="#site-main" className="skip">
          {words.page.skip}
        </a>
        <Header navigation={links} />
        <main id="site-main" tabIndex={-1}>
          {children}
        </main>
        <Footer
          more={[
            ...(hasSection('subscribe') ? [{ title: subscribe, url: toUrl('/subscribe/') }] : []),
            ...(hasSection('contribute') ? [{ title: sectionTexts.contribute.title, url: toUrl('/contribute/') }] : []),
            ...(hasSection('tags') ? [{ title: words.page.allTags, url: toUrl('/tags/') }] : []),
            ...kinds
              .map(({ label, folder }) => ({ title: label.section, url: toUrl(sectionPath(folder)) }))
              .filter(({ url }) => !links.some((entry) => entry.url === url)),
          ]}
          build={buildFacts(process.env, isPreview())}
        />
      </body>
    </html>
  );
}

/** Adds the fonts that every page loads at once to its head. As elements, the framework's pages would have them twice. */
function PreloadFonts() {
  for (const href of preloadedFonts()) preload(href, { as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' });
  return null;
}

/** The site's feeds, so that feed readers find them from any page. */
function FeedLinks() {
  return Object.values(feedFormats).map(({ name, title, type }) => (
    <link key={name} rel="alternate" type={type} title={`${site.name} (${title})`} href={toUrl(`/${name}`)} />
  ));
}
