// The pages' own scripts, bundled once and named by a checksum, so that browsers may cache them forever.
import { createHash } from 'node:crypto';
import { type BuildOptions, build } from 'esbuild';

/** A bundled script. */
export interface OwnScript {
  /** Its file name, `elements.<checksum>.js`. */
  readonly name: string;
  readonly code: string;
}

/** What pages load. */
export interface OwnScripts {
  /** Runs before a page is rendered, so it contains only what would flash otherwise: the choice of colours. */
  readonly head: OwnScript;
  /** The custom elements: a module, which runs once the page is parsed. */
  readonly elements: OwnScript;
  /** The search, which only its own page loads. */
  readonly search: OwnScript;
}

let bundled: Promise<OwnScripts> | undefined;

/** Bundles the scripts, once a process; in development each time, so that a change is shown. */
export function getOwnScripts(): Promise<OwnScripts> {
  if (!bundled || process.env.NODE_ENV === 'development') bundled = bundleAll();
  return bundled;
}

async function bundleAll(): Promise<OwnScripts> {
  const [head, elements, search] = await Promise.all([
    bundleNamed('scheme', 'components/layout/scheme.head.ts', 'iife'),
    bundleNamed('elements', 'components/elements.ts', 'esm'),
    bundleNamed('search', 'components/search/site-search.element.ts', 'esm'),
  ]);
  return { head, elements, search };
}

async function bundleNamed(name: string, entry: string, format: 'iife' | 'esm'): Promise<OwnScript> {
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
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}
