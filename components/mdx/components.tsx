// THE map from names in a post to components.
import type { ComponentType, ReactNode } from 'react';
import { ProjectFacts } from '@/components/blog/project-facts';
import { Thanks } from '@/components/blog/thanks';
import { type EditionView, MonthPosts, type SectionView } from '@/components/mdx/edition';
import { AllEntries, OneEntry } from '@/components/mdx/entry-cards';
import { Video } from '@/components/mdx/video';
import { Callout } from '@/components/ui/callout';
import { Figure, Gallery } from '@/components/ui/figure';
import { PicturePlace } from '@/components/ui/picture-place';
import { picturesIn } from '@/lib/edition/gallery';
import { parseVideo } from '@/lib/mdx/videos';
import { type CommonComponent, type EntryComponent, entryComponents } from '@/lib/mdx/vocabulary';

interface Text {
  readonly children?: ReactNode;
}

interface BoxProps extends Text {
  readonly title?: string;
}

/** The components of one post. @param edition what the post may place, ready to be shown. */
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
      return <Gallery pictures={picturesIn(pictures, { match, order })} rowHeight={row ? Number(row) : undefined} />;
    },
    // biome-ignore lint/suspicious/noExplicitAny: each component has attributes of its own, which lib/mdx/rules.ts has checked
  } satisfies Record<CommonComponent, ComponentType<any>>;
  return {
    ...Object.fromEntries(entryComponents.map((component) => [component.name, toComponent(component, edition)])),
    ...common,
    callout: Callout,
    'picture-place': PicturePlace,
    // What Hugo's shortcodes become in Markdown files, whose elements have small letters.
    'shortcode-video': common.Video,
    'shortcode-gallery': common.Gallery,
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

/** A component that shows entries of one kind: one by its id, or those that are left. */
function toComponent({ kind, places }: EntryComponent, { sections }: EditionView) {
  const section = sections.find((each) => each.kind === kind);
  if (places === 'one') {
    return ({ id, children }: Text & { id: string }) => {
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
  return () => <AllEntries kind={kind} views={shownBy(places, section)} place="text" />;
}

function shownBy(places: 'all' | 'part', section: SectionView | undefined) {
  return (places === 'part' ? section?.part : section?.rest) ?? [];
}
