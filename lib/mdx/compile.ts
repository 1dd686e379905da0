// A post's body to a small program for React. The only importer of next-mdx-remote: a replacement touches this file alone.

import type { Root } from 'mdast';
import { serialize } from 'next-mdx-remote/serialize';
import type { Pluggable, Processor } from 'unified';
import type { BodyContext } from '@/lib/content/body-context';
import { remarkAlerts } from '@/lib/mdx/alerts';
import type { Format } from '@/lib/mdx/body';
import { rehypeFlatten } from '@/lib/mdx/flatten';
import { type Heading, rehypeHeadings } from '@/lib/mdx/headings';
import { rehypeHighlight } from '@/lib/mdx/highlight';
import { findPlacements, type Placement } from '@/lib/mdx/inspect';
import { rehypeLinks } from '@/lib/mdx/links';
import type { PictureSource } from '@/lib/mdx/picture';
import { rehypePictures } from '@/lib/mdx/pictures';
import { rehypeRawHtml } from '@/lib/mdx/raw-html';
import { rehypeWordCount } from '@/lib/mdx/reading-time';
import { remarkRules } from '@/lib/mdx/rules';
import { rehypeShortcodes } from '@/lib/mdx/shortcode-pictures';
import { parseBody } from '@/lib/mdx/syntax';
import { rehypeTables } from '@/lib/mdx/tables';

/** A body, compiled: plain data, which `lib/mdx/render.ts` makes React. */
export interface CompiledBody {
  /** The body of a function that returns the component which draws it. */
  readonly source: string;
  readonly headings: readonly Heading[];
  /** How many words it has, code and placed entries left out. */
  readonly words: number;
  /** What it places. */
  readonly placements: readonly Placement[];
}

/** What a body is compiled with. */
export interface CompileOptions extends PictureSource {
  readonly format: Format;
  /** Its syntax tree, where the caller has it: parsing is half of the work. It is used up. */
  readonly tree?: Root | undefined;
  /** What its shortcodes ask for. */
  readonly context?: BodyContext | undefined;
}

/**
 * Compiles a body. Nothing in it runs: expressions, imports and unknown elements are refused by `lib/mdx/rules.ts`.
 *
 * @throws {Error} where the body is not what the rules allow; `npm run check` says so with the place.
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
        remarkRehypeOptions: { footnoteLabelProperties: { className: ['sr-only'] } },
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
    // For server components: no provider that hands components down.
    true,
  );
  return { source: compiledSource, headings, words: count.words, placements };
}

/** Takes the parser's place: the tree is there already. */
function givenTree(tree: Root): Pluggable {
  return function (this: Processor) {
    this.parser = () => tree;
  };
}
