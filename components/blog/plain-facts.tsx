// The content of an edition in numbers, on one line; each part links to its place.

interface PlainFact {
  /** `2 releases` */
  readonly text: string;
  readonly url: string;
}

export function PlainFacts({ facts }: { facts: readonly PlainFact[] }) {
  if (facts.length === 0) return null;
  return (
    <ul className="plain-facts" aria-label="In this edition">
      {facts.map(({ text, url }) => (
        <li key={url}>
          <a href={url}>{text}</a>
        </li>
      ))}
    </ul>
  );
}
