// The components that a post may use, by name.
import type { ComponentType, ReactNode } from 'react';
import { ProjectFacts, Thanks } from '@/components/blog/edition-parts';
import { type EditionView, MonthPosts } from '@/components/mdx/edition';
import { AllEntries, OneEntry, PartOfEntries } from '@/components/mdx/entry-cards';
import { Callout, type CalloutKind } from '@/components/ui/callout';
import { Figure, Gallery, PicturePlace } from '@/components/ui/pictures';
import { Video } from '@/components/ui/video';
import { parseVideo } from '@/lib/base/videos';
import { words } from '@/lib/base/words';
import { pictureAt, picturesIn } from '@/lib/mdx/picture';
import { groupName } from '@/lib/mdx/placements';
import { type CommonComponent, type EntryComponent, entryComponents } from '@/lib/mdx/vocabulary';

interface Text {
  readonly children?: ReactNode;
}

const boxes = {
  Prompt: toBox('important', words.boxes.toWrite),
  Note: toBox('note'),
  Warning: toBox('warning'),
  Security: toBox('security'),
};

function toBox(kind: CalloutKind, usual?: string) {
  return ({ title = usual, children }: Text & { title?: string }) => (
    <Callout kind={kind} title={title}>
      {children}
    </Callout>
  );
}

/** The components of one post. @param edition what the post names, ready for the page. */
export function createMdxComponents(edition: EditionView) {
  const { pictures } = edition;
  const common = {
    Posts() {
      return <MonthPosts posts={edition.posts} />;
    },
    Thanks() {
      return <Thanks people={edition.contributors} anchor="entry-contributors" />;
    },
    ProjectFacts() {
      return <ProjectFacts facts={edition.facts} />;
    },
    ...boxes,
    Figure({ src, alt, children }: Text & { src: string; alt: string }) {
      return (
        <Figure picture={pictureAt(pictures, src)} alt={alt}>
          {children}
        </Figure>
      );
    },
    Video({ url, title, poster }: { url: string; title: string; poster?: string }) {
      const source = parseVideo(url);
      return (
        source && (
          <Video {...source} title={title} poster={poster === undefined ? undefined : pictureAt(pictures, poster)} />
        )
      );
    },
    Gallery({ match, order, row }: { match?: string; order?: string; row?: string }) {
      return <Gallery pictures={picturesIn(pictures, { match, order })} rowHeight={row ? Number(row) : undefined} />;
    },
    // biome-ignore lint/suspicious/noExplicitAny: each component has its own attributes, which lib/mdx/rules.ts has checked
  } satisfies Record<CommonComponent, ComponentType<any>>;
  return {
    ...Object.fromEntries(entryComponents.map((component) => [component.name, toComponent(component, edition)])),
    ...common,
    callout: Callout,
    'picture-place': PicturePlace,
    // What Hugo's shortcodes become in Markdown files, where names of elements are lower-case.
    'shortcode-video': common.Video,
    'shortcode-gallery': common.Gallery,
  };
}

/** A component that shows entries of one kind: one by its id, or those that are not placed one by one. */
function toComponent({ name, kind, isPart }: EntryComponent, { sections }: EditionView) {
  const section = sections.find((each) => each.kind === kind);
  const Entries = isPart ? PartOfEntries : AllEntries;
  return ({ id, when, children }: Text & { id?: string; when?: string }) => {
    if (id === undefined) {
      return <Entries kind={kind} views={section?.lists.get(groupName(name, when)) ?? []} place="text" />;
    }
    const view = section?.named.get(id);
    return (
      view && (
        <OneEntry kind={kind} view={view}>
          {children}
        </OneEntry>
      )
    );
  };
}
