// The people whom an edition thanks.

interface ThanksProps {
  readonly people: readonly { readonly name: string; readonly url: string | undefined }[];
  readonly anchor?: string;
}

export function Thanks({ people, anchor }: ThanksProps) {
  return (
    <ul id={anchor} className="thanks">
      {people.map(({ name, url }) => (
        <li key={name} dir="auto">
          {url ? <a href={url}>{name}</a> : name}
        </li>
      ))}
    </ul>
  );
}
