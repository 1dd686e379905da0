// Checks the file with the mark of the site.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Diagnostic, error, warning } from '@/lib/base/diagnostic';
import { checkSvg } from '@/lib/check/svg';
import { hasPublicFile } from '@/lib/content/public-files';
import { contrast } from '@/lib/output/design/contrast';
import { type Mark, parseMark } from '@/lib/output/design/mark';
import { readTokens } from '@/lib/output/design/tokens';

/** In bytes. It is in the header of every page. */
const largest = 4_000;

/** The longer side of the drawing may be this much longer than the other: it is shown in a square. */
const mostStretched = 1.25;

/**
 * All that is wrong with the mark. Each message begins with the setting.
 *
 * @param path of the file in public/: `/mark.svg`.
 */
export async function checkMark(path: string, folder = 'public'): Promise<Diagnostic[]> {
  const report = (message: string, fix: string) => [error('design/mark', `"mark": ${message}`, fix)];
  if (!hasPublicFile(path, folder)) return report(`there is no file public${path}`, 'put the drawing there');
  const bytes = await readFile(join(folder, path));
  if (bytes.length > largest) {
    return report(`public${path} is larger than ${largest / 1000} kB`, 'simplify it: every page has it in its header');
  }
  const unsafe = await checkSvg(bytes, 'design/mark');
  if (unsafe) return report(`in line ${unsafe.line} of public${path}, ${unsafe.message}`, unsafe.fix);
  const mark = parseMark(bytes.toString('utf8'));
  if (!mark) return report(`public${path} has no viewBox`, 'add one, such as viewBox="0 0 32 32"');
  const other = /<image\b|<text\b|\sstyle=/.exec(mark.content)?.[0].replace(/\W/g, '');
  if (other) return report(`public${path} has "${other}", which is not shown everywhere`, 'draw it with shapes');
  const [, , width = 0, height = 0] = mark.viewBox.split(' ').map(Number);
  if (Math.max(width, height) > mostStretched * Math.min(width, height)) {
    return report(
      `public${path} is ${width} × ${height}, which is not a square`,
      'give its viewBox sides of one length',
    );
  }
  return checkColors(mark, path);
}

/** Of the colours of its own, one at least must be seen on the page (WCAG 2.2, 1.4.11). */
function checkColors({ colors, content }: Mark, path: string): Diagnostic[] {
  const known = colors.flatMap((color) => toHex(color) ?? []);
  const paper = readTokens().colors.find(({ name }) => name === 'paper');
  if (!paper || known.length < colors.length || known.length === 0 || /currentcolor/i.test(content)) return [];
  return (['light', 'dark'] as const)
    .filter((scheme) => known.every((color) => contrast(color, paper[scheme]) < 3))
    .map((scheme) => {
      const message = `"mark": no colour of public${path} has a contrast of 3 in the ${scheme} scheme`;
      return warning(
        'design/mark',
        message,
        'leave its colours out, or write currentColor: it is then shown in the accent colour',
      );
    });
}

function toHex(color: string): string | undefined {
  if (/^#[0-9a-f]{6}$/i.test(color)) return color;
  if (/^#[0-9a-f]{3}$/i.test(color)) return color.replace(/[0-9a-f]/gi, '$&$&');
  return { black: '#000000', white: '#ffffff' }[color.toLowerCase()];
}
