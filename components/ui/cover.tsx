// The figure of a month, drawn in the page's own colours. It says nothing that the plain facts do not say in words.
import { type CoverFacts, drawCover } from '@/lib/output/pictures/cover';

export function Cover({ facts }: { facts: CoverFacts }) {
  const { width, height, paths } = drawCover(facts);
  if (paths.length === 0) return null;
  return (
    <svg className="cover" viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="xMidYMid slice" aria-hidden="true">
      {paths.map(({ kind, d }) => (
        <path key={kind} className={`cover-${kind}`} d={d} />
      ))}
    </svg>
  );
}
