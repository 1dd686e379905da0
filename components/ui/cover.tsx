// The cover of an edition, in the page's own colours. It is decorative: the facts next to it say the same in words.
import { countedKinds } from '@/lib/kinds/index';
import { type CoverFacts, type CoverShape, drawCover } from '@/lib/output/pictures/cover';

export function Cover({ facts }: { facts: CoverFacts }) {
  const { width, height, paths } = drawCover(facts);
  if (paths.length === 0) return null;
  return (
    <svg className="cover" viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="xMidYMid slice" aria-hidden="true">
      {paths.map(({ shape, d }) => (
        <path key={d + shape} className={`cover-${nameOf(shape)}`} d={d} />
      ))}
    </svg>
  );
}

const names: Partial<Record<CoverShape, string>> = { plain: 'releases', hole: 'holes', dot: 'contributors' };

/** A shape has the class of the first kind that has it. */
function nameOf(shape: CoverShape): string {
  return names[shape] ?? countedKinds.find((kind) => kind.shape === shape)?.folder ?? shape;
}
