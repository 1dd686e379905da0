// `news email POST`: an edition as an e-mail. Nothing is sent.
import { basename, join, resolve } from 'node:path';
import { type Command, exit, type Terminal, UsageError } from '@/lib/base/cli/command';
import { parseOptions } from '@/lib/base/cli/options';
import { now } from '@/lib/base/clock';
import { loadContent } from '@/lib/content/load';
import { hiddenReason } from '@/lib/content/visibility';
import { contentFolder, findNamedPost } from '@/lib/news/place';
import { refuseWithdrawn } from '@/lib/news/refuse-withdrawn';
import { writeWhole } from '@/lib/news/write-whole';

const flags = {
  text: { takes: 'nothing' },
  out: { takes: 'value', example: 'mail/' },
} as const;

export const email: Command = {
  name: 'email',
  summary: 'an edition as an e-mail, HTML and plain text; nothing is sent',
  usage: `
usage: npm run news -- email POST [--text] [--out FOLDER]

Prints a post as the HTML of an e-mail: its styles on each element, so that Gmail, Outlook and Apple Mail show it; every
address whole; pictures where the site has them. The same links as on the site, the headings of the text, and less than 102 kB, where
Gmail would cut it. A longer edition becomes its headings, each a link to its place on the site.

  POST           the post: its file, its folder or its address
  --text         the plain text instead, for those who read no HTML
  --out FOLDER   write both, as SLUG.html and SLUG.txt

Publish the edition first: its links and pictures are those of the site (SITE_URL, or lib/site.ts).

examples:
  npm run -s news -- email /blog/2022/03/february-update/ > february.html
  npm run news -- email /blog/2022/03/february-update/ --out /tmp/mail

exit codes: 0 printed · 1 the post is withdrawn, or cannot be read · 2 called wrongly
`,
  run,
};

async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values, words } = parseOptions('email', args, flags);
  const [name, ...more] = words;
  if (name === undefined) throw new UsageError('Which post? Name its file or its address.');
  if (more.length > 0) throw new UsageError(`One post at a time: “${more.join(' ')}” is too much.`);
  const content = await loadContent(contentFolder(terminal));
  const post = findNamedPost(content, name, terminal);
  refuseWithdrawn(post, content);
  const instant = now();
  if (hiddenReason(post, instant)) {
    terminal.err('Wait before you send it: readers do not see this post yet, and its links would lead nowhere.');
  }
  // Only this command needs what renders and measures; the others start without it.
  const [{ toMail }, { getPictures }] = await Promise.all([
    import('@/lib/news/email/mail'),
    import('@/lib/output/pictures/pictures'),
  ]);
  const mail = await toMail(post, content, instant, await getPictures(post));
  if (mail.shortened) {
    terminal.err('The whole edition has more than 102 kB, where Gmail cuts: this is its beginning and its headings.');
  }
  if (values.out !== undefined) {
    const folder = resolve(terminal.cwd, values.out);
    for (const [ending, text] of [
      ['html', mail.html],
      ['txt', mail.text],
    ] as const) {
      const path = join(folder, `${basename(post.slug)}.${ending}`);
      await writeWhole(path, text, { replace: true, signal: terminal.signal });
      terminal.out(path);
    }
  } else {
    terminal.out((values.text ? mail.text : mail.html).replace(/\n$/, ''));
  }
  const size = Math.ceil(Buffer.byteLength(mail.html) / 1000);
  terminal.err(`Subject: ${mail.subject} (${size} kB of HTML)`);
  return exit.done;
}
