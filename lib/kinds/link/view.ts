// From a link to what is shown of it: cards, feeds and mail read this one view.
import { toDayOrMonth } from '@/lib/base/dates';
import { languageName } from '@/lib/base/language';
import { personPath, toUrl } from '@/lib/base/urls';
import { parseVideo } from '@/lib/base/videos';
import { words } from '@/lib/base/words';
import type { Entry, Lookup } from '@/lib/kinds/kind';
import type { LinkFields } from '@/lib/kinds/link/schema';

const { forms } = words.kinds.link;

export type Link = Entry<LinkFields>;

/** What is shown of a link. `about` is Markdown. */
export type LinkView = ReturnType<typeof toLinkView>;

export function toLinkView(
  { id, title, url, form, date, by = [], projects = [], language, about }: Link,
  lookup: Lookup,
) {
  const video = parseVideo(url);
  return {
    id,
    title,
    url,
    /** The site that it leads to: `example.org`. */
    host: new URL(url).hostname.replace(/^www\./, ''),
    about,
    form,
    formLabel: forms[form],
    dateText: toDayOrMonth(date),
    /** The value of `<time datetime>`. */
    datetime: date.text,
    by: by.map((name) => {
      const person = lookup.person(name);
      return { name: person?.name ?? name, url: person && toUrl(personPath(person.id)) };
    }),
    projects: projects.map((project) => lookup.project(project)?.name ?? project),
    /** The language of the title, where it is not that of the site; and its name, in the site's language. */
    language,
    languageName: language && languageName(language, words.locale),
    /** The player, of a video that plays on the page. */
    player: video && { playerHref: video.playerHref, host: video.host },
  };
}
