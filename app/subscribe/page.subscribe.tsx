// How to follow the site with feeds and calendars, for people who have never used one.

import { pageHead } from '@/app/views/cards';
import { authorIds } from '@/app/views/feeds';
import { tagWords } from '@/components/blog/post-header';
import { Sentence } from '@/components/ui/inline';
import { PageTitle } from '@/components/ui/page-parts';
import { SubscribeByMail } from '@/components/ui/subscribe-by-mail';
import { hasSection, sectionTexts } from '@/lib/base/sections';
import { calendarPath, personPath, releasePath, sectionPath, tagPath, toHref, toUrl } from '@/lib/base/urls';
import { words } from '@/lib/base/words';
import { entryOf } from '@/lib/content/community';
import { getContent } from '@/lib/content/queries';
import { kinds } from '@/lib/kinds/index';
import { person } from '@/lib/kinds/person/kind';
import { feedFormats } from '@/lib/output/feeds/feed';
import { site } from '@/lib/site';

const { title, lead, description } = sectionTexts.subscribe;
const said = words.subscribe;
const { mailForm } = site;

export const generateMetadata = () => pageHead({ title, description, path: '/subscribe/' });

/** How many tags are listed here; the others have their own pages. */
const shownTags = 12;

interface FeedLinks {
  readonly title: string;
  /** The path to which the file name of each format is added. */
  readonly folder: string;
}

export default async function SubscribePage() {
  const feeds = await listFeeds();
  return (
    <div className="frame">
      <PageTitle title={title}>
        <p>{mailForm ? (site.sections.subscribe?.lead ?? said.leadWithMail) : lead}</p>
      </PageTitle>
      <div className="prose">
        {mailForm && <SubscribeByMail {...mailForm} />}
        <h2 id="site-feeds">{said.feed}</h2>
        <p>{said.feedAbout}</p>
        <ol>
          <li>{said.install}</li>
          <li>{said.choose}</li>
          <li>
            <Sentence words={said.paste}>
              <code>{toHref('/feed.xml')}</code>
            </Sentence>
          </li>
        </ol>
        <p>
          <Sentence words={said.feedMore}>
            <code>{toUrl('/blog/index.xml')}</code>
          </Sentence>
        </p>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
        <section className="table-scroll" aria-label={said.feeds} tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">{said.content}</th>
                <th scope="col">{said.feeds}</th>
              </tr>
            </thead>
            <tbody>
              {feeds.map((feed) => (
                <FeedRow key={feed.folder} {...feed} />
              ))}
            </tbody>
          </table>
        </section>
        <p>{said.formats}</p>
        {hasSection('events') && <Calendars />}
      </div>
    </div>
  );
}

function Calendars() {
  return (
    <>
      <h2 id="site-calendars">{said.calendar}</h2>
      <p>
        <Sentence words={said.calendarAbout}>
          <code>{toHref(calendarPath())}</code>
        </Sentence>
      </p>
      <p>
        <Sentence words={said.calendarKinds}>
          <a href={toUrl('/events/')}>{sectionTexts.events.title}</a>
        </Sentence>
      </p>
    </>
  );
}

/** The feeds of the site: of its sections, of the most used tags, and of authors. */
async function listFeeds(): Promise<FeedLinks[]> {
  const { tags, releasesByProject, community } = await getContent();
  const authors = (await authorIds()).flatMap((id) => entryOf(community, person, id) ?? []);
  const projects = [...releasesByProject].filter(([, releases]) => releases.length > 0);
  const others = kinds.filter(({ name, feed }) => feed && name !== 'release' && name !== 'event');
  return [
    { title: said.posts, folder: '/' },
    ...(hasSection('releases') ? [{ title: sectionTexts.releases.title, folder: '/releases/' }] : []),
    ...projects.map(([{ id, name }]) => ({ title: words.releases.of(name), folder: releasePath(id) })),
    ...(hasSection('events') ? [{ title: words.events.feed, folder: '/events/' }] : []),
    ...others.map(({ folder, label }) => ({ title: label.section, folder: sectionPath(folder) })),
    ...[...tags.values()]
      .slice(0, shownTags)
      .map(({ slug, name }) => ({ title: words.labelled(words.tags.tag, tagWords(name)), folder: tagPath(slug) })),
    ...authors.map(({ id, name }) => ({ title: said.by(name), folder: personPath(id) })),
  ];
}

function FeedRow({ title, folder }: FeedLinks) {
  return (
    <tr>
      <th scope="row" dir="auto">
        {title}
      </th>
      <td>
        {Object.values(feedFormats).map(({ name, title: format }, index) => (
          <span key={name} className="whitespace-nowrap">
            {index > 0 && ' · '}
            <a href={toUrl(folder + name)} dir="auto" aria-label={words.labelled(title, format)}>
              {format}
            </a>
          </span>
        ))}
      </td>
    </tr>
  );
}
