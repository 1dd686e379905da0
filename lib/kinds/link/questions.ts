// What `news new link` asks.
import { words } from '@/lib/base/words';
import { linkForms } from '@/lib/kinds/link/schema';
import { type OwnRecipe, sendPullRequest, today } from '@/lib/kinds/recipe';

export const linkRecipe: OwnRecipe = {
  example: '--title "How we run it" --url https://example.org/how --form article --date 2022-02-17 --by "Ada Lovelace"',
  questions: [
    { flag: 'url', ask: 'What is its URL?', example: 'https://example.org/how-we-run-it' },
    { flag: 'title', ask: 'What is its title?', example: 'How we run it' },
    { flag: 'form', ask: 'What is it?', choiceLabel: formLabel, initial: () => linkForms[0] },
    { flag: 'date', ask: 'When was it published? (a day or a month)', initial: today },
    { flag: 'by', ask: 'Who wrote, recorded or said it? (a name, or the id of a person)', example: 'Ada Lovelace' },
    { flag: 'project', field: 'projects', ask: 'Which projects is it about?', example: 'tool' },
    { flag: 'language', ask: 'Which language is it in, if not that of the site? (such as fr or pt-BR)', example: 'fr' },
    { flag: 'about', ask: 'What is it about, in a sentence or two? (Markdown)' },
    { flag: 'picture', onlyFlag: true, ask: 'File name of its image in content/links/.' },
  ],
  next: (id) => [
    `"npm run news -- draft" adds it to the edition of its month. To place it in the text, write <Link id="${id}" />.`,
    sendPullRequest,
  ],
};

function formLabel(form: string): string {
  const labels: Readonly<Record<string, string>> = words.kinds.link.forms;
  return labels[form] ?? form;
}
