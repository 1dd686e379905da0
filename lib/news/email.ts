// `news email POST`: an edition as an email. Nothing is sent.
import { basename, join, resolve } from 'node:path';
import { type Command, exit } from '@/lib/base/cli/command';
import { parseOptions } from '@/lib/base/cli/options';
import { now } from '@/lib/base/clock';
import { writeWhole } from '@/lib/base/write-whole';
import { hiddenReason } from '@/lib/content/visibility';
import { checkText, readPostToSend } from '@/lib/news/arguments';

const flags = {
  text: { takes: 'nothing' },
  out: { takes: 'value', example: 'mail/' },
} as const;

export const email: Command = {
  name: 'email',
  summary: 'prints an edition as an email, in HTML or plain text; sends nothing',
  usage: `
usage: npm run news -- email POST [--text] [--out FOLDER]

Prints a post as the HTML of an email. Styles are inline, so that Gmail, Outlook and Apple Mail show them; links and
images point to the site. Gmail clips messages above 102 kB, so a longer edition is shortened to its introduction and
its headings, which link to the site.

  POST           the post: its file, its folder or its address
  --text         print the plain text instead
  --out FOLDER   write both, as SLUG.html and SLUG.txt

Publish the edition first: links and images point to the site (SITE_URL, or lib/site.ts).

examples:
  npm run -s news -- email /blog/2022/03/february-update/ > february.html
  npm run news -- email /blog/2022/03/february-update/ --out /tmp/mail

exit codes: 0 printed · 1 the post is withdrawn, or cannot be read · 2 invalid command line
`,
  async run(args, terminal) {
    const { values, words } = parseOptions('email', args, flags);
    const { post, content } = await readPostToSend(words, terminal);
    const instant = now();
    if (hiddenReason(post, instant)) {
      terminal.err('The post is not public yet, and its links would be broken. Wait before you send it.');
    }
    // Only this command renders and measures; the others start faster without.
    const [{ toMail }, { getMailPictures }] = await Promise.all([
      import('@/lib/news/email/mail'),
      import('@/lib/output/pictures/pictures'),
    ]);
    await checkText(post);
    const mail = await toMail(post, content, instant, await getMailPictures(post));
    if (mail.shortened) {
      terminal.err(
        'The edition is larger than 102 kB, and Gmail would clip it. Only its introduction and headings are included.',
      );
    }
    if (values.out !== undefined) {
      const folder = resolve(terminal.cwd, values.out);
      for (const [ending, text] of Object.entries({ html: mail.html, txt: mail.text })) {
        const path = join(folder, `${basename(post.slug)}.${ending}`);
        await writeWhole(path, text, { replace: true, signal: terminal.signal });
        terminal.out(path);
      }
    } else {
      terminal.out((values.text ? mail.text : mail.html).replace(/\n$/, ''));
    }
    const size = Math.ceil(Buffer.byteLength(mail.html) / 1000);
    terminal.err(`Subject: ${mail.subject} (${size} kB of HTML)`);
    if (mail.preheader) terminal.err(`Preheader: ${mail.preheader}`);
    return exit.done;
  },
};
