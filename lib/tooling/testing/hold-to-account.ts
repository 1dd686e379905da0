// Compares what a post's page shows with what its source says.
import { readPage } from '@/lib/tooling/testing/page-truth';
import { plainText, readSource, type SourcePicture } from '@/lib/tooling/testing/source-truth';

/** A picture beside a post, measured. Pixels. */
export interface BesidePicture {
  readonly name: string;
  readonly width: number;
  readonly height: number;
}

/**
 * Every difference between a post's source and its page, a line each.
 *
 * @param html the page, or its drawn body alone.
 * @param beside the pictures that lie beside the source.
 * @param docs where site paths lead that are not ours.
 */
export function findDifferences(
  source: string,
  html: string,
  beside: readonly BesidePicture[],
  { docs, isOurs }: { docs: string; isOurs: (path: string) => boolean },
): string[] {
  const said = readSource(source);
  const shown = readPage(html);
  const differences: string[] = [];
  if (shown.title && shown.title !== plainText(said.title)) differences.push(`title: "${shown.title}"`);
  differences.push(...inOrder('heading', said.headings.map(plainText), shown.headings));
  // A fence that nothing follows, as at the end of a quote, is a block without text.
  const written = shown.code.filter((each) => each !== '');
  differences.push(...inOrder('code', said.code, written));
  if (said.videos !== shown.videos) differences.push(`videos: ${said.videos} in the source, ${shown.videos} shown`);

  const hrefs = new Map<string, number>();
  for (const href of shown.links) hrefs.set(bareHref(href), (hrefs.get(bareHref(href)) ?? 0) + 1);
  for (const link of [...said.links, ...said.quotes]) {
    const wanted = bareHref(link.startsWith('/') && !isOurs(link) ? docs + link : link);
    const left = hrefs.get(wanted) ?? 0;
    if (left === 0) differences.push(`link: ${link} is missing`);
    else hrefs.set(wanted, left - 1);
  }

  let places = 0;
  for (const picture of said.pictures) {
    const found = findBeside(picture, beside);
    if (!found) {
      places += 1;
      continue;
    }
    const drawn = shown.pictures.filter(({ src }) => decodeURI(src).endsWith(`/${found.name}`));
    const width = Math.min(picture.width ?? found.width, found.width);
    const height = Math.round((found.height * width) / found.width);
    if (drawn.length === 0) differences.push(`picture: ${found.name} is missing`);
    else if (!drawn.some((each) => each.width === width && each.height === height)) {
      const sizes = drawn.map((each) => `${each.width} × ${each.height}`).join(' and ');
      differences.push(`picture: ${found.name} is ${sizes}, not ${width} × ${height}`);
    }
  }
  if (places !== shown.places) differences.push(`pictures not here: ${places} in the source, ${shown.places} shown`);
  const stray = /\{\{[<%]|[<%>]\}\}|HAHAHUGO|\{#[\w-]+\}|[\u{F0000}-\u{FFFFD}]/u.exec(shown.text);
  if (stray) differences.push(`text: "${stray[0]}" shows`);
  return differences;
}

function inOrder(what: string, said: readonly string[], shown: readonly string[]): string[] {
  const length = Math.max(said.length, shown.length);
  for (let index = 0; index < length; index += 1) {
    const [one, other] = [said[index], shown[index]];
    if (one !== other) return [`${what} ${index + 1}: "${one}" in the source, "${other}" shown`];
  }
  return [];
}

/** An address as two spellings of it are the same: decoded, without the final slash. */
function bareHref(href: string): string {
  const decoded = href.replace(/%[0-9a-f]{2}/gi, (code) => {
    try {
      return decodeURIComponent(code);
    } catch {
      return code;
    }
  });
  return decoded.replace(/\/(?=$|[?#])/, '').replace(/&amp;/g, '&');
}

function findBeside({ name, isPart }: SourcePicture, beside: readonly BesidePicture[]): BesidePicture | undefined {
  const wanted = name.replace(/^\.\//, '');
  return beside.find((each) => (isPart ? each.name.includes(wanted) : each.name === wanted));
}
