// THE map from names in a post to components.
import type { ComponentType, ReactNode } from 'react';
import { AdopterWall } from '@/components/adopters/adopter-wall';
import { ProjectFacts } from '@/components/blog/project-facts';
import { Thanks } from '@/components/blog/thanks';
import { EcosystemList } from '@/components/ecosystem/ecosystem-list';
import { EventCard } from '@/components/events/event-card';
import { type EditionView, entryAnchor, MonthPosts, splitEvents, unplaced } from '@/components/mdx/edition';
import { Video } from '@/components/mdx/video';
import { PersonCard } from '@/components/people/person-card';
import { ReleaseCallout } from '@/components/releases/release-callout';
import { Callout } from '@/components/ui/callout';
import { Figure, Gallery } from '@/components/ui/figure';
import { PicturePlace } from '@/components/ui/picture-place';
import { globPattern } from '@/lib/base/glob';
import type { Placements } from '@/lib/mdx/placements';
import { parseVideo } from '@/lib/mdx/videos';
import type { ComponentName } from '@/lib/mdx/vocabulary';

interface Text {
  readonly children?: ReactNode;
}

interface BoxProps extends Text {
  readonly title?: string;
}

/**
 * The components of one post.
 *
 * @param edition what the post may place: its entries and pictures, ready to be shown.
 * @param placements what its text places one by one, so that `<Events />` places the rest; read while drawing.
 */
export function createMdxComponents(edition: EditionView, placements: Placements) {
  const { releases, events, people, pictures } = edition;
  const named = {
    Release({ id, children }: Text & { id: string }) {
      const release = releases.get(id);
      return (
        release && (
          <ReleaseCallout release={release} anchor={entryAnchor('releases', id)}>
            {children}
          </ReleaseCallout>
        )
      );
    },
    Releases() {
      return unplaced('releases', releases, placements).map((release) => (
        <ReleaseCallout key={release.id} release={release} anchor={entryAnchor('releases', release.id)} />
      ));
    },
    Event({ id, children }: Text & { id: string }) {
      const event = events.get(id);
      return (
        event && (
          <EventCard event={event} anchor={entryAnchor('events', id)}>
            {children}
          </EventCard>
        )
      );
    },
    Events() {
      return <EventCards events={splitEvents(edition, placements).others} />;
    },
    Meetings() {
      return <EventCards events={splitEvents(edition, placements).meetings} />;
    },
    Adopters() {
      return <AdopterWall adopters={[...edition.adopters.values()]} anchorOf={(id) => entryAnchor('adopters', id)} />;
    },
    Ecosystem() {
      return (
        <EcosystemList
          entries={[...edition.ecosystem.values()]}
          rank={4}
          anchorOf={(id) => entryAnchor('ecosystem', id)}
        />
      );
    },
    Person({ id, children }: Text & { id: string }) {
      const person = people.get(id);
      return (
        person && (
          <PersonCard person={person} anchor={entryAnchor('people', id)}>
            {children}
          </PersonCard>
        )
      );
    },
    Posts() {
      return <MonthPosts posts={edition.posts} />;
    },
    Thanks() {
      return <Thanks people={edition.contributors} anchor="entry-contributors" />;
    },
    ProjectFacts() {
      return <ProjectFacts facts={edition.facts} />;
    },
    Prompt,
    Note,
    Warning,
    Security,
    Figure({ src, alt, children }: Text & { src: string; alt: string }) {
      return (
        <Figure picture={pictures.get(src)} alt={alt}>
          {children}
        </Figure>
      );
    },
    Video({ url, title, poster }: { url: string; title: string; poster?: string }) {
      const source = parseVideo(url);
      return (
        source && <Video {...source} title={title} poster={poster === undefined ? undefined : pictures.get(poster)} />
      );
    },
    Gallery({ match, order, row }: { match?: string; order?: string; row?: string }) {
      const pattern = globPattern(match ?? '*');
      const shown = [...pictures]
        .filter(([name, { resource = name }]) => pattern.test(name) || pattern.test(resource))
        .map(([name, picture]) => ({ name, picture }));
      return (
        <Gallery pictures={order === 'desc' ? shown.reverse() : shown} rowHeight={row ? Number(row) : undefined} />
      );
    },
    // biome-ignore lint/suspicious/noExplicitAny: each component has attributes of its own, which lib/mdx/rules.ts has checked
  } satisfies Record<ComponentName, ComponentType<any>>;
  return {
    ...named,
    callout: Callout,
    'picture-place': PicturePlace,
    // What Hugo's shortcodes become in Markdown files, whose elements have small letters.
    'shortcode-video': named.Video,
    'shortcode-gallery': named.Gallery,
  };
}

function Prompt({ children }: Text) {
  return (
    <Callout kind="important" title="To write">
      {children}
    </Callout>
  );
}

function Note(props: BoxProps) {
  return <Callout kind="note" {...props} />;
}

function Warning(props: BoxProps) {
  return <Callout kind="warning" {...props} />;
}

function Security(props: BoxProps) {
  return <Callout kind="security" {...props} />;
}

function EventCards({
  events,
}: {
  events: EditionView['events'] extends ReadonlyMap<string, infer View> ? readonly View[] : never;
}) {
  return (
    <div className="cards">
      {events.map((event) => (
        <EventCard key={event.id} event={event} anchor={entryAnchor('events', event.id)} />
      ))}
    </div>
  );
}
