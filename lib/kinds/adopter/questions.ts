// What `news new adopter` asks.

import { toId } from '@/lib/base/entry-id';
import { listOf, projectIds, type Recipe, sendPullRequest, textOf, thisMonth } from '@/lib/kinds/recipe';

export const adopterRecipe: Recipe = {
  sample: { name: 'An organisation', url: 'https://example.org', projects: ['flux'] },
  example: '--name "Volvo Cars" --url https://www.volvocars.com/ --project flux --json',
  questions: [
    { flag: 'name', type: 'line', required: true, ask: 'What is the organisation called?', example: 'Volvo Cars' },
    { flag: 'url', type: 'line', required: true, ask: 'Where is its web site?', example: 'https://www.volvocars.com/' },
    { flag: 'project', type: 'lines', required: true, ask: 'What does it use?', choices: projectIds, example: 'flux' },
    { flag: 'joined', type: 'line', ask: 'When did it come forward? (a day or a month)', initial: thisMonth },
    { flag: 'kind', type: 'line', ask: 'What sort of organisation is it?', example: 'Manufacturer' },
    { flag: 'about', type: 'line', ask: 'What does it do with the projects, in a sentence?' },
    { flag: 'story', type: 'line', ask: 'Where is a case study?', example: 'https://example.org/story' },
    { flag: 'logo', type: 'line', onlyFlag: true, ask: 'The file name of its logo, which lies in content/adopters/.' },
  ],
  toFields: (answers) => ({
    name: textOf(answers, 'name'),
    url: textOf(answers, 'url'),
    logo: textOf(answers, 'logo'),
    projects: listOf(answers, 'project'),
    joined: textOf(answers, 'joined'),
    kind: textOf(answers, 'kind'),
    about: textOf(answers, 'about'),
    story: textOf(answers, 'story'),
  }),
  toId: (answers) => toId(textOf(answers, 'name') ?? ''),
  next: (id) => [
    `Put a logo beside it if there is one (content/adopters/${id}.svg, at most 50 kB), and name it in "logo:".`,
    sendPullRequest,
  ],
};
