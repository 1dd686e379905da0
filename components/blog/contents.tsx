// The table of contents of a post: a disclosure on narrow screens, next to the text on wide ones.
import { words } from '@/lib/base/words';

/** A heading of a post. */
export interface ContentsEntry {
  readonly rank: number;
  readonly id: string;
  readonly text: string;
}

/** Headings of rank 2, and those of rank 3 below them. Renders nothing for fewer than three headings. */
export function Contents({ headings }: { headings: readonly ContentsEntry[] }) {
  const sections = toSections(headings);
  if (headings.length < 3) return null;
  return (
    <nav aria-label={words.post.contents} className="toc">
      <details>
        <summary>{words.post.contents}</summary>
        <ol>
          {sections.map(({ id, text, parts }) => (
            <li key={id}>
              <a href={`#${id}`}>{text}</a>
              {parts.length > 0 && (
                <ol>
                  {parts.map((part) => (
                    <li key={part.id}>
                      <a href={`#${part.id}`}>{part.text}</a>
                    </li>
                  ))}
                </ol>
              )}
            </li>
          ))}
        </ol>
      </details>
    </nav>
  );
}

interface Section extends ContentsEntry {
  readonly parts: ContentsEntry[];
}

function toSections(headings: readonly ContentsEntry[]): Section[] {
  const sections: Section[] = [];
  for (const heading of headings) {
    const current = sections.at(-1);
    if (heading.rank === 2 || !current) sections.push({ ...heading, parts: [] });
    else if (heading.rank === 3) current.parts.push(heading);
  }
  return sections;
}
