// A post's body to React, with its contents list. The only importer of next-mdx-remote: a replacement touches this file alone.
import { compileMDX } from 'next-mdx-remote/rsc';
import type { ComponentType, ReactElement } from 'react';
import { remarkAlerts } from '@/lib/mdx/alerts';
import { type Heading, rehypeHeadings } from '@/lib/mdx/headings';
import { rehypeHighlight } from '@/lib/mdx/highlight';
import { rehypeLinks } from '@/lib/mdx/links';
import { type PictureSource, rehypePictures } from '@/lib/mdx/pictures';
import { type Placements, remarkPlacements } from '@/lib/mdx/placements';
import { rehypeRawHtml } from '@/lib/mdx/raw-html';
import { rehypeWordCount } from '@/lib/mdx/reading-time';
import { remarkRules } from '@/lib/mdx/rules';
import { type Format, remarkSyntax } from '@/lib/mdx/syntax';
import { rehypeTables } from '@/lib/mdx/tables';

/** A body, ready to be placed in a page. */
export interface CompiledBody {
  readonly content: ReactElement;
  readonly headings: readonly Heading[];
  /** How many words it has, code and placed entries left out. */
  readonly words: number;
}

/** What a body is drawn with. */
export interface CompileOptions extends PictureSource {
  readonly format: Format;
  /** Filled with what the body places, before anything is drawn. */
  readonly placements: Placements;
  // biome-ignore lint/suspicious/noExplicitAny: each component has props of its own; MDX hands them over by name
  readonly components: Readonly<Record<string, ComponentType<any>>>;
}

/**
 * Compiles a body. Nothing in it runs: expressions, imports and unknown elements are refused by `lib/mdx/rules.ts`.
 *
 * @throws {Error} where the body is not what the rules allow; `npm run check` says so with the place.
 */
export async function compileBody(body: string, options: CompileOptions): Promise<CompiledBody> {
  const { format, components, placements } = options;
  const headings: Heading[] = [];
  const count = { words: 0 };
  const { content } = await compileMDX({
    source: body,
    components: components as Record<string, ComponentType>,
    options: {
      mdxOptions: {
        format,
        remarkPlugins: [...remarkSyntax, [remarkRules, { format }], [remarkPlacements, placements], remarkAlerts],
        remarkRehypeOptions: { footnoteLabelProperties: { className: ['sr-only'] } },
        rehypePlugins: [
          ...(format === 'md' ? [rehypeRawHtml] : []),
          [rehypeWordCount, count],
          [rehypeHeadings, { headings }],
          rehypeLinks,
          [rehypePictures, options],
          rehypeHighlight,
          rehypeTables,
        ],
      },
    },
  });
  return { content, headings, words: count.words };
}
