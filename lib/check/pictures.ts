// Files next to a post, and the picture of its `image:`.
import { type Diagnostic, error, inFile } from '@/lib/base/diagnostic';
import { nearest } from '@/lib/base/nearest';
import { checkPictureFile } from '@/lib/check/picture-file';
import type { Post } from '@/lib/content/posts';
import type { LocatedData } from '@/lib/content/yaml';

const rules = { field: 'picture', largest: 2_000_000, formats: 'PNG, JPEG, WebP or SVG' };

/** Checks every file next to a post, and that there is the picture of `image:`. */
export async function checkPictures(post: Post, located?: LocatedData): Promise<Diagnostic[]> {
  const { image, shownFile } = post;
  const missing = image === undefined ? undefined : checkHasPicture(image, post);
  const found = missing ? [{ ...inFile(missing, shownFile), ...located?.placeOf(['image']) }] : [];
  for (const file of post.files) {
    const diagnostic = await checkPictureFile(file, rules, post.format);
    if (diagnostic) found.push(inFile(diagnostic, pathNextTo(post, file.name)));
  }
  return found;
}

/** Checks that a picture is next to a post. */
export function checkHasPicture(name: string, post: Post): Diagnostic | undefined {
  const names = post.files.filter(({ type }) => type.startsWith('image/')).map((file) => file.name);
  if (names.includes(name)) return undefined;
  const near = nearest(name, names);
  const fix = near ? `did you mean "${near}"?` : `put it at ${pathNextTo(post, name)}, or correct the name`;
  return error('picture/missing', `there is no picture "${name}" next to this post`, fix);
}

/** The path of a file next to a post, as the author knows it. */
function pathNextTo({ shownFile }: Pick<Post, 'shownFile'>, name: string): string {
  return `${shownFile.replace(/(?:\/index)?\.mdx?$/, '')}/${name}`;
}
