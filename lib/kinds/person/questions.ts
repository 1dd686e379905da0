// What `news new person` asks.
import { type Answers, listOf, type OwnRecipe, pairOf, sendPullRequest, textOf, thisMonth } from '@/lib/kinds/recipe';

const hasRole = (answers: Answers) => answers.has('role');

export const personRecipe: OwnRecipe = {
  example: '--name "Paulo Gomes" --role maintainer --project tool --since 2022-02',
  questions: [
    { flag: 'name', ask: 'What name do they use?', example: 'Paulo Gomes' },
    { flag: 'role', ask: 'What is their role? (author, maintainer or contributor)' },
    { flag: 'project', ask: 'In which project? (its id)', when: hasRole, example: 'tool' },
    { flag: 'of', ask: 'Of which part of the project?', when: hasRole, example: 'documentation' },
    { flag: 'since', ask: 'Since when? (a day or a month)', when: hasRole, initial: thisMonth },
    { flag: 'affiliation', ask: 'Where do they work?' },
    {
      flag: 'link',
      type: 'lines',
      ask: 'Which links should their page have? (write title=URL)',
      example: 'GitHub=https://github.com/example',
    },
    { flag: 'picture', onlyFlag: true, ask: 'File name of their picture in content/people/.' },
  ],
  toFields(answers) {
    const role = textOf(answers, 'role');
    const details = { project: textOf(answers, 'project'), of: textOf(answers, 'of'), since: textOf(answers, 'since') };
    const given = Object.fromEntries(Object.entries(details).filter(([, value]) => value !== undefined));
    const hasDetails = Object.keys(given).length > 0;
    return {
      name: textOf(answers, 'name'),
      // Details without a role are not one: the schema then asks for it.
      roles: role !== undefined || hasDetails ? [{ ...(role === undefined ? {} : { role }), ...given }] : undefined,
      affiliation: textOf(answers, 'affiliation'),
      links: listOf(answers, 'link')?.map((line) => pairOf(line, '=', 'title', 'url')),
      picture: textOf(answers, 'picture'),
    };
  },
  next: (id) => [`Posts credit them with "author: ${id}", editions with "people: [${id}]".`, sendPullRequest],
};
