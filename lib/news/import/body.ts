// Converts the body of a post of another generator to the Markdown of this site.

import { mediaType } from '@/lib/base/media';
import { putCallouts, putColonBoxes, putIndentedBoxes, putSlashBoxes } from '@/lib/news/import/bodies/boxes';
import { maskCode } from '@/lib/news/import/bodies/code';
import { Draft } from '@/lib/news/import/bodies/draft';
import { filesOf, PostFiles } from '@/lib/news/import/bodies/files';
import { putHtml, splitMarkdownInHtml } from '@/lib/news/import/bodies/html';
import { htmlToMarkdown } from '@/lib/news/import/bodies/html-post';
import { putJsx } from '@/lib/news/import/bodies/jsx';
import { putLinks } from '@/lib/news/import/bodies/links';
import { putLiquid } from '@/lib/news/import/bodies/liquid';
import {
  cleanFences,
  dropAttributes,
  dropContents,
  dropKramdown,
  putAbbreviations,
  putCodeLanguages,
  putEmbeds,
  putMaterial,
  putWikiLinks,
} from '@/lib/news/import/bodies/markup';
import { putPelicanPaths } from '@/lib/news/import/bodies/pelican';
import { rstToMarkdown } from '@/lib/news/import/bodies/rst';
import { settle } from '@/lib/news/import/bodies/settle';
import { matchedByShortcodes, putHugo, putZola } from '@/lib/news/import/bodies/templates';
import { cleanCharacters, escapeShortcodes } from '@/lib/news/import/bodies/text';
import type { BodySource, ConvertedBody, GeneratorName } from '@/lib/news/import/source';

/** Converts a body. It depends on nothing but what it is given and the files of the site. */
export async function convertBody(source: BodySource): Promise<ConvertedBody> {
  const { site, post } = source;
  const draft = new Draft(post);
  const files = new PostFiles(site, post);
  cleanCharacters(draft);
  if (site.generator !== 'hugo') escapeShortcodes(draft);
  if (post.syntax === 'rst') {
    putPelicanPaths(draft);
    rstToMarkdown(draft);
  } else {
    dialects[site.generator](draft, source);
    if (post.syntax === 'html') htmlToMarkdown(draft);
  }
  putHtml(draft);
  if (Object.keys(draft.changes).length > 0) joinBlankLines(draft);
  await putLinks(draft, source, files);
  const names = await filesOf(site, post);
  for (const name of matchedByShortcodes(draft.text, names)) if (mediaType(name)) await files.take(name);
  settle(draft, [...files.copied.keys()]);
  const pictures: Record<string, string> = {};
  for (const written of source.pictures) {
    const name = await files.take(written);
    if (name !== undefined) pictures[written] = name;
  }
  for (const [kind, times] of Object.entries(files.changes)) draft.count(kind, times);
  const body = draft.text.replace(/^(?:[ \t]*\n)+|\s+$/g, '');
  return {
    body: body === '' ? '' : `${body}\n`,
    changes: draft.changes,
    files: [...files.copied.values()],
    pictures,
    problems: draft.problems,
  };
}

/** What was left out may leave several empty lines. */
function joinBlankLines(draft: Draft): void {
  const shown = maskCode(draft.text, { indented: true });
  draft.replace(shown, /(?<=^|[^\n])\n(?:[ \t]*\n){2,}(?![\ufdd7\n]|[ \t]*\ufdd7)/g, () => '\n\n');
}

type Dialect = (draft: Draft, source: BodySource) => void;

/** What each generator adds to Markdown, in the order in which it must be read. */
const dialects: Readonly<Record<GeneratorName, Dialect>> = {
  hugo(draft, source) {
    putHugo(draft, source);
    putCallouts(draft);
    dropAttributes(draft);
  },
  jekyll(draft, source) {
    putLiquid(draft, source);
    dropKramdown(draft);
    if (draft.post.syntax === 'html') return;
    dropAttributes(draft);
    putAbbreviations(draft);
    splitMarkdownInHtml(draft);
    cleanFences(draft);
  },
  docusaurus(draft) {
    cleanFences(draft);
    putJsx(draft);
    putColonBoxes(draft);
  },
  astro(draft) {
    cleanFences(draft);
    if (draft.post.syntax === 'mdx') putJsx(draft);
    putColonBoxes(draft);
  },
  mkdocs(draft, { resolveLink }) {
    putSlashBoxes(draft);
    pythonMarkdown(draft);
    putMaterial(draft);
    putWikiLinks(draft, (name) => resolveLink(`${name}.md`) ?? resolveLink(name));
  },
  zola(draft) {
    putZola(draft);
    cleanFences(draft);
  },
  pelican(draft) {
    putPelicanPaths(draft);
    pythonMarkdown(draft);
  },
  markdown(draft, { resolveLink }) {
    if (draft.post.syntax === 'mdx') putJsx(draft);
    putColonBoxes(draft);
    putIndentedBoxes(draft);
    putCallouts(draft);
    cleanFences(draft);
    putEmbeds(draft);
    putWikiLinks(draft, (name) => resolveLink(`${name}.md`) ?? resolveLink(name));
  },
};

function pythonMarkdown(draft: Draft): void {
  putIndentedBoxes(draft);
  putCodeLanguages(draft);
  dropAttributes(draft);
  dropContents(draft);
  putAbbreviations(draft);
  splitMarkdownInHtml(draft);
  cleanFences(draft);
}
