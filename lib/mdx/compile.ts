// Compiles a post's body to a function for React. The only importer of next-mdx-remote, so that only this file depends on it.
import type { Root } from 'mdast';
import { serialize } from 'next-mdx-remote/serialize';
import type { Pluggable, Processor } from 'unified';
import type { BodyContext } from '@/lib/content/posts';
import { remarkAlerts } from '@/lib/mdx/alerts';
import type { Format } from '@/lib/mdx/body';
import { rehypeFlatten } from '@/lib/mdx/flatten';
import { footnoteOptions } from '@/lib/mdx/footnotes';
import { type Heading, rehypeHeadings } from '@/lib/mdx/headings';
import { rehypeHighlight } from '@/lib/mdx/highlight';
import { rehypeLinks } from '@/lib/mdx/links';
import type { PictureSource } from '@/lib/mdx/picture';
import { rehypePictures, rehypeShortcodes } from '@/lib/mdx/pictures';
import { findPlacements, type Placement } from '@/lib/mdx/placements';
import { rehypeRawHtml } from '@/lib/mdx/raw-html';
import { rehypeWordCount } from '@/lib/mdx/reading-time';
import { remarkRules } from '@/lib/mdx/rules';
import { parseBody } from '@/lib/mdx/syntax';
import { rehypeTables } from '@/lib/mdx/tables';

/** A compiled body: plain data, which `lib/mdx/render.ts` renders. */
export interface CompiledBody {
  /** The body of a function that returns the component which renders it. */
  readonly source: string;
  readonly headings: readonly Heading[];
  /** How many words it has, without code and placed entries. */
  readonly words: number;
  readonly placements: readonly Placement[];
}

/** What a body is compiled with. */
export interface CompileOptions extends PictureSource {
  readonly format: Format;
  /** Its syntax tree, where the caller has it: parsing is half of the work. It is changed. */
  readonly tree?: Root | undefined;
  /** What its shortcodes may need. */
  readonly context?: BodyContext | undefined;
}

/**
 * Compiles a body. Nothing in it runs: `lib/mdx/rules.ts` refuses expressions, imports and unknown elements.
 *
 * @throws {BodyError} where it cannot be rendered; `npm run check` reports it with its place.
 */
export async function compileBody(body: string, options: CompileOptions): Promise<CompiledBody> {
  const { format, context, tree = parseBody(body, format, context) } = options;
  const headings: Heading[] = [];
  const placements = findPlacements(tree);
  const count = { words: 0 };
  const { compiledSource } = await serialize(
    body,
    {
      mdxOptions: {
        format,
        remarkPlugins: [givenTree(tree), [remarkRules, { format }], remarkAlerts],
        remarkRehypeOptions: { ...footnoteOptions, footnoteLabelProperties: { className: ['sr-only'] } },
        rehypePlugins: [
          ...(format === 'md' ? [rehypeRawHtml] : []),
          [rehypeWordCount, count],
          [rehypeHeadings, { headings }],
          rehypeLinks,
          ...(tree.data?.shortcodes ? [[rehypeShortcodes, options] as Pluggable] : []),
          [rehypePictures, options],
          rehypeHighlight,
          rehypeTables,
          rehypeFlatten,
        ],
      },
    },
    // For server components: without a context provider for components.
    true,
  );
  return { source: compiledSource, headings, words: count.words, placements };
}

/** Replaces the parser: the tree is there already. */
function givenTree(tree: Root): Pluggable {
  return function (this: Processor) {
    this.parser = () => tree;
  };
}
