// The generators whose sites can be imported, in the order in which a checkout is tried.
import type { Checkout } from '@/lib/news/import/checkout';
import { astro } from '@/lib/news/import/generators/astro';
import { docusaurus } from '@/lib/news/import/generators/docusaurus';
import type { Generator } from '@/lib/news/import/generators/generator';
import { hugo } from '@/lib/news/import/generators/hugo';
import { jekyll } from '@/lib/news/import/generators/jekyll';
import { markdown } from '@/lib/news/import/generators/markdown';
import { mkdocs } from '@/lib/news/import/generators/mkdocs';
import { pelican } from '@/lib/news/import/generators/pelican';
import { zola } from '@/lib/news/import/generators/zola';

/** Those that a file of their own shows come first; plain Markdown is what remains. */
export const generators: readonly Generator[] = [docusaurus, astro, pelican, mkdocs, zola, hugo, jekyll, markdown];

/** What a checkout is of, and by which file. */
export interface Detected {
  readonly generator: Generator;
  readonly file: string;
}

/** Finds out which of some generators a checkout is of. @returns undefined where it has no posts of any. */
export async function detectGenerator(
  checkout: Checkout,
  tried: readonly Generator[] = generators,
): Promise<Detected | undefined> {
  for (const generator of tried) {
    const file = await generator.detect(checkout);
    if (file !== undefined) return { generator, file };
  }
  return undefined;
}
