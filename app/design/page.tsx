// The look, shown: every token with its measured contrast, and every component in every state. In dev and previews only.
import { readFile } from 'node:fs/promises';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import {
  adopters,
  arabic,
  covers,
  ecosystem,
  event,
  events,
  longest,
  past,
  people,
  post,
  posts,
  release,
  releases,
} from '@/app/design/samples';
import { AdopterWall } from '@/components/adopters/adopter-wall';
import { AdoptersOverTime } from '@/components/adopters/adopters-over-time';
import { LeadPost } from '@/components/blog/lead-post';
import { AgeNotice, HiddenBanner } from '@/components/blog/notices';
import { Pagination } from '@/components/blog/pagination';
import { PlainFacts } from '@/components/blog/plain-facts';
import { PostList } from '@/components/blog/post-list';
import { Thanks } from '@/components/blog/thanks';
import { YearGlance } from '@/components/blog/year-glance';
import { EcosystemList } from '@/components/ecosystem/ecosystem-list';
import { EventAgenda } from '@/components/events/event-agenda';
import { EventCard } from '@/components/events/event-card';
import { EventInvitation } from '@/components/events/event-invitation';
import { PersonCard } from '@/components/people/person-card';
import { ReleaseCallout } from '@/components/releases/release-callout';
import { ReleaseList } from '@/components/releases/release-list';
import { Callout } from '@/components/ui/callout';
import { Cover } from '@/components/ui/cover';
import { EmptyState } from '@/components/ui/empty-state';
import { Figure, Gallery } from '@/components/ui/figure';
import { Logo } from '@/components/ui/logo';
import { PageTitle } from '@/components/ui/page-title';
import { toHref, toUrl } from '@/lib/base/urls';
import { isPreview } from '@/lib/content/visibility';
import { type MeasuredPair, measurePairs, parseTokens } from '@/lib/output/design/tokens';

export const metadata: Metadata = {
  title: 'Design',
  robots: { index: false },
  alternates: { canonical: toHref('/design/') },
};

const links = { google: '#google', outlook: '#outlook', office365: '#office', apple: '#apple' };

export default async function DesignPage() {
  if (!isPreview()) notFound();
  const tokens = parseTokens(await readFile('app/globals.css', 'utf8'));
  const pairs = measurePairs(tokens);
  return (
    <div className="frame">
      <PageTitle title="Design">
        <p>
          Tokens, and every component in every state. Motion is the change from page to page and nothing else, and none
          where readers want less of it; there are no shadows.
        </p>
      </PageTitle>

      <Part id="colours" title="Colours">
        <ul className="catalogue">
          {tokens.colors.map(({ name, light, dark }) => (
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
      </Part>
      <Part id="contrast" title="Contrast, measured">
        <Contrasts pairs={pairs} />
      </Part>
      <Part id="type" title="Type and space">
        {tokens.sizes
          .filter(({ name }) => /^text-\w+$/.test(name))
          .map(({ name }) => (
            <svg key={name} width="100%" height="72" aria-hidden="true">
              <text y="56" fontSize={`var(--${name})`} fill="currentColor">
                {name} The month set large
              </text>
            </svg>
          ))}
        <Scrolling label="Sizes">
          <table>
            <tbody>
              {tokens.sizes.map(({ name, value }) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  <td>
                    <code>{value}</code>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scrolling>
      </Part>
      <Part id="mark" title="Mark and covers">
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
      </Part>

      <Part id="lead" title="Lead">
        <LeadPost post={post}>
          <PlainFacts
            facts={['releases', 'events', 'adopters', 'ecosystem', 'people', 'contributors'].map((kind, index) => ({
              text: `${index + 1} ${kind}`,
              url: `#entry-${kind}`,
            }))}
          />
        </LeadPost>
        <LeadPost post={{ ...post, title: longest, cover: undefined }} />
        <LeadPost post={{ ...post, title: arabic, description: arabic, lang: 'ar' }} />
      </Part>
      <Part id="posts" title="Posts: many, longest, right to left, Chinese, draft, scheduled">
        <PostList posts={posts} rank={3} />
        <Pagination page={2} pages={3} newerUrl="#newer" olderUrl="#older" />
      </Part>
      <Part id="year" title="A year in figures">
        <YearGlance
          groups={[
            { one: 'edition', many: 'editions', all: 'All posts', url: '#posts', items: [] },
            ...['release', 'event', 'new adopter'].map((one, index) => ({
              one,
              many: `${one}s`,
              all: 'All of them',
              url: '#all',
              items: [longest, arabic, 'A short one'].slice(index).map((title) => ({ title, url: `#${one}` })),
            })),
          ]}
        />
      </Part>
      <Part id="notices" title="Notices: old, draft, scheduled, nothing yet">
        <AgeNotice date={post.date} docs="#docs" />
        <HiddenBanner reason="draft" date={post.date} />
        <HiddenBanner reason="scheduled" date={post.date} />
        <EmptyState contribute="#write" />
      </Part>

      <Part id="events" title="Events: to come, repeating, moved, cancelled, past, longest, right to left">
        {events.map((each) => (
          <EventCard key={each.id} event={each} />
        ))}
      </Part>
      <Part id="agenda" title="Agenda: nothing planned">
        <EventAgenda upcoming={[]} past={[past]} addHref="#add" />
      </Part>
      <Part id="invitation" title="Invitation">
        <EventInvitation event={event} times={[event, past]} links={links} editHref="#edit" rank={3} />
        <EventInvitation
          event={{ ...event, status: 'cancelled', title: longest }}
          times={[]}
          links={links}
          editHref="#edit"
          rank={3}
        />
      </Part>

      <Part id="releases" title="Releases: plain, breaking, both, security, bare, longest">
        <div className="prose">
          {releases.map((each) => (
            <ReleaseCallout key={each.id} release={each} />
          ))}
        </div>
        <ReleaseList releases={releases} withProject />
      </Part>

      <Part id="adopters" title="Adopters: many, new, with a story, longest, right to left">
        <AdopterWall adopters={adopters} />
      </Part>
      <Part id="one-adopter" title="Adopters: one">
        <AdopterWall adopters={adopters.slice(0, 1)} />
        <AdoptersOverTime points={[{ month: '2026-11', added: 1, total: 1 }]} undated={0} id="one" />
      </Part>

      <Part id="ecosystem" title="Ecosystem: one, longest, right to left">
        <EcosystemList entries={ecosystem} />
      </Part>
      <Part id="people" title="People: with roles, longest, right to left, Chinese">
        <ul className="people">
          {people.map((each) => (
            <li key={each.id}>
              <PersonCard person={each} />
            </li>
          ))}
        </ul>
        <Thanks people={people.map(({ title, url }) => ({ name: title, url }))} />
      </Part>

      <Part id="boxes" title="Boxes and pictures">
        <div className="prose">
          {['note', 'tip', 'important', 'warning', 'caution', 'security'].map((kind) => (
            <Callout key={kind} kind={kind}>
              <p>
                Words with <code>code</code> and <a href="#boxes">a place to go</a>.
              </p>
            </Callout>
          ))}
          <Figure picture={undefined} alt="What one would see" />
          <Gallery
            pictures={['first-mark', 'second-mark'].map((name) => ({
              name,
              picture: { src: toUrl('/favicon.svg'), srcSet: '', width: 32, height: 32 },
            }))}
          />
          <ReleaseCallout release={release}>
            <p>Prose in a release.</p>
          </ReleaseCallout>
        </div>
      </Part>
    </div>
  );
}

function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={`site-${id}`} className="section">
      <h2 id={`site-${id}`} className="section-title">
        {title}
      </h2>
      {children}
    </section>
  );
}

function Contrasts({ pairs }: { pairs: readonly MeasuredPair[] }) {
  return (
    <Scrolling label="Contrasts">
      <table>
        <thead>
          <tr>
            {['What', 'on what', 'light', 'dark', 'needed'].map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {pairs.map(({ front, ground, light, dark, wanted }) => (
            <tr key={`${front} ${ground}`}>
              <td>{front}</td>
              <td>{ground}</td>
              <td>{light.toFixed(1)}</td>
              <td>{dark.toFixed(1)}</td>
              <td>{wanted}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolling>
  );
}

/** A table that may be wider than the screen. */
function Scrolling({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="prose">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for what is filled in */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <div className="table-scroll" role="group" aria-label={label} tabIndex={0}>
        {children}
      </div>
    </div>
  );
}
