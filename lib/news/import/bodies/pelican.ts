// Pelican's addresses in braces: `{filename}`, `{static}`, `{attach}`.
import { maskCode } from '@/lib/news/import/bodies/code';
import type { Draft } from '@/lib/news/import/bodies/draft';

/** Files as paths, and categories, tags and authors as the addresses that Pelican gives them. Links to posts stay. */
export function putPelicanPaths(draft: Draft): void {
  if (!/[{|](?:filename|static|attach|author|category|tag|index|photo)[}|]/.test(draft.text)) return;
  const shown = maskCode(draft.text, { indented: true, comments: true });
  const isFile = /[{|](static|attach|photo)[}|]|[{|](filename)[}|](?=[^\s)"'>]*\.(?!md|markdown|rst|html)\w+)/g;
  draft.count(
    'Pelican paths',
    draft.replace(shown, isFile, () => ''),
  );
  const again = maskCode(draft.text, { indented: true, comments: true });
  const page = /[{|](author|category|tag)[}|]([^\s)"'>]*)|[{|]index[}|]/g;
  const done = draft.replace(again, page, ([, kind, name = '']) => {
    const slug = name
      .trim()
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '');
    return kind ? `/${kind}/${slug}.html` : '/';
  });
  draft.count('Pelican paths', done);
}
