// The head of a post: what it is, who wrote it, when, and how long it takes.
import { Day } from '@/components/ui/day';

interface PostHeaderProps {
  readonly title: string;
  /** The language of title and description, where it is not the site's. */
  readonly lang: string | undefined;
  readonly description: string | undefined;
  readonly date: Date;
  readonly lastmod: Date | undefined;
  readonly authors: readonly { readonly name: string; readonly url: string | undefined }[];
  readonly tags: readonly string[];
  readonly minutes: number;
}

export function PostHeader({ title, lang, description, date, lastmod, authors, tags, minutes }: PostHeaderProps) {
  return (
    <header className="max-w-5xl pt-10 pb-8 md:pt-16">
      {tags.length > 0 && <p className="label text-accent">{tags.map(toWords).join(' · ')}</p>}
      <h1 className="mt-3 text-4xl font-bold tracking-tight" dir="auto" lang={lang}>
        {title}
      </h1>
      {description && (
        <p className="mt-5 max-w-measure text-xl leading-snug text-muted" dir="auto" lang={lang}>
          {description}
        </p>
      )}
      <p className="mt-6 font-sans text-sm text-muted">
        {authors.length > 0 && 'By '}
        {authors.map(({ name, url }, index) => (
          <span key={name}>
            {index > 0 && (index === authors.length - 1 ? ' and ' : ', ')}
            {url ? (
              <a href={url} rel="author">
                {name}
              </a>
            ) : (
              name
            )}
          </span>
        ))}
        {authors.length > 0 && ' · '}
        <Day date={date} /> · {minutes} min read
        {lastmod && lastmod.getTime() > date.getTime() && (
          <>
            {' '}
            · Updated <Day date={lastmod} />
          </>
        )}
      </p>
    </header>
  );
}

function toWords(tag: string): string {
  return tag.replace(/[-_]+/g, ' ').replace(/^./, (letter) => letter.toUpperCase());
}
