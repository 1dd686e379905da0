// Breaking changes and security fixes of a release, in boxes marked by word and shape, not by colour alone.
import { ExternalLink } from '@/components/ui/external-link';
import type { ReleaseView } from '@/lib/kinds/release/view';
import { renderInline } from '@/lib/mdx/markdown';

/** Each breaking change with what to do about it. Renders nothing for an empty list. */
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
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is fixed, and two texts may be equal
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

/** Each security fix with its identifier. Renders nothing for an empty list. */
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
              <strong className="font-mono">{url ? <ExternalLink href={url}>{id}</ExternalLink> : id}</strong>{' '}
              {renderInline(summary)}
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}
