// The kind of links: what others have written, recorded or said about the projects.

import { idPattern } from '@/lib/base/entry-id';
import { element, type HtmlNode } from '@/lib/base/html';
import { sectionTexts } from '@/lib/base/sections';
import { linkPartPath } from '@/lib/base/urls';
import { formatList, words } from '@/lib/base/words';
import { defineKind } from '@/lib/kinds/define-kind';
import { sameAddress } from '@/lib/kinds/duplicates';
import type { ListPart } from '@/lib/kinds/kind';
import { linkRecipe } from '@/lib/kinds/link/questions';
import { linkForms, linkSchema } from '@/lib/kinds/link/schema';
import { type Link, type LinkView, toLinkView } from '@/lib/kinds/link/view';

const said = words.kinds.link;

export const link = defineKind({
  name: 'link',
  folder: 'links',
  label: {
    ...said,
    one: 'link',
    many: 'links',
    section: sectionTexts.links.title,
    intro: sectionTexts.links.description,
  },
  about: 'Something that others wrote, recorded or said, links/<id>.yaml.',
  schema: linkSchema,
  field: { about: 'Links to what others have written, recorded or said, by id.', example: 'how-we-run-the-tool' },
  components: { one: { about: 'One link; the text inside takes the place of its description.' } },
  pictures: {
    field: 'picture',
    endings: ['png', 'webp', 'jpg', 'jpeg'],
    formats: 'PNG, WebP or JPEG',
    largest: 500_000,
    path: '/links/pictures/',
  },
  feed: { ...said.feed, tags: ({ form }) => [said.forms[form]] },
  announcement: {
    title: said.announced,
    form: 'list',
    item: ({ title, by = [] }, lookup) => {
      const names = by.map((name) => lookup.person(name)?.name ?? name);
      return { text: names.length > 0 ? `${title} (${formatList(names)})` : title };
    },
  },
  parts: (links, projects) => [
    ...toChoose(
      linkForms.map((id) => ({
        path: linkPartPath('form', id),
        title: said.forms[id],
        entries: links.filter(({ form }) => form === id),
      })),
    ),
    ...toChoose(
      projects.map(({ id, name }) => ({
        path: linkPartPath('project', id),
        title: name,
        entries: links.filter((entry) => entry.projects?.includes(id)),
      })),
    ),
  ],
  view: toLinkView,
  plain: (view, markdown, { alone = false, text } = {}) => [
    alone
      ? element('p', {}, element('a', { href: view.url }, view.host), words.comma + factsOf(view))
      : element('p', { className: ['entry-title'] }, element('strong', {}, linked(view)), words.comma + factsOf(view)),
    text ?? (view.about === undefined ? null : markdown.block(view.about)),
  ],
  item: (view, { inline }) => [linked(view), ` (${factsOf(view)})`, view.about ? [': ', inline(view.about)] : null],
  search(entry, lookup) {
    const { formLabel, by, projects } = toLinkView(entry, lookup);
    return { text: [formLabel, ...projects].join(words.comma), names: by.map(({ name }) => name) };
  },
  references: ({ by = [], projects = [] }) => [
    // A name has capitals or a space; what has neither is meant as an id.
    ...by.flatMap((name, index) =>
      idPattern.test(name) ? [{ to: 'person' as const, id: name, path: ['by', index] }] : [],
    ),
    ...projects.map((id, index) => ({ to: 'project' as const, id, path: ['projects', index] })),
  ],
  unique: ({ url }) => ({ url: sameAddress(url) }),
  recipe: linkRecipe,
});

/** Parts with links. One part alone would be the whole list again. */
function toChoose(parts: readonly ListPart<Link>[]): readonly ListPart<Link>[] {
  const shown = parts.filter(({ entries }) => entries.length > 0);
  return shown.length > 1 ? shown : [];
}

function linked({ title, url, language }: LinkView): HtmlNode {
  return element('a', { href: url, lang: language }, title);
}

/** What it is, of whom and when, as plain text. */
function factsOf({ formLabel, languageName, by, dateText }: LinkView): string {
  const names = formatList(by.map(({ name }) => name));
  return [formLabel, languageName, names, dateText].filter(Boolean).join(words.comma);
}
