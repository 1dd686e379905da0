// docs/content-problems.md, made from what is known of each code: `npx tsx lib/check/codes-document.ts` writes it.
import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { codes, exampleSite } from '@/lib/check/codes';
import { nameOf } from '@/lib/content/hidden-characters';
import type { CodeEntry, Example, ExampleFile } from '@/lib/kinds/codes';

/** Where the document lies, from the root of the repository. */
export const documentPath = 'docs/content-problems.md';

/** The document's text. */
export function renderDocument(): string {
  return [
    '# What `npm run check` finds',
    '',
    '<!-- Made from lib/check/codes.ts and from the kinds of entry: change these, then run npx tsx lib/check/codes-document.ts -->',
    '',
    'A problem prints as `path:line:col: error|warning code: message (fix: …)`. Errors stop a build; warnings stop',
    '`npm run check -- --strict`, which this project’s own CI runs. `npm run check -- --fix` repairs line ends, byte-order',
    'marks, wrong decoding and trailing spaces in front matter. Each code, with something wrong and the nearest that is right:',
    '',
    ...codes.flatMap(renderCode),
  ].join('\n');
}

function renderCode({ code, about, wrong, right }: CodeEntry): string[] {
  const examples =
    Object.keys(wrong).length === 0 ? [] : [...renderExample('Wrong', wrong), ...renderExample('Right', right)];
  return [`## ${code.replace('*', '\\*')}`, '', about, '', ...examples];
}

function renderExample(title: string, example: Example): string[] {
  const files = Object.keys(example).length > 0 ? example : { 'projects.yaml': exampleSite['projects.yaml'] ?? '' };
  return Object.entries(files).flatMap(([path, file], index) => {
    const heading = index === 0 ? `${title}: \`${path}\`` : `and \`${path}\``;
    if (typeof file !== 'string') return [`${heading}, ${noteOf(file)}.`, ''];
    const text = showHidden(file).trimEnd();
    const language = /\.([a-z]+)$/.exec(path)?.[1] ?? '';
    const fence = text.includes('```') ? '````' : '```';
    return [`${heading}`, '', `${fence}${language}`, text, fence, ''];
  });
}

function noteOf(file: Exclude<ExampleFile, string>): string {
  return file.note;
}

/** Hidden characters by their names, where somebody is to see them. */
function showHidden(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is shown
  return text.replace(/[\u0000-\u0008\u200b\u200c\u202a-\u202e]/g, (character) => `⟨${nameOf(character)}⟩`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) writeFileSync(documentPath, renderDocument());
