// `news announce POST`: prints announcements that are ready to send. It sends nothing.

import { type Command, exit, UsageError } from '@/lib/base/cli/command';
import { parseOptions, suggest } from '@/lib/base/cli/options';
import { now } from '@/lib/base/clock';
import { hiddenReason } from '@/lib/content/visibility';
import { countFor } from '@/lib/news/announce/count';
import { toAnnouncement, toLine, toTexts } from '@/lib/news/announce/texts';
import { readPostToSend } from '@/lib/news/arguments';
import { site } from '@/lib/site';

const channelIds = site.announcements.map(({ id }) => id);

const flags = { channel: { takes: 'value', example: 'x' }, json: { takes: 'nothing' } } as const;

export const announce: Command = {
  name: 'announce',
  summary: 'prints texts for each channel, ready to send; sends nothing',
  usage: `
usage: npm run news -- announce POST [--channel NAME] [--json]

Prints one line for use anywhere, and a text for each channel in lib/site.ts: a thread for X and for Mastodon, a post for
LinkedIn, a message for Slack, an email for the mailing list. Each fits the limit of its channel, counted as that channel
counts. Read them before you send them: they are generated from the front matter.

  POST             the post: its file, its folder or its address
  --channel NAME   print only the text of one channel: ${channelIds.join(', ')}
  --json           print JSON

examples:
  npm run news -- announce /blog/2022/03/february-update/
  npm run -s news -- announce /blog/2022/03/february-update/ --channel slack | pbcopy

exit codes: 0 printed · 1 the post cannot be read, or is withdrawn · 2 invalid command line
`,
  async run(args, terminal) {
    const { values, words } = parseOptions('announce', args, flags);
    if (values.channel !== undefined && !channelIds.includes(values.channel)) {
      throw new UsageError(`There is no channel “${values.channel}”. ${suggest(values.channel, channelIds)}`);
    }
    const { post, content } = await readPostToSend(words, terminal);
    const instant = now();
    const hidden = hiddenReason(post, instant);
    if (hidden) {
      const state = hidden === 'draft' ? 'a draft' : 'scheduled';
      terminal.err(`The post is not public yet (it is ${state}). Wait before you send anything.`);
    }
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
      terminal.out(`--- One line, for use anywhere\n${toLine(announcement)}`);
      for (const { channel, texts } of channels) {
        texts.forEach((text, index) => {
          const part = texts.length > 1 ? `, ${index + 1} of ${texts.length}` : '';
          const length = `${countFor(channel.counts, text)} of ${channel.limit} characters`;
          terminal.out(`\n--- ${channel.title}${part} (${length})\n${text}`);
        });
      }
    }
    return exit.done;
  },
};
