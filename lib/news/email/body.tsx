// A post's body as the HTML of a mail: the same text, the same headings, the same links, and nothing that needs a script.
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { toUrl } from '@/lib/base/urls';
import { capitalised } from '@/lib/base/words';
import type { Fact } from '@/lib/content/community';
import type { LoadedContent } from '@/lib/content/load';
import type { Post } from '@/lib/content/posts';
import { hasPublicFile } from '@/lib/content/public-files';
import { hiddenReason } from '@/lib/content/visibility';
import type { Event } from '@/lib/kinds/event/event';
import { compileBody } from '@/lib/mdx/compile';
import type { Heading } from '@/lib/mdx/headings';
import { renderInline } from '@/lib/mdx/markdown';
import type { Picture } from '@/lib/mdx/pictures';
import { type Placements, toPlacements } from '@/lib/mdx/placements';
import { renderBody } from '@/lib/mdx/render';
import { parseVideo } from '@/lib/mdx/videos';
import type { ComponentName } from '@/lib/mdx/vocabulary';
import {
  AdopterNames,
  EcosystemEntries,
  EventEntry,
  Names,
  PersonEntry,
  ReleaseEntry,
  type Surroundings,
} from '@/lib/news/email/entries';
import { toMailHtml } from '@/lib/news/email/html';

interface Text {
  readonly children?: ReactNode;
}

interface BoxProps extends Text {
  readonly title?: string;
}

/**
 * Draws a body.
 *
 * @param pictures those beside the post, by name.
 * @returns its HTML with absolute addresses, without styles; and its headings.
 */
export async function renderMailBody(
  post: Post,
  surroundings: Surroundings,
  pictures: ReadonlyMap<string, Picture>,
): Promise<{ html: string; headings: readonly Heading[] }> {
  const { content } = surroundings;
  const body = await compileBody(post.body, { format: post.format, pictures, hasPublicFile });
  const placements = toPlacements(body.placements);
  const entries = pickEntries(post, content, surroundings.now);
  const rest = () => leftOver(entries, placements);
  const events = (list: readonly Event[]) =>
    list.map((event) => <EventEntry key={event.id} event={event} {...surroundings} />);
  const named = {
    Release({ id, children }: Text & { id: string }) {
      const release = entries.releases.find((each) => each.id === id);
      return (
        release && (
          <ReleaseEntry release={release} {...surroundings}>
            {children}
          </ReleaseEntry>
        )
      );
    },
    Releases() {
      return rest().releases.map((each) => <ReleaseEntry key={each.id} release={each} {...surroundings} />);
    },
    Event({ id, children }: Text & { id: string }) {
      const event = entries.events.find((each) => each.id === id);
      return (
        event && (
          <EventEntry event={event} {...surroundings}>
            {children}
          </EventEntry>
        )
      );
    },
    Events() {
      return events(rest().events);
    },
    Meetings() {
      return events(rest().meetings);
    },
    Adopters() {
      return <AdopterNames adopters={entries.adopters} />;
    },
    Ecosystem() {
      return <EcosystemEntries entries={entries.ecosystem} rank={4} />;
    },
    Person({ id, children }: Text & { id: string }) {
      const person = entries.people.find((each) => each.id === id);
      return (
        person && (
          <PersonEntry person={person} {...surroundings}>
            {children}
          </PersonEntry>
        )
      );
    },
    Posts() {
      return <PostLinks posts={entries.posts} />;
    },
    Thanks() {
      return <Names names={post.coverage.contributors} content={content} />;
    },
    ProjectFacts() {
      return <Facts facts={content.community.facts} />;
    },
    Prompt(props: BoxProps) {
      return <Box title="To write" {...props} />;
    },
    Note(props: BoxProps) {
      return <Box title="Note" {...props} />;
    },
    Warning(props: BoxProps) {
      return <Box title="Warning" {...props} />;
    },
    Security(props: BoxProps) {
      return <Box title="Security" {...props} />;
    },
    Figure({ src, alt, children }: Text & { src: string; alt: string }) {
      const picture = pictures.get(src);
      return (
        <>
          {picture && (
            <p>
              <img src={picture.src} alt={alt} width={picture.width} height={picture.height} />
            </p>
          )}
          {children && <div className="small">{children}</div>}
        </>
      );
    },
    Video({ url, title }: { url: string; title: string }) {
      const video = parseVideo(url);
      return video ? (
        <p>
          <a href={video.playerHref}>Watch: {title}</a>
        </p>
      ) : null;
    },
    Gallery({ match = '*' }: { match?: string }) {
      const pattern = toPattern(match);
      return [...pictures]
        .filter(([name]) => pattern.test(name))
        .map(([name, picture]) => (
          <p key={name}>
            <img src={picture.src} alt={name} width={picture.width} height={picture.height} />
          </p>
        ));
    },
    // biome-ignore lint/suspicious/noExplicitAny: each component has attributes of its own, which lib/mdx/rules.ts has checked
  } satisfies Record<ComponentName, (props: any) => ReactNode>;
  const main = renderToStaticMarkup(renderBody(body, { ...named, callout: Callout, 'picture-place': PicturePlace }));
  const also = renderToStaticMarkup(
    <AlsoThisMonth post={post} entries={entries} placements={placements} {...surroundings} />,
  );
  return { html: toMailHtml(main + also, post), headings: body.headings };
}

function Box({ title, children }: BoxProps) {
  return (
    <div className="box">
      <p>
        <strong>{title}</strong>
      </p>
      {children}
    </div>
  );
}

function Callout({ kind, children }: Text & { kind: string }) {
  return <Box title={capitalised(kind)}>{children}</Box>;
}

function PicturePlace({ alt, href }: { alt: string; href?: string }) {
  return href ? <a href={href}>Picture: {alt || 'see it there'}</a> : <em>{alt}</em>;
}

function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <ul>
      {facts.map(({ icon, title, about }) => (
        <li key={title}>
          {icon && `${icon} `}
          <strong>{title}</strong> {renderInline(about)}
        </li>
      ))}
    </ul>
  );
}

type Entries = ReturnType<typeof pickEntries>;

function pickEntries({ coverage }: Post, { community, posts }: LoadedContent, now: Date) {
  const pick = <T extends { id: string }>(ids: readonly string[], from: readonly T[]): T[] =>
    ids.flatMap((id) => from.find((entry) => entry.id === id) ?? []);
  return {
    releases: pick(coverage.releases, community.releases),
    events: pick(coverage.events, community.events),
    people: pick(coverage.people, community.people),
    adopters: pick(coverage.adopters, community.adopters),
    ecosystem: pick(coverage.ecosystem, community.ecosystem),
    posts: coverage.posts.flatMap((url) => {
      const other = posts.find((each) => each.url === url && hiddenReason(each, now) === undefined);
      return other ?? [];
    }),
  };
}

/** What is placed by the components that place the rest: the same rule as on the site's pages. */
function leftOver({ releases, events }: Entries, { single, groups }: Placements) {
  const rest = events.filter(({ id }) => !single.has(`events/${id}`));
  const apart = ({ kind }: Event) => groups.has('Meetings') && (kind === 'meeting' || kind === 'bug-scrub');
  return {
    releases: releases.filter(({ id }) => !single.has(`releases/${id}`)),
    meetings: rest.filter(apart),
    events: rest.filter((event) => !apart(event)),
  };
}

/** What the post names and its text does not place. */
function AlsoThisMonth({
  post,
  entries,
  placements,
  ...surroundings
}: Surroundings & { post: Post; entries: Entries; placements: Placements }) {
  const { single, groups } = placements;
  const rest = leftOver(entries, placements);
  const releases = groups.has('Releases') ? [] : rest.releases;
  const events = groups.has('Events') ? [] : rest.events;
  const people = entries.people.filter(({ id }) => !single.has(`people/${id}`));
  const adopters = groups.has('Adopters') ? [] : entries.adopters;
  const ecosystem = groups.has('Ecosystem') ? [] : entries.ecosystem;
  const posts = groups.has('Posts') ? [] : entries.posts;
  const contributors = groups.has('Thanks') ? [] : post.coverage.contributors;
  if ([releases, events, people, adopters, ecosystem, posts, contributors].every((list) => list.length === 0))
    return null;
  return (
    <>
      <h2>Also this month</h2>
      {releases.map((release) => (
        <ReleaseEntry key={release.id} release={release} {...surroundings} />
      ))}
      {events.map((event) => (
        <EventEntry key={event.id} event={event} {...surroundings} />
      ))}
      {people.map((person) => (
        <PersonEntry key={person.id} person={person} {...surroundings} />
      ))}
      {adopters.length > 0 && <AdopterNames adopters={adopters} />}
      <EcosystemEntries entries={ecosystem} rank={3} />
      {posts.length > 0 && <PostLinks posts={posts} />}
      {contributors.length > 0 && (
        <>
          <h3>Thank you</h3>
          <Names names={contributors} content={surroundings.content} />
        </>
      )}
    </>
  );
}

function PostLinks({ posts }: { posts: readonly Post[] }) {
  return (
    <ul>
      {posts.map(({ url, title, description }) => (
        <li key={url}>
          <a href={toUrl(url)}>{title}</a>
          {description && `: ${description}`}
        </li>
      ))}
    </ul>
  );
}

/** `*` stands for any text without a slash, `**` for any text. */
function toPattern(match: string): RegExp {
  const escaped = match.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replace(/\*+/g, (stars) => (stars.length > 1 ? '.*' : '[^/]*'))}$`);
}
