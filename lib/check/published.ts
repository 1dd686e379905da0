// Published addresses never disappear: each leads to a page, or to an alias that leads to one.
import { type Diagnostic, error } from '@/lib/base/diagnostic';
import { nearest } from '@/lib/base/nearest';
import { entryPages } from '@/lib/content/community';
import type { LoadedContent } from '@/lib/content/load';
import { type Ledger, visibleAddresses } from '@/lib/content/published';
import { hiddenReason } from '@/lib/content/visibility';

/** Checks that every address of the ledger leads somewhere at an instant. Months after that are skipped. */
export function checkPublished({ posts, community }: LoadedContent, ledger: Ledger, instant: Date): Diagnostic[] {
  const visible = posts.filter((post) => hiddenReason(post, instant) === undefined);
  const pages = visibleAddresses(posts, community, instant);
  const answered = new Set([
    ...pages,
    ...visible.flatMap(({ aliases }) => aliases),
    ...entryPages(community).flatMap(({ aliases = [] }) => aliases),
  ]);
  const byUrl = new Map(posts.map((post) => [post.url, post]));
  const month = instant.toISOString().slice(0, 7);
  const gone = ledger.addresses.filter((address) => address.month <= month && !answered.has(address.path));
  const found = gone.map(({ path, file, line }) => {
    const post = byUrl.get(path);
    if (post) {
      const why = hiddenReason(post, instant) === 'draft' ? 'a draft' : 'dated in the future';
      const message = `"${path}" was published, but ${post.shownFile} is now ${why}`;
      const fix = 'show it again, or add the address as an alias to the post that replaces it';
      return error('published/hidden', message, fix, { file, line });
    }
    const [, section] = path.split('/');
    const near = nearest(
      path,
      pages.filter((page) => page.split('/')[1] === section),
    );
    const owner = near === undefined ? 'the file that replaces it' : `the file of ${near}`;
    const fix = `add "aliases: [${path}]" to ${owner}`;
    return error('published/gone', `"${path}" was published but no longer exists`, fix, { file, line });
  });
  return [...ledger.problems, ...found];
}
