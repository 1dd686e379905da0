// The content that a new community begins with: one project and one post.
import { slugify } from '@/lib/base/address';
import { toYaml } from '@/lib/content/entry-text';
import type { Answers } from '@/lib/news/init/answers';

/** A file of the content folder that stays: how an edition begins. */
export const editionTemplate = 'content/templates/monthly-update.mdx';

/** The files by their paths from the root. @param instant today. */
export function starterContent(answers: Answers, instant: Date): ReadonlyMap<string, string> {
  const day = instant.toISOString().slice(0, 10);
  const [year, month] = day.split('-');
  return new Map([
    ['content/projects.yaml', projectsFile(answers)],
    [`content/blog/${year}/${month}/welcome.md`, welcome(answers, day)],
  ]);
}

/** The project that the site is about, as far as its name says what that is. */
function projectsFile({ name, about, colour, repository }: Answers): string {
  const project = name.replace(/(?: Community)? News$/i, '').trim() || name;
  const slug = slugify(project);
  const id = /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(slug) ? slug : 'project';
  const fields = { id, name: project, about, repository: repository.url, color: colour };
  return `# yaml-language-server: $schema=../.schemas/projects.json\n${toYaml({ projects: [fields] })}`;
}

function welcome({ about, lang }: Answers, day: string): string {
  const isEnglish = /^en\b/i.test(lang);
  const fields = {
    title: 'Welcome',
    description: about,
    date: day,
    tags: ['community'],
    ...(isEnglish ? {} : { lang: 'en' }),
  };
  return `---
${toYaml(fields)}---

This is the first post of our new site. Change it, or write your own next to it:

\`\`\`sh
npm run news -- new post
\`\`\`

[Subscribe](/subscribe/) to hear about the next one.
`;
}
