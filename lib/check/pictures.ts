// Files beside a post must be what their names say, of a bearable size, and harmless.
import { readFile } from 'node:fs/promises';
import type { Diagnostic, Place } from '@/lib/base/diagnostic';
import { mediaNames } from '@/lib/base/media';
import { nearest } from '@/lib/base/nearest';
import type { ServedFile } from '@/lib/base/served-file';
import { fileType } from '@/lib/check/picture-type';
import { svgFileFault } from '@/lib/check/svg';
import type { Post } from '@/lib/content/posts';
import type { LocatedData } from '@/lib/content/yaml';
import { measure } from '@/lib/output/pictures/pictures';

/** The most that a file beside a post may hold. Bytes. */
const largest = 2_000_000;

/** The most that a side of a picture may have. Pixels. */
const longestSide = 8_000;

/**
 * A problem for each file beside a post that is no picture, another kind of one than its name says, too large or harmful,
 * and for an `image:` that is not there.
 */
export async function checkPictures(post: Post, located?: LocatedData): Promise<Diagnostic[]> {
  const problems: Diagnostic[] = [];
  const { image } = post;
  const pictures = post.files.filter((file) => file.type.startsWith('image/'));
  if (image && !pictures.some((file) => file.name === image)) {
    const near = nearest(
      image,
      pictures.map(({ name }) => name),
    );
    problems.push({
      file: post.shownFile,
      ...(located?.placeOf(['image']) ?? { line: 1, column: 1 }),
      severity: 'error',
      code: 'picture/missing',
      message: `the picture "${image}" of "image:" is not beside the post`,
      fix: near ? `did you mean "${near}"?` : `put it at ${pathBeside(post, image)}, or correct the name`,
    });
  }
  for (const file of post.files) {
    const fault = await findFault(file);
    if (!fault) continue;
    // A picture under a wrong name is shown all the same; only what is written for this site must be right in that too.
    const severity = fault.code === 'picture/misnamed' && post.format === 'md' ? 'warning' : 'error';
    problems.push({ line: 1, column: 1, ...fault, file: pathBeside(post, file.name), severity });
  }
  return problems;
}

/** Where a file of a post lies or belongs, as the author knows the content folder. */
export function pathBeside(post: Pick<Post, 'shownFile'>, name: string): string {
  return `${post.shownFile.replace(/(?:\/index)?\.mdx?$/, '')}/${name}`;
}

type FileFault = Partial<Place> & Pick<Diagnostic, 'code' | 'message' | 'fix'>;

async function findFault(file: ServedFile): Promise<FileFault | undefined> {
  if (file.size > largest) {
    const message = `this file has ${(file.size / 1_000_000).toFixed(1)} MB, and ${largest / 1_000_000} MB are the most`;
    return { code: 'picture/size', message, fix: 'scale it down, or save it in a denser format such as WebP' };
  }
  const bytes = await readFile(file.absolute);
  if (file.type === 'image/svg+xml') {
    const fault = svgFileFault(bytes);
    return fault && { ...fault, code: 'picture/svg' };
  }
  const again = 'save it again as PNG, JPEG, WebP or SVG';
  const found = fileType(bytes);
  if (found !== undefined && found !== file.type) {
    const message = `this file is ${mediaNames[found]}, and its name says ${mediaNames[file.type]}`;
    const isPicture = found.startsWith('image/') && file.type.startsWith('image/');
    const fix = 'give it the ending of what it is, or save it again';
    return { code: isPicture ? 'picture/misnamed' : 'picture/type', message, fix };
  }
  if (file.type === 'application/pdf') {
    return found ? undefined : { code: 'picture/type', message: 'this is no PDF', fix: 'save it again as PDF' };
  }
  const unreadable: FileFault = {
    code: 'picture/unreadable',
    message: 'this is no picture that can be read',
    fix: again,
  };
  if (found === undefined) return unreadable;
  // Only here: it is much to load, and most posts that are checked alone have no picture.
  const { default: sharp } = await import('sharp');
  // Read from the head alone: what says that it is huge is never unpacked.
  const head = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => undefined);
  if (!head || head.width < 1 || head.height < 1) return unreadable;
  const { width, height } = head;
  if (Math.max(width, height) > longestSide) {
    const message = `this picture is ${width} × ${height} pixels large`;
    return { code: 'picture/dimensions', message, fix: `scale it down to ${longestSide} pixels a side at most` };
  }
  return measure(file).then(
    () => undefined,
    () => unreadable,
  );
}
