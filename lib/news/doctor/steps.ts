// The steps from a clone to a public address: the one list of them. docs/going-live.md explains each under the same number.

import { checkContent, checkIcons, checkOurContent, checkPages, checkRecord } from '@/lib/news/doctor/check-files';
import { checkCodeOwners, checkGitHub, checkHost, checkRemotes } from '@/lib/news/doctor/check-hosting';
import { checkSecurity, checkSite } from '@/lib/news/doctor/check-site';
import type { Step } from '@/lib/news/doctor/step';

export const steps: readonly Step[] = [
  {
    title: 'Clone the code',
    todo: 'Clone this repository, call its remote “upstream”, and add your own repository as “origin”.',
    check: checkRemotes,
  },
  {
    title: 'Describe your community',
    todo: 'Fill in lib/site.ts: name, origin, repository, navigation and links.',
    check: checkSite,
  },
  {
    title: 'Replace the content',
    todo: 'Delete the content of the community that you cloned from, and add a project and a post of your own.',
    check: checkOurContent,
  },
  { title: 'Replace the icons', todo: 'Put your own icons into public/.', check: checkIcons },
  {
    title: 'Name the reviewers',
    todo: 'Put your own teams into .github/CODEOWNERS.',
    check: checkCodeOwners,
  },
  {
    title: 'Say where to report vulnerabilities',
    todo: 'Fill in “security” in lib/site.ts, and renew its date once a year.',
    check: checkSecurity,
  },
  {
    title: 'Adapt the pages about the repository',
    todo: 'Write your own code of conduct and the first lines of README.md.',
    check: checkPages,
  },
  { title: 'Check the content', todo: 'Run npm run check until it reports no errors.', check: checkContent },
  {
    title: 'Set up the repository on GitHub',
    todo: 'Create the labels, and turn on what the workflows need.',
    check: checkGitHub,
  },
  { title: 'Publish the site', todo: 'Choose a host, and let it build the main branch.', check: checkHost },
  {
    title: 'Publish scheduled posts',
    todo: 'Give the address of your host’s deploy hook to the schedule workflow.',
    check: () => ({
      problems: [],
      unseen: 'Is the secret DEPLOY_HOOK_URL set? Without it, a scheduled post appears with your next commit.',
    }),
  },
  {
    title: 'Record the published addresses',
    todo: 'Run npm run check -- --record once the site is public, and commit the file.',
    check: checkRecord,
  },
];
