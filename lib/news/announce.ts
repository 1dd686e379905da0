// `news announce POST`: texts that are ready to be sent. Nothing is sent.

import { type Command, exit, type Terminal, UsageError } from '@/lib/base/cli/command';
import { parseOptions } from '@/lib/base/cli/options';
import { now } from '@/lib/base/clock';
import { nearest } from '@/lib/base/nearest';
import { loadContent } from '@/lib/content/load';
import { hiddenReason } from '@/lib/content/visibility';
import { countFor } from '@/lib/news/announce/count';
import { toLine, toTexts } from '@/lib/news/announce/texts';
import { toAnnouncement } from '@/lib/news/announce/topics';
import { contentFolder, findNamedPost } from '@/lib/news/place';
import { refuseWithdrawn } from '@/lib/news/refuse-withdrawn';
import { site } from '@/lib/site';

const flags = { channel: { takes: 'value', example: 'x' }, json: { takes: 'nothing' } } as const;

export const announce: Command = {
  name: 'announce',
  summary: 'texts for each channel, ready to be sent; nothing is sent',
  usage: `
usage: npm run news -- announce POST [--channel NAME] [--json]

Prints a line for anywhere, and a text for each channel that lib/site.ts names: a thread for X and for Mastodon, a post
for LinkedIn, a message for Slack, a letter for the mailing list. Each is as long as its channel allows at most, counted
as that channel counts. Read them before you send them: they say what the front matter says.

  POST             the post: its file, its folder or its address
  --channel NAME   only the text of one channel, and nothing around it: ${site.announcements.map(({ id }) => id).join(', ')}
  --json           as data

examples:
  npm run news -- announce /blog/2022/03/february-update/
  npm run -s news -- announce /blog/2022/03/february-update/ --channel slack | pbcopy

exit codes: 0 printed · 1 the post cannot be read, or is withdrawn · 2 called wrongly
`,
  run,
};

async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values, words } = parseOptions('announce', args, flags);
  const [name, ...more] = words;
  if (name === undefined) throw new UsageError('Which post? Name its file or its address.');
  if (more.length > 0) throw new UsageError(`One post at a time: “${more.join(' ')}” is too much.`);
  const ids = site.announcements.map(({ id }) => id);
  if (values.channel !== undefined && !ids.includes(values.channel)) {
    const near = nearest(values.channel, ids);
    const instead = near ? `Did you mean “${near}”?` : `There are ${ids.join(', ')}.`;
    throw new UsageError(`There is no channel “${values.channel}”. ${instead}`);
  }
  const content = await loadContent(contentFolder(terminal));
  const post = findNamedPost(content, name, terminal);
  refuseWithdrawn(post, content);
  const instant = now();
  const hidden = hiddenReason(post, instant);
  if (hidden)
    terminal.err(
      `Wait before you send anything: readers do not see this post yet (it is ${hidden === 'draft' ? 'a draft' : 'scheduled'}).`,
    );
  const announcement = toAnnouncement(post, content, instant);
  const channels = site.announcements.map((channel) => ({ channel, texts: toTexts(announcement, channel) }));
  const one = channels.find(({ channel }) => channel.id === values.channel);
  if (values.json) {
    const shown = one ? [one] : channels;
    const data = {
      line: toLine(announcement),
      channels: shown.map(({ channel, texts }) => ({
        id: channel.id,
        limit: channel.limit,
        texts: texts.map((text) => ({ text, length: countFor(channel.counts, text) })),
      })),
    };
    terminal.out(JSON.stringify(data, null, 2));
  } else if (one) {
    terminal.out(one.texts.join('\n\n'));
  } else {
    terminal.out(`--- A line, for anywhere\n${toLine(announcement)}`);
    for (const { channel, texts } of channels) {
      texts.forEach((text, index) => {
        const part = texts.length > 1 ? `, ${index + 1} of ${texts.length}` : '';
        const length = `${countFor(channel.counts, text)} of ${channel.limit} characters`;
        terminal.out(`\n--- ${channel.title}${part} (${length})\n${text}`);
      });
    }
  }
  return exit.done;
}
