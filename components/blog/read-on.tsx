// What to read after a post: the previous and the next edition, and related posts.
import { Section } from '@/components/ui/section';

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

export function ReadOn({ previousEdition, nextEdition, related }: ReadOnProps) {
  return (
    <>
      {(previousEdition || nextEdition) && (
        <nav aria-label="Editions" className="no-print mt-12 max-w-5xl">
          <ul>
            {previousEdition && <Item label="Previous edition" {...previousEdition} />}
            {nextEdition && <Item label="Next edition" {...nextEdition} />}
          </ul>
        </nav>
      )}
      {related.length > 0 && (
        <Section id="site-related" title="Related posts" className="no-print mt-12 max-w-5xl">
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
      {label && <span className="label">{label}: </span>}
      <a href={url} className="inline-flex min-h-11 items-center wrap-anywhere" dir="auto" lang={lang}>
        {title}
      </a>
    </li>
  );
}
