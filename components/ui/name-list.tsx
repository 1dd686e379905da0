// Names in a sentence: `A, B and C`.

interface NameListProps {
  readonly people: readonly {
    readonly name: string;
    readonly url: string | undefined;
    readonly affiliation?: string | undefined;
  }[];
  /** The `rel` of the links to them. */
  readonly rel?: string;
}

export function NameList({ people, rel }: NameListProps) {
  return people.map(({ name, url, affiliation }, index) => (
    <span key={name}>
      {index > 0 && (index === people.length - 1 ? ' and ' : ', ')}
      {url ? (
        <a href={url} rel={rel}>
          {name}
        </a>
      ) : (
        name
      )}
      {affiliation && ` (${affiliation})`}
    </span>
  ));
}
