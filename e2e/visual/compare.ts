// Measures the difference between two small pictures, and decides whether this machine can compare screenshots.
import { execFileSync } from 'node:child_process';
import sharp from 'sharp';

/** The environment of the stored screenshots. Text looks different with other fonts or another browser. */
export const environment = {
  platform: 'linux',
  /** Chromium's major version. */
  browser: '156',
  /** What `fc-match` answers for two of our families. */
  serif: 'DejaVu Serif',
  sans: 'DejaVu Sans',
} as const;

/** Why pictures cannot be compared here, in a sentence; undefined where they can. @param version of the browser. */
export function environmentFault(version: string): string | undefined {
  const here = {
    platform: process.platform,
    browser: version.split('.')[0] ?? '',
    serif: fontFor('Cambria'),
    sans: fontFor('system-ui'),
  };
  const other = (Object.keys(environment) as (keyof typeof environment)[]).filter(
    (key) => here[key] !== environment[key],
  );
  if (other.length === 0) return undefined;
  const differences = other.map((key) => `${key} "${here[key]}" where it was "${environment[key]}"`);
  return `skipped: the stored pictures were made elsewhere: ${differences.join(', ')}`;
}

function fontFor(family: string): string {
  try {
    return execFileSync('fc-match', ['-f', '%{family}', family], { encoding: 'utf8' });
  } catch {
    return 'unknown';
  }
}

/** How much one channel may differ before a pixel counts as changed, of 255. */
const noticed = 40;

/** Which part of two pictures differs, from 0 to 1; 1 for pictures of different size. */
export async function differingPart(a: Buffer, b: Buffer): Promise<number> {
  const [first, second] = await Promise.all(
    [a, b].map((picture) =>
      sharp(picture).removeAlpha().toColourspace('srgb').raw().toBuffer({ resolveWithObject: true }),
    ),
  );
  if (!first || !second || first.data.length !== second.data.length || first.info.width !== second.info.width) return 1;
  const pixels = first.data.length / 3;
  let changed = 0;
  for (let pixel = 0; pixel < pixels; pixel++) {
    const differs = [0, 1, 2].some((channel) => {
      const at = 3 * pixel + channel;
      return Math.abs((first.data[at] ?? 0) - (second.data[at] ?? 0)) > noticed;
    });
    if (differs) changed++;
  }
  return changed / pixels;
}
