// What comes after a post or an entry: where to read on, how to edit it, which posts name it.
import { EditLink } from '@/components/ui/inline';
import { Section } from '@/components/ui/page-parts';
import { words } from '@/lib/base/words';

interface Neighbour {
  readonly url: string;
  readonly title: string;
}

interface PostFooterProps {
  readonly editHref: string;
  readonly newer: Neighbour | undefined;
  readonly older: Neighbour | undefined;
}

/** The end of a post: how to edit it, and the posts before and after it. */
export function PostFooter({ editHref, newer, older }: PostFooterProps) {
  return (
    <footer className="no-print section">
      <p className="action">
        <EditLink href={editHref}>{words.post.edit}</EditLink>
      </p>
      {(newer || older) && (
        <nav aria-label={words.post.neighbours} className="neighbours">
          {older && <NeighbourLink label={words.post.older} rel="prev" {...older} />}
          {newer && <NeighbourLink label={words.post.newer} rel="next" {...newer} />}
        </nav>
      )}
    </footer>
  );
}

function NeighbourLink({ label, rel, url, title }: Neighbour & { label: string; rel: 'prev' | 'next' }) {
  return (
    <a href={url} rel={rel}>
      <span className="label">{label}</span>
      <span dir="auto">{title}</span>
    </a>
  );
}

interface Link {
  readonly url: string;
  readonly title: string;
  readonly lang: string | undefined;
}

interface ReadOnProps {
  /** Of a monthly update. */
  readonly previousEdition: Link | undefined;
  readonly nextEdition: Link | undefined;
  readonly related: readonly Link[];
}

/** What to read after a post: the previous and the next edition, and related posts. */
export function ReadOn({ previousEdition, nextEdition, related }: ReadOnProps) {
  return (
    <>
      {(previousEdition || nextEdition) && (
        <nav aria-label={words.edition.others} className="no-print mt-12 max-w-5xl">
          <ul>
            {previousEdition && <Item label={words.edition.previous} {...previousEdition} />}
            {nextEdition && <Item label={words.edition.next} {...nextEdition} />}
          </ul>
        </nav>
      )}
      {related.length > 0 && (
        <Section id="site-related" title={words.post.related} className="no-print mt-12 max-w-5xl">
          <ul>
            {related.map((link) => (
              <Item key={link.url} {...link} />
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

function Item({ label, url, title, lang }: Link & { label?: string }) {
  return (
    <li>
      {label && <span className="label">{label + words.space}</span>}
      <a href={url} className="inline-flex min-h-11 items-center wrap-anywhere" dir="auto" lang={lang}>
        {title}
      </a>
    </li>
  );
}

/** @param posts newest first. */
export function Mentions({ posts }: { posts: readonly { readonly url: string; readonly title: string }[] }) {
  if (posts.length === 0) return null;
  return (
    <section aria-labelledby="site-mentions" className="mentions">
      <h2 id="site-mentions" className="label">
        {words.post.mentionedIn}
      </h2>
      <ul>
        {posts.map(({ url, title }) => (
          <li key={url}>
            <a href={url} dir="auto">
              {title}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
