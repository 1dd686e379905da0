// What `news new adopter` asks, and the file that a newcomer fills in.
import { type OwnRecipe, sendPullRequest, thisMonth } from '@/lib/kinds/recipe';

export const adopterRecipe: OwnRecipe = {
  example: '--name "Volvo Cars" --url https://www.volvocars.com/ --project tool --json',
  questions: [
    { flag: 'name', ask: 'What is the organisation called?', example: 'Volvo Cars' },
    { flag: 'url', ask: 'What is its website?', example: 'https://www.volvocars.com/' },
    { flag: 'project', field: 'projects', ask: 'Which projects does it use?', example: 'tool' },
    { flag: 'joined', ask: 'When did it join? (a day or a month)', initial: thisMonth },
    { flag: 'kind', ask: 'What kind of organisation is it?', example: 'Manufacturer' },
    { flag: 'about', ask: 'What does it do with the projects, in a sentence?' },
    { flag: 'story', ask: 'What is the URL of a case study?', example: 'https://example.org/story' },
    { flag: 'logo', onlyFlag: true, ask: 'The file name of its logo in content/adopters/.' },
  ],
  next: (id) => [
    `If there is a logo, save it as content/adopters/${id}.svg (at most 50 kB), and set "logo:" to its file name.`,
    sendPullRequest,
  ],
};

/** What the code host's new-file form begins with. */
export const adopterTemplate = `# yaml-language-server: $schema=../../.schemas/adopter.json
name: Your organisation
url: https://your-organisation.example/
# What you use: the ids of content/projects.yaml.
projects:
  - the-project
# Optional: the month in which you add this.
# joined: YYYY-MM
# Optional: what you do with it, in a sentence; a case study.
# about: Runs all of its clusters with it.
# story: https://your-organisation.example/story
`;
