// The commands of docs/upgrading.md, for tests that do what the page says.
import { readFileSync } from 'node:fs';

/** What Git does in each of the page's blocks of commands: for a merge, and for a copy without history. */
export function upgradeCommands() {
  const page = readFileSync('docs/upgrading.md', 'utf8');
  const [merging = [], finishing = [], connecting = []] = [...page.matchAll(/^```sh\n(.*?)^```$/gms)].map(
    ([, block = '']) => block.split('\n').filter((line) => line.startsWith('git ')),
  );
  return { merging, finishing, connecting };
}

/** Variables with which Git commits whatever the developer's settings are. */
export const gitVariables = {
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_AUTHOR_NAME: 'A',
  GIT_AUTHOR_EMAIL: 'a@a.example',
  GIT_COMMITTER_NAME: 'A',
  GIT_COMMITTER_EMAIL: 'a@a.example',
};
