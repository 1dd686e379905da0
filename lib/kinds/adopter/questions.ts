// What `news new adopter` asks.

import { projectIds, type Recipe, sendPullRequest, thisMonth } from '@/lib/kinds/recipe';

export const adopterRecipe: Partial<Recipe> = {
  example: '--name "Volvo Cars" --url https://www.volvocars.com/ --project flux --json',
  questions: [
    { flag: 'name', type: 'line', required: true, ask: 'What is the organisation called?', example: 'Volvo Cars' },
    { flag: 'url', type: 'line', required: true, ask: 'What is its website?', example: 'https://www.volvocars.com/' },
    {
      flag: 'project',
      field: 'projects',
      type: 'lines',
      required: true,
      ask: 'Which projects does it use?',
      choices: projectIds,
      example: 'flux',
    },
    { flag: 'joined', type: 'line', ask: 'When did it join? (a day or a month)', initial: thisMonth },
    { flag: 'kind', type: 'line', ask: 'What kind of organisation is it?', example: 'Manufacturer' },
    { flag: 'about', type: 'line', ask: 'What does it do with the projects, in a sentence?' },
    { flag: 'story', type: 'line', ask: 'Where is a case study?', example: 'https://example.org/story' },
    { flag: 'logo', type: 'line', onlyFlag: true, ask: 'The file name of its logo in content/adopters/.' },
  ],
  next: (id) => [
    `If there is a logo, save it as content/adopters/${id}.svg (at most 50 kB), and name it in "logo:".`,
    sendPullRequest,
  ],
};
