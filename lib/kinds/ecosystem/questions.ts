// What `news new ecosystem` asks.

import { type Recipe, sendPullRequest, thisMonth } from '@/lib/kinds/recipe';

export const ecosystemRecipe: Partial<Recipe> = {
  example: '--name Flamingo --url https://github.com/you/it --about "Lets two work together" --kind tool',
  questions: [
    { flag: 'name', type: 'line', required: true, ask: 'What is it called?', example: 'Flamingo' },
    { flag: 'url', type: 'line', required: true, ask: 'What is its URL?', example: 'https://github.com/you/it' },
    { flag: 'about', type: 'line', required: true, ask: 'What does it do, in a sentence?' },
    {
      flag: 'kind',
      type: 'line',
      required: true,
      ask: 'What kind of thing is it? (controller, tool, extension, integration, platform, plugin)',
      initial: () => 'tool',
    },
    { flag: 'joined', type: 'line', ask: 'When was it added? (a day or a month)', initial: thisMonth },
  ],
  next: () => ['The month\'s edition takes it in with "npm run news -- draft".', sendPullRequest],
};
