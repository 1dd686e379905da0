// How to follow the site: feeds and calendars, for people who have never used one.
import type { Metadata } from 'next';
import { authorIds } from '@/app/views/feeds';
import { pageHead } from '@/app/views/page-head';
import { tagWords } from '@/components/blog/tag-words';
import { PageTitle } from '@/components/ui/page-title';
import { calendarPath, personPath, releasePath, sectionPath, tagPath, toHref, toUrl } from '@/lib/base/urls';
import { entryOf } from '@/lib/content/community';
import { getContent } from '@/lib/content/queries';
import { ownEntryKinds } from '@/lib/kinds/index';
import { person } from '@/lib/kinds/person/kind';
import { feedFormats } from '@/lib/output/feeds/feed';

export async function generateMetadata(): Promise<Metadata> {
  return pageHead({
    title: 'Subscribe',
    description: 'Get new posts, releases and events without coming back to look: feeds and calendars, explained.',
    path: '/subscribe/',
  });
}

/** How many tags are listed here; the others have their own pages. */
const shownTags = 12;

export default async function SubscribePage() {
  const { tags, releasesByProject, community } = await getContent();
  const authors = (await authorIds()).flatMap((id) => entryOf(community, person, id) ?? []);
  const projects = [...releasesByProject].filter(([, releases]) => releases.length > 0);
  return (
    <div className="frame">
      <PageTitle title="Subscribe">
        <p>New posts, releases and events come to you. There is no account to make and no address to leave.</p>
      </PageTitle>
      <div className="prose">
        <h2 id="site-feeds">Feeds, for reading</h2>
        <p>
          A feed is a list of the latest posts that a program can read. A feed reader asks for it now and then, and
          shows you what is new, from as many sites as you like. There are readers for every phone and computer; many
          mail programs, such as Thunderbird, are one too.
        </p>
        <ol>
          <li>Install a feed reader, or open one in your browser.</li>
          <li>Choose “add feed” or “subscribe” in it.</li>
          <li>
            Paste this address: <code>{toHref('/feed.xml')}</code>
          </li>
        </ol>
        <p>
          Each post comes whole. To stop, remove the feed from your reader; nobody here knows that you followed it. If
          you were subscribed at <code>{toUrl('/blog/index.xml')}</code>, that address keeps working.
        </p>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
        <section className="table-scroll" aria-label="Feeds" tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">About</th>
                <th scope="col">Feeds</th>
              </tr>
            </thead>
            <tbody>
              <FeedRow title="Posts" folder="/" />
              <FeedRow title="Releases" folder="/releases/" />
              {projects.map(([{ id, name }]) => (
                <FeedRow key={id} title={`${name} releases`} folder={releasePath(id)} />
              ))}
              <FeedRow title="New events" folder="/events/" />
              {ownEntryKinds
                .filter(({ feed }) => feed)
                .map(({ folder, label }) => (
                  <FeedRow key={folder} title={label.section} folder={sectionPath(folder)} />
                ))}
              {[...tags.values()].slice(0, shownTags).map(({ slug, name }) => (
                <FeedRow key={slug} title={`Tag: ${tagWords(name)}`} folder={tagPath(slug)} />
              ))}
              {authors.map(({ id, name }) => (
                <FeedRow key={id} title={`By ${name}`} folder={personPath(id)} />
              ))}
            </tbody>
          </table>
        </section>
        <p>The three kinds hold the same. If your reader does not ask for one of them, take RSS.</p>
        <h2 id="site-calendars">Calendars, for coming along</h2>
        <p>
          A calendar that you subscribe to shows our events beside your own appointments, in your own time zone, and
          changes when they change. In Google Calendar choose “From URL” under “Other calendars”; in Apple Calendar “New
          Calendar Subscription” in the file menu; in Outlook “Subscribe from web”. Then paste this address:{' '}
          <code>{toHref(calendarPath())}</code>
        </p>
        <p>
          Every kind of event has a calendar of its own: see the <a href={toUrl('/events/')}>events</a>.
        </p>
      </div>
    </div>
  );
}

function FeedRow({ title, folder }: { title: string; folder: string }) {
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
