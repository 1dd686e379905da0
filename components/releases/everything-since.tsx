// Breaking changes and security fixes between a release and the newest one, in upgrade order.
import { BreakingChanges, SecurityFixes } from '@/components/releases/changes';
import type { ReleaseView } from '@/lib/kinds/release/view';

interface EverythingSinceProps {
  readonly version: string;
  /** Later releases, oldest first. */
  readonly later: readonly ReleaseView[];
}

export function EverythingSince({ version, later }: EverythingSinceProps) {
  const newest = later.at(-1);
  if (!newest) return <p className="invite">This is the newest release listed here.</p>;
  const notable = later.filter(({ breaking, security }) => breaking.length > 0 || security.length > 0);
  return (
    <section aria-labelledby="site-since">
      <h2 id="site-since">
        From {version} to {newest.version}
      </h2>
      <p>
        {later.length === 1 ? 'One later release is' : `${later.length} later releases are`} listed here, oldest first.{' '}
        {notable.length === 0
          ? 'No breaking changes or security fixes are recorded.'
          : 'Breaking changes and security fixes:'}
      </p>
      {notable.map(({ id, url, version: each, breaking, security }) => (
        <section key={id}>
          <h3>
            <a href={url} className="font-mono">
              {each}
            </a>
          </h3>
          <BreakingChanges changes={breaking} />
          <SecurityFixes fixes={security} />
        </section>
      ))}
    </section>
  );
}
