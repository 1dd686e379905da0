// The head of a post: what it is, who wrote it, when, and how long it takes.
import { headlineClass } from '@/components/blog/headline';
import { tagWords } from '@/components/blog/tag-words';
import { Cover } from '@/components/ui/cover';
import { Day } from '@/components/ui/day';
import type { CoverFacts } from '@/lib/output/pictures/cover';

interface PostHeaderProps {
  readonly title: string;
  /** The language of title and description, where it is not the site's. */
  readonly lang: string | undefined;
  readonly description: string | undefined;
  readonly date: Date;
  readonly lastmod: Date | undefined;
  readonly authors: readonly { readonly name: string; readonly url: string | undefined }[];
  readonly tags: readonly { readonly name: string; readonly url: string }[];
  readonly minutes: number;
  /** What an edition's month held. */
  readonly cover?: CoverFacts | undefined;
}

export function PostHeader(props: PostHeaderProps) {
  const { title, lang, description, date, lastmod, authors, tags, minutes, cover } = props;
  return (
    <header className="lead">
      {cover && <Cover facts={cover} />}
      <div>
        {tags.length > 0 && (
          <p className="label kicker">
            {tags.map(({ name, url: tagUrl }, index) => (
              <span key={name}>
                {index > 0 && ' · '}
                <a href={tagUrl} rel="tag">
                  {tagWords(name)}
                </a>
              </span>
            ))}
          </p>
        )}
        <h1 className={headlineClass(title)} dir="auto" lang={lang}>
          {title}
        </h1>
        {description && (
          <p className="standfirst" dir="auto" lang={lang}>
            {description}
          </p>
        )}
        <p className="byline">
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
          <Day date={date} /> · {`${minutes} min read`}
          {lastmod && lastmod.getTime() > date.getTime() && (
            <>
              {' '}
              · Updated <Day date={lastmod} />
            </>
          )}
        </p>
      </div>
    </header>
  );
}
