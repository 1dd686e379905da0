// What comes before the text of a post.
import type { ReactNode } from 'react';
import { Day, ExternalLink, NameList, Sentence } from '@/components/ui/inline';
import { PageTitle } from '@/components/ui/page-parts';
import { Cover } from '@/components/ui/pictures';
import { toUrl } from '@/lib/base/urls';
import { plural, words } from '@/lib/base/words';
import type { Post } from '@/lib/content/posts';
import type { CoverFacts } from '@/lib/output/pictures/cover';

/** A title with more characters is long. */
const long = 60;

/** The classes of a headline: smaller for a long title. */
export function headlineClass(title: string): string {
  return title.length > long ? 'headline headline-long' : 'headline headline-hero';
}

/** `monthly-update` as “Monthly update”. A name with capitals of its own, such as eBPF, stays as it is. */
export function tagWords(tag: string): string {
  const name = tag.replace(/[-_]+/g, ' ');
  return /^\p{Ll}+\p{Lu}/u.test(name) ? name : name.replace(/^./u, (letter) => letter.toUpperCase());
}

interface PostHeaderProps {
  readonly post: Pick<Post, 'title' | 'kicker' | 'lang' | 'description' | 'date' | 'lastmod'>;
  readonly authors: readonly {
    readonly name: string;
    readonly url: string | undefined;
    readonly affiliation?: string | undefined;
  }[];
  /** Without an address where tags have no pages. */
  readonly tags: readonly { readonly name: string; readonly url: string | undefined }[];
  /** Reading time. */
  readonly minutes: number;
  /** The cover of an edition. */
  readonly cover?: CoverFacts | undefined;
}

/** The header of a post: its title, author, date, and reading time. */
export function PostHeader({ post, authors, tags, minutes, cover }: PostHeaderProps) {
  const { title, kicker, lang, description, date, lastmod } = post;
  return (
    <header className="lead">
      {cover && <Cover facts={cover} />}
      <div>
        {(kicker || tags.length > 0) && (
          <p className="label kicker">
            {kicker && (
              <span dir="auto" lang={lang}>
                {kicker}
              </span>
            )}
            {tags.map(({ name, url }, index) => (
              <span key={name}>
                {(kicker || index > 0) && ' · '}
                {url ? (
                  <a href={url} rel="tag" dir="auto">
                    {tagWords(name)}
                  </a>
                ) : (
                  tagWords(name)
                )}
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
              <Sentence words={words.post.by}>
                <NameList people={authors} rel="author" />
              </Sentence>
              {' · '}
            </>
          )}
          <Day date={date} /> · {plural(words.post.minutes, minutes)}
          {lastmod && lastmod.getTime() > date.getTime() && (
            <>
              {' · '}
              <Sentence words={words.post.updated}>
                <Day date={lastmod} />
              </Sentence>
            </>
          )}
        </p>
      </div>
    </header>
  );
}

interface CorrectionsProps {
  readonly list: readonly { readonly date: Date; readonly text: ReactNode }[];
  /** The language of the post. */
  readonly lang: string | undefined;
}

/** The corrections of a post, before its text. */
export function Corrections({ list, lang }: CorrectionsProps) {
  return list.map(({ date, text }) => (
    <aside
      key={date.getTime()}
      aria-label={words.post.correction}
      className="mb-8 max-w-measure rounded-card border border-line bg-sunken px-4 py-3"
    >
      <p className="label">
        <Sentence words={words.post.correctionOf}>
          <Day date={date} />
        </Sentence>
      </p>
      <div dir="auto" lang={lang}>
        {text}
      </div>
    </aside>
  ));
}

export interface AgeNoticeProps {
  readonly date: Date;
  /** What the community says instead of the language's own words. */
  readonly text?: string | undefined;
  /** The current documentation. */
  readonly docsUrl?: string | undefined;
}

/** For posts that are old: see `oldPosts` of lib/site.ts. */
export function AgeNotice({ date, text, docsUrl }: AgeNoticeProps) {
  const { age, old, checkDocumentation, documentation } = words.post;
  return (
    <aside aria-label={age} className="age">
      <p>
        {text ?? (
          <Sentence words={old}>
            <Day date={date} />
          </Sentence>
        )}
        {docsUrl && (
          <>
            {words.space}
            <Sentence words={checkDocumentation}>
              <ExternalLink href={docsUrl}>{documentation}</ExternalLink>
            </Sentence>
          </>
        )}
      </p>
    </aside>
  );
}

/** For drafts and scheduled posts, which only previews show. */
export function HiddenBanner({ reason, date }: { reason: 'draft' | 'scheduled'; date: Date }) {
  return (
    <aside aria-label={words.post.preview} className="callout callout-caution">
      <p className="frame">
        {reason === 'draft' ? (
          <>
            <strong>{words.post.draftLead}</strong>
            {words.space}
            {words.post.draftAbout}
          </>
        ) : (
          <>
            <strong>{words.post.scheduledLead}</strong>
            {words.space}
            <Sentence words={words.post.scheduledAbout}>
              <Day date={date} />
            </Sentence>
          </>
        )}
      </p>
    </aside>
  );
}

/** A post that has been withdrawn: its address still works, and the page says why. */
export function Withdrawn({ title, reason }: { title: string; reason: ReactNode }) {
  return (
    <div className="frame">
      <PageTitle title={title}>
        <p>{words.post.withdrawn}</p>
      </PageTitle>
      <div className="prose">
        {reason}
        <p>
          <a href={toUrl('/blog/')}>{words.post.all}</a>
        </p>
      </div>
    </div>
  );
}
