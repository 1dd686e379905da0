// The pages' own scripts: one small module, bundled once, named by its content so that it may be cached for ever.
import { createHash } from 'node:crypto';
import { build } from 'esbuild';

/** The bundled module. */
export interface ElementsModule {
  /** Its file name, `elements.<hash>.js`. */
  readonly name: string;
  readonly code: string;
}

let bundled: Promise<ElementsModule> | undefined;

/** Bundles `components/elements.ts`, once a process; in dev each time, so that a change shows. */
export function getElements(): Promise<ElementsModule> {
  if (!bundled || process.env.NODE_ENV === 'development') bundled = bundle();
  return bundled;
}

async function bundle(): Promise<ElementsModule> {
  const { outputFiles } = await build({
    entryPoints: ['components/elements.ts'],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    legalComments: 'none',
    logLevel: 'silent',
  });
  const code = outputFiles[0]?.text ?? '';
  const hash = createHash('sha256').update(code).digest('hex').slice(0, 12);
  return { name: `elements.${hash}.js`, code };
}
