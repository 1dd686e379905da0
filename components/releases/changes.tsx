// What a release breaks and what it secures: boxes that cannot be missed, marked by word and shape, not by colour alone.
import type { ReleaseView } from '@/lib/kinds/release/view';
import { renderInline } from '@/lib/mdx/markdown';

/** Each breaking change with what to do about it. Nothing where there is none. */
export function BreakingChanges({ changes }: { changes: ReleaseView['breaking'] }) {
  if (changes.length === 0) return null;
  return (
    <div className="callout callout-caution">
      <p className="callout-title">
        <span aria-hidden="true">▲ </span>
        {changes.length === 1 ? 'Breaking change' : `${changes.length} breaking changes`}
      </p>
      <ol className={changes.length === 1 ? 'changes changes-one' : 'changes'}>
        {changes.map(({ change, action }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is fixed, and its texts may be equal
          <li key={index}>
            <p>{renderInline(change)}</p>
            <p>
              <strong>What to do:</strong> {renderInline(action)}
            </p>
          </li>
        ))}
      </ol>
    </div>
  );
}

/** Each security fix with its identifier. Nothing where there is none. */
export function SecurityFixes({ fixes }: { fixes: ReleaseView['security'] }) {
  if (fixes.length === 0) return null;
  return (
    <div className="callout callout-important">
      <p className="callout-title">
        <span aria-hidden="true">◆ </span>
        {fixes.length === 1 ? 'Security fix' : `${fixes.length} security fixes`}
      </p>
      <ul className="changes changes-one">
        {fixes.map(({ id, summary, url }) => (
          <li key={id}>
            <p>
              <strong className="font-mono">
                {url ? (
                  <a href={url} rel="external">
                    {id}
                  </a>
                ) : (
                  id
                )}
              </strong>{' '}
              {renderInline(summary)}
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}
