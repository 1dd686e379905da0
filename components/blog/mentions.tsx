// The posts that name an entry.

/** @param posts newest first. */
export function Mentions({ posts }: { posts: readonly { readonly url: string; readonly title: string }[] }) {
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
