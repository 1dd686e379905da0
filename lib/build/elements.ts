// The pages' own scripts, bundled once and named by a checksum, so that browsers may cache them forever.
import { createHash } from 'node:crypto';
import { type BuildOptions, build } from 'esbuild';
import { words } from '@/lib/base/words';

/**
 * The words of scripts, each a constant of its own, so that a script contains those alone that it uses: `scriptWords.copy`.
 * Its type is in components/ui/script-words.d.ts.
 */
const scriptWords = Object.fromEntries(
  Object.entries({ locale: words.locale, space: words.space, ...words.scripts }).map(([key, text]) => [
    `scriptWords.${key}`,
    JSON.stringify(text),
  ]),
);

let bundled: ReturnType<typeof bundleAll> | undefined;

/** Bundles the scripts, once a process; in development each time, so that a change is shown. */
export function getOwnScripts(): ReturnType<typeof bundleAll> {
  if (!bundled || process.env.NODE_ENV === 'development') bundled = bundleAll();
  return bundled;
}

async function bundleAll() {
  const [head, elements, search, contribute] = await Promise.all([
    // Runs before a page is rendered, so it contains only what would flash otherwise: the choice of colours.
    bundleNamed('scheme', 'components/layout/scheme.head.ts', 'iife'),
    // A module, which runs once the page is parsed.
    bundleNamed('elements', 'components/elements.ts', 'esm'),
    // Only the search page loads it.
    bundleNamed('search', 'components/search/site-search.element.ts', 'esm'),
    // Only the pages with forms load it.
    bundleNamed('contribute', 'components/contribute/contribution-form.element.ts', 'esm'),
  ]);
  return { head, elements, search, contribute };
}

/** @returns the code, and its file name, `elements.<checksum>.js`. */
async function bundleNamed(name: string, entry: string, format: 'iife' | 'esm') {
  const code = await bundleScript(entry, { format, minify: true });
  return { name: `${name}.${createHash('sha256').update(code).digest('hex').slice(0, 12)}.js`, code };
}

/** Bundles a script for browsers. @param entry its source, from the project's root. */
export async function bundleScript(entry: string, options: Pick<BuildOptions, 'format' | 'minify'>): Promise<string> {
  const { outputFiles } = await build({
    ...options,
    entryPoints: [entry],
    bundle: true,
    write: false,
    target: 'es2022',
    legalComments: 'none',
    charset: 'utf8',
    logLevel: 'silent',
    define: { ...scriptWords, 'process.env.NODE_ENV': JSON.stringify(process.env.NODE_ENV ?? 'production') },
  });
  return outputFiles[0]?.text ?? '';
}
