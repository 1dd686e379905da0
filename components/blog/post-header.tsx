// The header of a post: its title, author, date, and reading time.
import { headlineClass } from '@/components/blog/headline';
import { tagWords } from '@/components/blog/tag-words';
import { Cover } from '@/components/ui/cover';
import { Day } from '@/components/ui/day';
import { NameList } from '@/components/ui/name-list';
import type { Post } from '@/lib/content/posts';
import type { CoverFacts } from '@/lib/output/pictures/cover';

interface PostHeaderProps {
  readonly post: Pick<Post, 'title' | 'lang' | 'description' | 'date' | 'lastmod'>;
  readonly authors: readonly { readonly name: string; readonly url: string | undefined }[];
  readonly tags: readonly { readonly name: string; readonly url: string }[];
  /** Reading time. */
  readonly minutes: number;
  /** The cover of an edition. */
  readonly cover?: CoverFacts | undefined;
}

export function PostHeader({ post, authors, tags, minutes, cover }: PostHeaderProps) {
  const { title, lang, description, date, lastmod } = post;
  return (
    <header className="lead">
      {cover && <Cover facts={cover} />}
      <div>
        {tags.length > 0 && (
          <p className="label kicker">
            {tags.map(({ name, url }, index) => (
              <span key={name}>
                {index > 0 && ' · '}
                <a href={url} rel="tag">
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
          {authors.length > 0 && (
            <>
              By <NameList people={authors} rel="author" /> ·{' '}
            </>
          )}
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
