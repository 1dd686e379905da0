// Content without the posts that have errors, for a build with --keep-going.
import { type Diagnostic, errorsOf } from '@/lib/base/diagnostic';
import { displayPath } from '@/lib/content/files';
import type { LoadedContent } from '@/lib/content/load';

/** Content that can be built. */
export interface WithoutErrors {
  readonly content: LoadedContent;
  /** The files in `blog/` that are left out, by the paths that authors know, sorted. */
  readonly leftOut: readonly string[];
  /** Errors outside posts. The site cannot be built until they are fixed. */
  readonly errors: readonly Diagnostic[];
}

/** Leaves out every post that has an error, or that has a file with an error next to it. Its missing address is not an error. */
export function leaveOut(content: LoadedContent, errors: readonly Diagnostic[], dir: string): WithoutErrors {
  const blog = `${displayPath(dir, 'blog')}/`;
  const files = new Set(errors.map(({ file }) => file).filter((file) => file.startsWith(blog)));
  const isLeftOut = ({ shownFile, files: own }: LoadedContent['posts'][number]) =>
    files.has(shownFile) || own.some(({ absolute }) => files.has(displayPath('', absolute)));
  const posts = content.posts.filter((post) => !isLeftOut(post));
  const lost = content.posts.filter(isLeftOut).map(({ shownFile }) => shownFile);
  const { section } = content;
  return {
    content: {
      ...content,
      posts,
      section: section && files.has(section.page.shownFile) ? undefined : section,
      problems: content.problems.filter(({ severity }) => severity !== 'error'),
    },
    leftOut: [...new Set([...files, ...lost])].sort(),
    errors: errorsOf(errors).filter(
      ({ file, code }) => !file.startsWith(blog) && !/^published\/(?:gone|hidden)$/.test(code),
    ),
  };
}
