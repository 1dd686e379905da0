import { afterEach, describe, expect, it, vi } from 'vitest';
import { UsageError } from '@/lib/base/cli/command';
import { announce } from '@/lib/news/announce';
import { countFor } from '@/lib/news/announce/count';
import { type Announcement, toLine, toTexts } from '@/lib/news/announce/texts';
import { site } from '@/lib/site';
import { postText, writeContent } from '@/lib/tooling/testing/fixtures/content-folder';
import { testTerminal } from '@/lib/tooling/testing/fixtures/test-terminal';

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('countFor', () => {
  const long = `https://a.example/${'a'.repeat(100)}`;
  it.each([
    ['x', 'Hello', 5],
    ['x', `Read ${long}`, 28],
    ['x', `Read ${long}.`, 29],
    ['x', 'https://a.b', 23],
    ['x', `${long}\n\n${long}`, 48],
    ['x', '你好', 4],
    ['x', 'é', 1],
    ['x', 'e\u0301', 1],
    ['x', '🎉', 2],
    ['x', '👩‍💻', 2],
    ['x', '🇫🇷', 2],
    ['x', '“a” – b…', 8 + 1],
    ['x', 'see example.io', 4 + 23],
    ['mastodon', `Read ${long}`, 28],
    ['mastodon', '你好', 2],
    ['mastodon', '👩‍💻é', 2],
    ['plain', `Read ${long}`, 123],
    ['plain', '🎉', 2],
  ] as const)('counts as %s: %j', (counts, text, length) => {
    expect(countFor(counts, text)).toBe(length);
  });
});

const channel = (id: string) => {
  const found = site.announcements.find((each) => each.id === id);
  if (!found) throw new Error(id);
  return found;
};

const whole: Announcement = {
  title: 'February',
  kicker: undefined,
  description: 'A & B.',
  href: 'https://n.example/blog/2022/03/february/',
  topics: [
    { title: 'What shipped', form: 'list', items: [{ text: 'Tool 1 <2>', href: 'https://n.example/r/' }] },
    { title: 'New adopters', form: 'names', items: [{ text: 'Ann' }, { text: 'Bo' }] },
  ],
};

describe('texts', () => {
  it('fit on one line', () => {
    expect(toLine(whole)).toBe('February: A & B. https://n.example/blog/2022/03/february/');
    expect(toLine({ ...whole, description: undefined })).toBe('February https://n.example/blog/2022/03/february/');
  });

  it('are a numbered thread', () => {
    expect(toTexts(whole, channel('x'))).toEqual([
      'February\n\nA & B.\n\nhttps://n.example/blog/2022/03/february/\n\n1/2',
      'What shipped:\n• Tool 1 <2>\n\nNew adopters: Ann and Bo.\n\n2/2',
    ]);
    const long = { title: 'A', form: 'list' as const, items: [{ text: 'b'.repeat(240) }] };
    expect(toTexts({ ...whole, topics: [long, ...whole.topics] }, channel('x'))).toHaveLength(3);
    expect(toTexts({ ...whole, topics: [] }, channel('x'))).toEqual([
      'February\n\nA & B.\n\nhttps://n.example/blog/2022/03/february/',
    ]);
  });

  it('are a message with escaped markup', () => {
    expect(toTexts(whole, channel('slack'))).toEqual([
      '*<https://n.example/blog/2022/03/february/|February>*\n\nA &amp; B.\n\n*What shipped*\n' +
        '• <https://n.example/r/|Tool 1 &lt;2&gt;>\n\n*New adopters:* Ann and Bo',
    ]);
  });

  it('are an email with a subject and short lines', () => {
    const [letter = ''] = toTexts({ ...whole, description: 'word '.repeat(60).trim() }, channel('mail'));
    expect(letter).toMatch(/^Subject: February\n\nword /);
    expect(letter).toContain('* Tool 1 <2>\n  https://n.example/r/');
    for (const line of letter.split('\n')) expect(line.length).toBeLessThanOrEqual(72);
  });

  const names = (count: number, name: string) =>
    Array.from({ length: count }, (_, index) => ({ text: `${name} ${index}` }));
  const hard: [string, Announcement][] = [
    ['a long title', { ...whole, title: 'Long '.repeat(200).trim() }],
    ['one long word', { ...whole, title: 'a'.repeat(6000) }],
    ['a long sentence', { ...whole, description: '長い説明。'.repeat(2000) }],
    [
      'a long item',
      { ...whole, topics: [{ title: 'T', form: 'list', items: [{ text: 'b '.repeat(900) }, { text: 'c' }] }] },
    ],
    [
      'a long name',
      { ...whole, topics: [{ title: 'T', form: 'names', items: [{ text: 'd'.repeat(900) }, { text: 'e' }] }] },
    ],
    ['many names', { ...whole, topics: [{ title: 'T', form: 'names', items: names(500, 'Ann 🎉 Example') }] }],
    ['many items', { ...whole, topics: [{ title: 'T', form: 'list', items: names(300, 'A talk at example.com') }] }],
  ];

  it.each(hard)('are never too long: %s', (_, announcement) => {
    for (const each of site.announcements) {
      const texts = toTexts(announcement, each);
      expect(texts.length).toBeGreaterThan(0);
      for (const text of texts) {
        expect(countFor(each.counts, text), `${each.id}: ${text.slice(0, 80)}`).toBeLessThanOrEqual(each.limit);
      }
      if (each.form === 'thread') expect(texts[0]).toContain(whole.href);
    }
  });

  it('keep every name in a thread', () => {
    const many = { ...whole, topics: [{ title: 'T', form: 'names' as const, items: names(60, 'Ann') }] };
    const thread = toTexts(many, channel('mastodon')).join(' ');
    for (const { text } of many.topics[0]?.items ?? []) expect(thread).toMatch(new RegExp(`${text}\\b`));
  });
});

describe('the command', () => {
  async function call(...args: string[]) {
    vi.stubEnv('NEWS_NOW', '2022-03-01T15:00:00Z');
    vi.stubEnv('SITE_URL', 'https://news.example');
    const terminal = testTerminal({ env: { CONTENT_DIR: 'e2e/fixtures/community' } });
    const code = await announce.run(args, terminal);
    return { code, out: terminal.outLines.join('\n'), err: terminal.errLines.join('\n') };
  }

  it('announces the February edition on every channel', async () => {
    const { code, out, err } = await call('/blog/2022/03/february-update/');
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^--- One line, for use anywhere\nFebruary 2022 update: /);
    for (const { title } of site.announcements) expect(out).toContain(`\n--- ${title}`);
    expect(out).toContain('https://news.example/blog/2022/03/february-update/');
    expect(out).toContain('• Flux 0.27.0: two breaking changes, so read the release notes before you upgrade');
    expect(out).toContain('New adopters: Anova, automotiveMastermind');
    // Soonest first.
    expect(out.indexOf('Flux dev meeting')).toBeLessThan(out.indexOf('3 March 2022'));
  });

  it('stays within the limits, which JSON output contains', async () => {
    for (const address of ['/blog/2022/03/february-update/', '/blog/2022/05/april-2022-update/']) {
      const { channels } = JSON.parse((await call(address, '--json')).out) as {
        channels: { id: string; limit: number; texts: { text: string; length: number }[] }[];
      };
      expect(channels.map(({ id }) => id)).toEqual(site.announcements.map(({ id }) => id));
      for (const { limit, texts } of channels) {
        for (const { length } of texts) expect(length).toBeLessThanOrEqual(limit);
      }
    }
  });

  it('leads with the headline, and names what happened with its recordings and what comes with day and time', async () => {
    vi.stubEnv('NEWS_NOW', '2022-03-05T00:00:00Z');
    const event = (title: string, ...fields: string[]) => [`title: ${title}`, ...fields, ''].join('\n');
    const { dir } = await writeContent({
      'events/cancelled.yaml': event('Cancelled', 'kind: talk', 'start: 2022-03-01', 'status: cancelled'),
      'events/meeting.yaml': event('Chat', 'kind: meeting', 'start: 2022-03-01'),
      'events/recorded.yaml': event('Seen', 'kind: talk', 'start: 2022-03-03', 'recording: https://v.example/1'),
      'events/soon.yaml': event('Soon', 'kind: talk', 'start: 2022-03-08T10:00', 'zone: Europe/Berlin'),
      'events/talk.yaml': event('Heard', 'kind: talk', 'start: 2022-03-02'),
      'blog/2022/03/a.md': postText({
        fields: ['headline: Tool 2 is out', 'events: [soon, recorded, talk, meeting, cancelled]'],
      }),
    });
    const textFor = async (id: string) => {
      const terminal = testTerminal({ root: dir, env: { CONTENT_DIR: '.' } });
      await announce.run(['/blog/2022/03/a/', '--channel', id], terminal);
      return terminal.outLines.join('\n');
    };
    const text = await textFor('mastodon');
    expect(text).toMatch(/^Tool 2 is out\n\nA post\n/);
    expect(text).toContain('What happened:\n• Heard\n• Seen https://v.example/1\n');
    expect(text).toContain('When to meet:\n• 8 March 2022, 10:00 CET: Soon');
    expect(text).not.toMatch(/Cancelled|Chat/);
    expect(await textFor('slack')).toContain('*What happened*\n• <https://');
    expect(await textFor('slack')).toContain('• <https://v.example/1|Seen>');
  });

  it('prints only the text with one channel', async () => {
    expect((await call('/blog/2022/03/february-update/', '--channel', 'slack')).out).toMatch(/^\*<https:\/\/news/);
    await expect(call('/blog/2022/03/february-update/', '--channel', 'slak')).rejects.toThrow(
      new UsageError('There is no channel “slak”. Did you mean “slack”?'),
    );
  });

  it('warns about a post that is not published yet', async () => {
    vi.stubEnv('NEWS_NOW', '2022-03-01T15:00:00Z');
    const { dir } = await writeContent({
      'blog/2022/03/a.md': postText({ fields: ['draft: true'] }),
      'blog/2022/03/b.md': postText(),
    });
    const warn = async (address: string) => {
      const terminal = testTerminal({ root: dir, env: { CONTENT_DIR: '.' } });
      await announce.run([address], terminal);
      return terminal.errLines;
    };
    expect(await warn('/blog/2022/03/a/')).toEqual([expect.stringContaining('it is a draft')]);
    expect(await warn('/blog/2022/03/b/')).toEqual([]);
  });

  it('rejects a withdrawn post with the reason', async () => {
    const { dir } = await writeContent({
      'blog/2022/03/a.md': postText({ fields: ['withdrawn: Its advice is not safe.'] }),
      'blog/2022/03/b.md': postText(),
    });
    const run = (address: string) => {
      const terminal = testTerminal({ root: dir, env: { CONTENT_DIR: '.' } });
      return announce.run([address], terminal);
    };
    await expect(run('/blog/2022/03/a/')).rejects.toMatchObject({
      problems: [
        {
          line: 4,
          code: 'post/withdrawn',
          message: expect.stringContaining('Its advice is not safe.'),
          fix: expect.stringContaining('send another post'),
        },
      ],
    });
    expect(await run('/blog/2022/03/b/')).toBe(0);
  });
});
