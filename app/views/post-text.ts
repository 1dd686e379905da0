// A post as Markdown, kept between builds: to draw a thousand posts again, of which one was edited, takes longer than all else.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { serialize } from 'node:v8';
import { drawEdition, toAuthors, toFeedEdition } from '@/app/views/feed-entries';
import { cacheDir, keepFile, readKept } from '@/lib/build-cache';
import type { Content } from '@/lib/content/content';
import type { Post } from '@/lib/content/posts';
import { toFeedHref } from '@/lib/feeds/feed-address';
import { toPlainNodes } from '@/lib/feeds/plain-html';
import { renderPostMarkdown } from '@/lib/feeds/post-markdown';
import { compiledKey } from '@/lib/mdx/body-cache';
import { getPictures } from '@/lib/pictures/pictures';

/** A post as Markdown with all that it places, its title above it and its address below. */
export async function toPostMarkdown(post: Post, content: Content): Promise<string> {
  const { title, description: summary, date: published, url } = post;
  const href = toFeedHref(url);
  const authors = toAuthors(post, content);
  const pictures = await getPictures(post);
  const edition = toFeedEdition(post, content, pictures);
  const make = async () => {
    const nodes = toPlainNodes(await drawEdition(post, edition), href);
    return renderPostMarkdown({ title, summary, published, authors, href, nodes });
  };
  if (process.env.NODE_ENV !== 'production') return make();
  const said = serialize([title, summary, published, authors, href, post.corrections, edition]);
  const key = createHash('sha256').update(codeStamp()).update(compiledKey(post, pictures)).update(said).digest();
  // One file for a post, which begins with what decided it: nothing is left behind by an edit.
  const path = join(cacheDir('texts'), `${createHash('sha256').update(url).digest('hex').slice(0, 40)}.md`);
  const kept = readKept(path);
  if (kept?.subarray(0, key.length).equals(key)) return kept.subarray(key.length).toString('utf8');
  const text = await make();
  keepFile(path, Buffer.concat([key, Buffer.from(text)]));
  return text;
}

let code: string | undefined;

/** Changes with the code that draws it; the key of a body does with the code that compiles it, and the packages. */
function codeStamp(): string {
  if (code === undefined) {
    const hash = createHash('sha256');
    for (const folder of [join('app', 'views'), join('lib', 'feeds'), join('lib', 'content')]) {
      const sources = readdirSync(/* turbopackIgnore: true */ folder).filter(
        (name) => /\.tsx?$/.test(name) && !name.includes('.test.'),
      );
      for (const name of sources.sort())
        hash
          .update(name)
          .update(readFileSync(/* turbopackIgnore: true */ join(/* turbopackIgnore: true */ folder, name)));
    }
    code = hash.update(readFileSync(join('lib', 'dates.ts'))).digest('hex');
  }
  return code;
}
