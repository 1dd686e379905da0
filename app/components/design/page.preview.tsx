// The design system: every token with its measured contrast, and every part of pages in every state. In dev and previews only.
import type { Metadata } from 'next';
import { covers } from '@/app/components/design/entries';
import { samples } from '@/app/components/design/samples';
import { DataTable } from '@/components/ui/chart';
import { PageTitle, Section } from '@/components/ui/page-parts';
import { Cover, Logo } from '@/components/ui/pictures';
import { toHref, toUrl } from '@/lib/base/urls';
import { measurePairs, readTokens, type Tokens } from '@/lib/output/design/tokens';

export const metadata: Metadata = {
  title: 'Design',
  robots: { index: false },
  alternates: { canonical: toHref('/components/design/') },
};

export default function DesignPage() {
  const tokens = readTokens();
  const pairs = measurePairs(tokens).map(({ front, ground, light, dark, wanted }) => ({
    key: `${front} ${ground}`,
    cells: [front, ground, light.toFixed(1), dark.toFixed(1), wanted],
  }));
  return (
    <div className="frame">
      <PageTitle title="Design">
        <p>
          Tokens, and every part of pages in every state. What posts may use is on{' '}
          <a href={toUrl('/components/')}>a page of its own</a>. The only motion is the transition between pages, and
          there is none for readers who prefer reduced motion. There are no shadows.
        </p>
      </PageTitle>
      <Section id="site-colours" title="Colours">
        <Colors colors={tokens.colors} />
      </Section>
      <Section id="site-contrast" title="Measured contrast">
        <DataTable
          caption="Contrast"
          columns={['Foreground', 'Background', 'Light', 'Dark', 'Required']}
          rows={pairs}
        />
      </Section>
      <Section id="site-type" title="Type and spacing">
        <Sizes sizes={tokens.sizes} />
      </Section>
      <Section id="site-mark" title="Logo and covers">
        <div className="site-head">
          <p className="wordmark">
            <Logo />
            The name of the site
          </p>
        </div>
        <ul className="catalogue">
          {covers.map(([name, facts]) => (
            <li key={name}>
              <Cover facts={facts} />
              <p className="label">{name}</p>
            </li>
          ))}
        </ul>
      </Section>
      {samples.map(([id, title, content]) => (
        <Section key={id} id={`site-${id}`} title={title}>
          {content}
        </Section>
      ))}
    </div>
  );
}

function Colors({ colors }: Pick<Tokens, 'colors'>) {
  return (
    <ul className="catalogue">
      {colors.map(({ name, light, dark }) => (
        <li key={name}>
          <svg width="100%" height="56" aria-hidden="true">
            <rect width="50%" height="56" fill={light} />
            <rect x="50%" width="50%" height="56" fill={dark} />
          </svg>
          <p className="label">
            {name} · {light} · {dark}
          </p>
        </li>
      ))}
    </ul>
  );
}

function Sizes({ sizes }: Pick<Tokens, 'sizes'>) {
  return (
    <>
      {sizes
        .filter(({ name }) => /^text-\w+$/.test(name))
        .map(({ name }) => (
          <svg key={name} width="100%" height="72" aria-hidden="true">
            <text y="56" fontSize={`var(--${name})`} fill="currentColor">
              {name} The month in large type
            </text>
          </svg>
        ))}
      <DataTable
        caption="Sizes"
        columns={['Token', 'Value']}
        rows={sizes.map(({ name, value }) => ({ key: name, cells: [name, <code key="value">{value}</code>] }))}
      />
    </>
  );
}
