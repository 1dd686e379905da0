// Where an entry came from: the posts that named it.

interface MentionsProps {
  /** Newest first. */
  readonly posts: readonly { readonly url: string; readonly title: string }[];
}

export function Mentions({ posts }: MentionsProps) {
  if (posts.length === 0) return null;
  return (
    <section aria-labelledby="site-mentions" className="mentions">
      <h2 id="site-mentions" className="label">
        Mentioned in
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
