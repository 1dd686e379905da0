// The pages' own scripts, bundled once, named by their content so that they may be cached for ever.
import { createHash } from 'node:crypto';
import { build } from 'esbuild';

/** A bundled script. */
export interface OwnScript {
  /** Its file name, `elements.<hash>.js`. */
  readonly name: string;
  readonly code: string;
}

/** What pages load. */
export interface OwnScripts {
  /** Runs before a page is drawn, so it holds only what would flash otherwise: the choice of colours. */
  readonly head: OwnScript;
  /** The custom elements, a module that runs after the page is there. */
  readonly elements: OwnScript;
  /** The search, which its own page alone loads. */
  readonly search: OwnScript;
}

let bundled: Promise<OwnScripts> | undefined;

/** Bundles the scripts, once a process; in dev each time, so that a change shows. */
export function getOwnScripts(): Promise<OwnScripts> {
  if (!bundled || process.env.NODE_ENV === 'development') bundled = bundleAll();
  return bundled;
}

async function bundleAll(): Promise<OwnScripts> {
  const [head, elements, search] = await Promise.all([
    bundle('scheme', 'components/layout/scheme.head.ts', 'iife'),
    bundle('elements', 'components/elements.ts', 'esm'),
    bundle('search', 'components/search/site-search.element.ts', 'esm'),
  ]);
  return { head, elements, search };
}

async function bundle(name: string, entry: string, format: 'iife' | 'esm'): Promise<OwnScript> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    format,
    target: 'es2022',
    legalComments: 'none',
    logLevel: 'silent',
  });
  const code = outputFiles[0]?.text ?? '';
  const hash = createHash('sha256').update(code).digest('hex').slice(0, 12);
  return { name: `${name}.${hash}.js`, code };
}
