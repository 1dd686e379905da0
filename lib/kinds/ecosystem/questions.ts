// What `news new ecosystem` asks.

import { toId } from '@/lib/base/entry-id';
import { type Recipe, sendPullRequest, textOf, thisMonth } from '@/lib/kinds/recipe';

export const ecosystemRecipe: Recipe = {
  sample: { name: 'A tool', url: 'https://example.org', about: 'x', kind: 'tool' },
  example: '--name Flamingo --url https://github.com/you/it --about "Lets two work together" --kind tool',
  questions: [
    { flag: 'name', type: 'line', required: true, ask: 'What is it called?', example: 'Flamingo' },
    { flag: 'url', type: 'line', required: true, ask: 'Where does it live?', example: 'https://github.com/you/it' },
    { flag: 'about', type: 'line', required: true, ask: 'What does it do, in a sentence?' },
    {
      flag: 'kind',
      type: 'line',
      required: true,
      ask: 'What sort of thing is it? (controller, tool, extension, integration, platform, plugin)',
      initial: () => 'tool',
    },
    { flag: 'joined', type: 'line', ask: 'When was it added? (a day or a month)', initial: thisMonth },
  ],
  toFields: (answers) => ({
    name: textOf(answers, 'name'),
    url: textOf(answers, 'url'),
    about: textOf(answers, 'about'),
    kind: textOf(answers, 'kind'),
    joined: textOf(answers, 'joined'),
  }),
  toId: (answers) => toId(textOf(answers, 'name') ?? ''),
  next: () => ['The month\'s edition takes it in with "npm run news -- draft".', sendPullRequest],
};
