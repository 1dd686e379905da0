// What `news new release` asks.
import { type OwnRecipe, pairOf, sendPullRequest, textOf, today } from '@/lib/kinds/recipe';

const withoutV = (version: string) => version.replace(/^v(?=\d)/, '');

export const releaseRecipe: OwnRecipe = {
  example: '--project tool --version 0.27.0 --date 2022-02 --breaking "Names must be labels => Rename"',
  questions: [
    { flag: 'project', ask: 'Which project?', example: 'tool' },
    { flag: 'version', ask: 'Which version? (without a leading v)', example: '0.27.0', read: withoutV },
    { flag: 'date', ask: 'When was it released? (a day, or a month)', initial: today },
    {
      flag: 'url',
      ask: 'What is the URL of its release notes?',
      initial: ({ projects }, answers) => {
        const repository = projects.find(({ id }) => id === answers.get('project'))?.repository;
        const version = withoutV(textOf(answers, 'version') ?? '');
        return repository && `${repository.replace(/\/$/, '')}/releases/tag/v${version}`;
      },
    },
    {
      flag: 'prerelease',
      ask: 'Is it a pre-release?',
      initial: (_, answers) => (textOf(answers, 'version')?.includes('-') ? 'yes' : undefined),
    },
    { flag: 'highlight', field: 'highlights', ask: 'What is new? (one line of Markdown each)' },
    {
      flag: 'breaking',
      type: 'lines',
      ask: 'Which changes are breaking, and what should people do? ("change => action")',
      read: (line) => pairOf(line, '=>', 'change', 'action'),
      example: 'Names must be DNS labels => Rename resources before upgrading',
    },
    {
      flag: 'security',
      type: 'lines',
      ask: 'Which vulnerabilities are fixed? ("identifier: summary")',
      read: (line) => pairOf(line, ': ', 'id', 'summary'),
      example: 'CVE-2021-41254: Users could run commands',
    },
    { flag: 'upgrade', ask: 'What should people know before they upgrade? (Markdown)' },
  ],
  toId: (answers) =>
    `${textOf(answers, 'project')}-${withoutV(textOf(answers, 'version') ?? '')}`.toLowerCase().replaceAll('+', '-'),
  next: (id) => [
    `List it in the month's edition ("releases: [${id}]"), or let "npm run news -- draft" do that.`,
    sendPullRequest,
  ],
};
