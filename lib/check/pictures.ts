// Files beside a post that are called pictures must be pictures, and drawings must be harmless.
import { readFile } from 'node:fs/promises';
import { svgFileFault } from '@/lib/check/svg';
import type { Post } from '@/lib/content/posts';
import type { Problem } from '@/lib/content/problems';
import { measure } from '@/lib/pictures/pictures';

/** A problem for each picture that cannot be read, for each drawing that could do harm, and for an `image:` that is not there. */
export async function checkPictures(post: Post): Promise<Problem[]> {
  const problems: Problem[] = [];
  const error = (file: string, code: string, message: string, fix: string, place = { line: 1, column: 1 }) =>
    problems.push({ file, ...place, severity: 'error', code, message, fix });
  const { image } = post;
  if (image && !post.files.some((file) => file.name === image && file.type.startsWith('image/'))) {
    error(
      post.shownFile,
      'picture/missing',
      `the picture "${image}" of "image:" is not beside the post`,
      'put it there, or correct the name',
    );
  }
  for (const file of post.files) {
    if (!file.type.startsWith('image/')) continue;
    const path = post.shownFile.replace(/[^/]+$/, file.name);
    const fault = file.type === 'image/svg+xml' ? svgFileFault(await readFile(file.absolute)) : undefined;
    if (fault) {
      const { line, column, message, fix } = fault;
      error(path, 'picture/svg', message, fix, { line, column });
      continue;
    }
    const readable = await measure(file).then(
      ({ width, height }) => width > 0 && height > 0,
      () => false,
    );
    if (!readable) {
      error(
        path,
        'picture/unreadable',
        'this is no picture that can be read',
        'save it again as PNG, JPEG, WebP or SVG',
      );
    }
  }
  return problems;
}
