import { isGiven, listOf, pairOf, projectIds, type Recipe, sendPullRequest, textOf, today } from '@/lib/kinds/recipe';

export const releaseRecipe: Recipe = {
  sample: { project: 'flux', version: '1.0.0' },
  example: '--project flux --version 0.27.0 --date 2022-02 --breaking "Names must be labels => Rename"',
  questions: [
    { flag: 'project', type: 'line', required: true, ask: 'Which project?', choices: projectIds, example: 'flux' },
    { flag: 'version', type: 'line', required: true, ask: 'Which version? (without a leading v)', example: '0.27.0' },
    { flag: 'date', type: 'line', ask: 'When was it released? (a day, or a month)', initial: today },
    {
      flag: 'url',
      type: 'line',
      ask: 'Where are its notes?',
      initial: ({ projects }, answers) => {
        const repository = projects.find(({ id }) => id === answers.get('project'))?.repository;
        const version = textOf(answers, 'version')?.replace(/^v(?=\d)/, '');
        return repository && `${repository.replace(/\/$/, '')}/releases/tag/v${version}`;
      },
    },
    {
      flag: 'prerelease',
      type: 'switch',
      ask: 'Is it a pre-release?',
      initial: (_, answers) => (textOf(answers, 'version')?.includes('-') ? 'yes' : undefined),
    },
    { flag: 'highlight', type: 'lines', ask: 'What is new? (a line of Markdown each)' },
    {
      flag: 'breaking',
      type: 'lines',
      ask: 'What breaks, and what is to be done? (written as "change => action")',
      example: 'Names must be DNS labels => Rename resources before upgrading',
    },
    {
      flag: 'security',
      type: 'lines',
      ask: 'What was secured? (written as "identifier: summary")',
      example: 'CVE-2021-41254: Users could run commands',
    },
    { flag: 'upgrade', type: 'markdown', ask: 'How does one upgrade, if that is worth a word? (Markdown)' },
  ],
  toFields: (answers) => ({
    project: textOf(answers, 'project'),
    version: textOf(answers, 'version')?.replace(/^v(?=\d)/, ''),
    date: textOf(answers, 'date'),
    prerelease: isGiven(answers, 'prerelease'),
    url: textOf(answers, 'url'),
    highlights: listOf(answers, 'highlight'),
    breaking: listOf(answers, 'breaking')?.map((line) => pairOf(line, '=>', 'change', 'action')),
    security: listOf(answers, 'security')?.map((line) => pairOf(line, ': ', 'id', 'summary')),
    upgrade: textOf(answers, 'upgrade'),
  }),
  toId(answers) {
    const { project, version } = releaseRecipe.toFields(answers);
    return `${project}-${version}`.toLowerCase().replaceAll('+', '-');
  },
  next: (id) => [
    `Name it in the month's edition ("releases: [${id}]"), or let "npm run news -- draft" do so.`,
    sendPullRequest,
  ],
};
