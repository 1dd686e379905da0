// How to follow the site with feeds and calendars, for people who have never used one.

import { pageHead } from '@/app/views/cards';
import { authorIds } from '@/app/views/feeds';
import { tagWords } from '@/components/blog/post-header';
import { PageTitle } from '@/components/ui/page-parts';
import { hasSection, sectionTexts } from '@/lib/base/sections';
import { calendarPath, personPath, releasePath, sectionPath, tagPath, toHref, toUrl } from '@/lib/base/urls';
import { entryOf } from '@/lib/content/community';
import { getContent } from '@/lib/content/queries';
import { ownEntryKinds } from '@/lib/kinds/index';
import { person } from '@/lib/kinds/person/kind';
import { feedFormats } from '@/lib/output/feeds/feed';

const { title, lead, description } = sectionTexts.subscribe;

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
        <p>{lead}</p>
      </PageTitle>
      <div className="prose">
        <h2 id="site-feeds">Subscribe to a feed</h2>
        <p>
          A feed is a list of the latest posts in a format that programs can read. A feed reader checks it regularly and
          shows you what is new, from as many sites as you like. There are feed readers for every phone and computer,
          and some mail programs, such as Thunderbird, can read feeds too.
        </p>
        <ol>
          <li>Install a feed reader, or open one in your browser.</li>
          <li>In the reader, choose “Add feed” or “Subscribe”.</li>
          <li>
            Paste this address: <code>{toHref('/feed.xml')}</code>
          </li>
        </ol>
        <p>
          The feed contains the full text of each post. To unsubscribe, remove the feed from your reader; we do not know
          who subscribes. If you already use <code>{toUrl('/blog/index.xml')}</code>, that address keeps working.
        </p>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
        <section className="table-scroll" aria-label="Feeds" tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">Content</th>
                <th scope="col">Feeds</th>
              </tr>
            </thead>
            <tbody>
              {feeds.map((feed) => (
                <FeedRow key={feed.folder} {...feed} />
              ))}
            </tbody>
          </table>
        </section>
        <p>All three formats have the same content. If unsure, use RSS.</p>
        {hasSection('events') && <Calendars />}
      </div>
    </div>
  );
}

function Calendars() {
  return (
    <>
      <h2 id="site-calendars">Subscribe to the calendar</h2>
      <p>
        A calendar subscription shows our events next to your own appointments, in your time zone, and stays up to date.
        In Google Calendar, choose “From URL” under “Other calendars”; in Apple Calendar, “New Calendar Subscription” in
        the File menu; in Outlook, “Subscribe from web”. Then paste this address: <code>{toHref(calendarPath())}</code>
      </p>
      <p>
        Each kind of event also has its own calendar: see <a href={toUrl('/events/')}>{sectionTexts.events.title}</a>.
      </p>
    </>
  );
}

/** The feeds of the site: of its sections, of the most used tags, and of authors. */
async function listFeeds(): Promise<FeedLinks[]> {
  const { tags, releasesByProject, community } = await getContent();
  const authors = (await authorIds()).flatMap((id) => entryOf(community, person, id) ?? []);
  const projects = [...releasesByProject].filter(([, releases]) => releases.length > 0);
  const ownKinds = ownEntryKinds.filter(({ feed }) => feed);
  return [
    { title: 'Posts', folder: '/' },
    ...(hasSection('releases') ? [{ title: sectionTexts.releases.title, folder: '/releases/' }] : []),
    ...projects.map(([{ id, name }]) => ({ title: `${name} releases`, folder: releasePath(id) })),
    ...(hasSection('events') ? [{ title: 'New events', folder: '/events/' }] : []),
    ...ownKinds.map(({ folder, label }) => ({ title: label.section, folder: sectionPath(folder) })),
    ...[...tags.values()]
      .slice(0, shownTags)
      .map(({ slug, name }) => ({ title: `Tag: ${tagWords(name)}`, folder: tagPath(slug) })),
    ...authors.map(({ id, name }) => ({ title: `By ${name}`, folder: personPath(id) })),
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
            <a href={toUrl(folder + name)} aria-label={`${title}: ${format}`}>
              {format}
            </a>
          </span>
        ))}
      </td>
    </tr>
  );
}
