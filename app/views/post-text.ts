// A post as Markdown, cached between builds: to render a thousand posts again after one edit would take most of a build.
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { serialize } from 'node:v8';
import { editionOf } from '@/app/views/edition-facts';
import { renderPlain } from '@/app/views/feed-entries';
import { toPostFacts } from '@/app/views/post-views';
import { cacheDir, keepFile, readKept, sourceChecksum } from '@/lib/base/build-cache';
import type { Content } from '@/lib/content/content';
import type { Post } from '@/lib/content/posts';
import { plainKey } from '@/lib/edition/plain';
import { compiledKey } from '@/lib/mdx/body-cache';
import { toFeedHref } from '@/lib/output/feeds/feed';
import { toPlainNodes } from '@/lib/output/feeds/plain-html';
import { renderPostMarkdown } from '@/lib/output/feeds/post-markdown';
import { getPictures } from '@/lib/output/pictures/pictures';

/** A post as Markdown with all that it places, its title first and its address last. */
export async function toPostMarkdown(post: Post, content: Content): Promise<string> {
  const facts = toPostFacts(post, content);
  const href = toFeedHref(post.url);
  const pictures = await getPictures(post);
  const edition = editionOf(post, content);
  const make = async () => {
    return renderPostMarkdown(facts, href, toPlainNodes(await renderPlain(post, content), href));
  };
  if (process.env.NODE_ENV !== 'production') return make();
  const said = serialize([facts, href, plainKey(edition)]);
  const key = createHash('sha256').update(codeStamp()).update(compiledKey(post, pictures)).update(said).digest();
  // One file for a post, which begins with the cache key: an edit leaves no old file behind.
  const path = join(cacheDir('texts'), `${createHash('sha256').update(post.url).digest('hex').slice(0, 40)}.md`);
  const kept = readKept(path);
  if (kept?.subarray(0, key.length).equals(key)) return kept.subarray(key.length).toString('utf8');
  const text = await make();
  keepFile(path, Buffer.concat([key, Buffer.from(text)]));
  return text;
}

let code: string | undefined;

/** Changes with the code that renders it; the key of a body does with the code that compiles it, and the packages. */
function codeStamp(): string {
  code ??= sourceChecksum(['app/views', 'lib']);
  return code;
}
