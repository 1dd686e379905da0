// Files about the repository: who reviews, and the first lines of README.md.
import type { Answers } from '@/lib/news/init/answers';

/** Changes one file: from its text to another. Each leaves alone what it does not find. */
type Edit = (text: string, answers: Answers) => string;

export const edits: Readonly<Record<string, Edit>> = { 'README.md': toReadme, '.github/CODEOWNERS': toCodeOwners };

/** Its title and first paragraph; without the pictures, which show another community's site. */
function toReadme(text: string, { name, about }: Answers): string {
  const escaped = (words: string) => words.replace(/[\\`*_[\]<>]/g, '\\$&');
  return text
    .replace(/^# .*\n\n(?:.+\n)+/, () => `# ${escaped(name)}\n\n${escaped(about)}\n`)
    .replace(/^<picture>\n(?:.*\n)*?<\/picture>\n+/gm, '')
    .replace(/ Here, the site is set up for [^.]*\./, '')
    .replace(/ `npm run pictures` takes the pictures above\./, '');
}

function toCodeOwners(_: string, { repository }: Answers): string {
  const { account } = repository;
  return `# Who reviews a pull request: people (@name) or teams (@${account}/team). If several lines match, the last one applies.
* @${account}
`;
}
