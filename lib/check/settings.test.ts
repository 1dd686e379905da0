import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { formatDiagnostic } from '@/lib/base/diagnostic';
import { checkSettings, settingNames } from '@/lib/check/settings';
import { site } from '@/lib/site';
import type { Site } from '@/lib/site-types';

const source = readFileSync('lib/tooling/testing/fixtures/site.ts', 'utf8');

/** What is wrong with the settings where some of them are others, `place: message (fix)`. */
async function problemsOf(changes: object): Promise<string[]> {
  const problems = await checkSettings({ ...site, ...changes } as Site, source);
  return problems.map((problem) => formatDiagnostic(problem).replace(/^lib\/site\.ts:/, ''));
}

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('the settings of a community', () => {
  it('are accepted as they are, and without all that may be left out', async () => {
    expect(await problemsOf({})).toEqual([]);
    expect(await problemsOf({ privacy: '' })).toEqual([]);
    const left = { docsOrigin: undefined, docsUrl: undefined, contentLicence: undefined, oldPosts: undefined };
    expect(
      await problemsOf({ ...left, trademarks: undefined, privacy: undefined, mailForm: undefined, channels: [] }),
    ).toEqual([]);
  });

  it.each([
    [{ name: '' }, '"name": is empty', { name: 'News' }],
    [{ accent: '#fff' }, '"accent": "#fff" is not a colour (fix: write #ffffff)', { accent: '#1a4bcb' }],
    [
      { accent: { light: 'blue' } },
      '"accent.light": "blue" is not a colour (fix: write it like #1a4bcb)',
      { accent: { light: '#1A4BCB' } },
    ],
    [
      { accent: '#7f9fe0' },
      '"accent.light": in #7f9fe0, "accent" on "accent-soft" has a contrast of 2.25, and needs 4.5 (fix: choose a darker colour, such as #4b68a5)',
      { accent: '#4b68a5' },
    ],
    [{ lang: 'english!' }, '"lang": is not a BCP 47 language tag (fix: write it like en)', { lang: 'pt-BR' }],
    [
      { origin: 'https://news.example/blog/' },
      '"origin": "https://news.example/blog/" is not an origin (fix: write https://news.example)',
      { origin: 'https://news.example/' },
    ],
    [
      { docsOrigin: 'docs.example' },
      '"docsOrigin": "docs.example" is not an origin (fix: write it like https://news.example.org)',
      { docsOrigin: 'https://docs.example' },
    ],
    [
      { docsUrl: 'http://docs.example/' },
      '"docsUrl": "http://docs.example/" is not encrypted (fix: write https://docs.example/)',
      { docsUrl: 'https://docs.example/' },
    ],
    [
      { docsUrl: 'https://me:secret@docs.example/' },
      '"docsUrl": the URL contains a user name or password',
      { docsUrl: 'https://docs.example/@me' },
    ],
    [
      { eventKinds: [{ id: 'Talk', label: 'Talk' }] },
      '"eventKinds.0.id": is not made of small letters, digits and single hyphens',
      { eventKinds: [{ id: 'talk-2', label: 'Talk' }] },
    ],
    [
      {
        eventKinds: [
          { id: 'talk', label: 'a' },
          { id: 'talk', label: 'b' },
        ],
      },
      '"eventKinds.1.id": "talk" is there twice',
      { eventKinds: [{ id: 'talk', label: 'a' }] },
    ],
    [
      { usualZones: ['UTC', 'CET'] },
      '"usualZones.1": "CET" is not a time zone (fix: use Europe/Berlin)',
      { usualZones: ['UTC', 'Europe/Berlin'] },
    ],
    [
      { eventKinds: [{ id: 'hack-day' }] },
      `"eventKinds.0": needs a "label" (fix: add what readers see: { …, label: '…' })`,
      { eventKinds: [{ id: 'hack-day', label: 'Hack day' }, { id: 'talk' }] },
    ],
    [
      { navigation: [{ url: '/jobs/' }] },
      `"navigation.0": needs a "title" (fix: add what readers see: { …, title: '…' })`,
      { navigation: [{ url: '/jobs/', title: 'Jobs' }, { url: '/events/' }] },
    ],
    [
      { security: { ...site.security, expires: 'next year' } },
      '"security.expires": is not an instant (fix: write it like 2027-11-01T00:00:00Z)',
      { security: { ...site.security, expires: '2027-10-01T00:00:00Z' } },
    ],
    [
      { security: { ...site.security, contact: 'security@news.example' } },
      '"security.contact": "security@news.example" is not a URL',
      { security: { ...site.security, contact: 'mailto:security@news.example' } },
    ],
    [
      { channels: [{ title: 'Chat', url: 'chat.example' }] },
      '"channels.0.url": "chat.example" is not a URL',
      { channels: [{ title: 'Chat', url: '/community/' }] },
    ],
    [
      { announcements: [{ ...site.announcements[0], limit: 0 }] },
      '"announcements.0.limit": is too short for a sentence and a link (fix: write it like 500)',
      { announcements: [{ ...site.announcements[0], limit: 300 }] },
    ],
    [
      { announcements: [{ ...site.announcements[0], form: 'letter' }] },
      '"announcements.0.form": unknown value "letter" (fix: use thread, post, mail, slack)',
      { announcements: [{ ...site.announcements[0], form: 'post' }] },
    ],
    [
      { contentLicence: { name: 'CC0', url: 'cc0' } },
      '"contentLicence.url": "cc0" is not a URL',
      { contentLicence: { name: 'CC0', url: 'https://licence.example/' } },
    ],
    [{ postsPerPage: 0 }, '"postsPerPage": must be at least 1 (fix: write it like 12)', { postsPerPage: 1 }],
    [{ postsPerPage: 2.5 }, '"postsPerPage" must be a whole number (fix: write it like 12)', { postsPerPage: 2 }],
    [
      { pictureHosts: ['https://images.example/'] },
      '"pictureHosts.0": is not a host (fix: write it like images.example.org)',
      { pictureHosts: ['images.example'] },
    ],
    [{ oldPosts: { days: 0 } }, '"oldPosts.days": must be at least 1', { oldPosts: { days: 1, text: 'Old.' } }],
    [{ oldPosts: true }, '"oldPosts"', { oldPosts: false }],
    [
      { mailForm: { action: 'http://mail.example/' } },
      '"mailForm.action": "http://mail.example/" is not encrypted',
      { mailForm: { action: 'https://mail.example/' } },
    ],
    [
      { mailForm: { action: 'https://me@mail.example/' } },
      '"mailForm.action": the URL contains a user name or password',
      { mailForm: { action: 'https://mail.example/?list=a', hidden: { tag: '' }, field: 'EMAIL' } },
    ],
    [
      { sections: { blog: {} } },
      '"mailForm": the form is on the page /subscribe/, which this site does not have',
      { sections: { blog: {}, subscribe: {} } },
    ],
    [
      { fonts: { text: ['a"; }', 'serif'] } },
      '"fonts.text.0": is not the name of a font',
      { fonts: { text: ['Noto Serif', 'serif'] } },
    ],
    [
      { fonts: { text: ['Inter'] } },
      '"fonts.text": the list does not end with a generic family',
      { fonts: { text: ['Inter', 'sans-serif'] } },
    ],
    [
      { fonts: { files: [{ family: 'Inter', file: '/inter.woff2' }] } },
      '"fonts.files.0.file": is not a WOFF2 file in public/fonts/',
      { fonts: { files: [] } },
    ],
    [
      { fonts: { files: [{ family: 'Inter', file: '/fonts/../a.woff2', weight: 400 }] } },
      '"fonts.files.0.file": is not a WOFF2 file in public/fonts/',
      { fonts: {} },
    ],
    [{ agesAfterDays: 365 }, 'unknown field "agesAfterDays" (fix: remove it)', {}],
  ])('are refused with %j: %s', async (wrong, message, right) => {
    const found = await problemsOf(wrong);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(message);
    expect(await problemsOf(right)).toEqual([]);
  });

  it('are reported once security.txt has expired, without stopping a build', async () => {
    vi.stubEnv('NEWS_NOW', '2099-11-02T00:00:00Z');
    expect(await problemsOf({})).toEqual([
      expect.stringContaining('warning site/value: "security.expires": security.txt expired on 2099-11-01T00:00:00Z'),
    ]);
    vi.stubEnv('NEWS_NOW', '2099-10-31T00:00:00Z');
    expect(await problemsOf({})).toEqual([]);
  });
});

it.each(settingNames)('%s is in the table of docs/forking.md', (name) => {
  const rows = readFileSync('docs/forking.md', 'utf8').match(/^\| `.*$/gm) ?? [];
  expect(rows.some((row) => row.split('|')[1]?.includes(`\`${name}\``))).toBe(true);
});

describe('the place of a problem', () => {
  const lines = source.split('\n');

  it.each([
    ['a text of the settings themselves', { name: '' }, "  name: 'Example"],
    ['a value in a group', { security: { ...site.security, expires: 'never' } }, '    expires: '],
    [
      'a value in a list',
      { channels: [...site.channels.slice(0, 1), { title: 'Discussions', url: 'x' }] },
      "{ title: 'Chat', url:",
    ],
    ['a colour', { accent: { light: '#1a4bcb', dark: '#1a4bcb' } }, '  accent:'],
  ])('is the line of %s', async (_, changes, begins) => {
    const [found = ''] = await problemsOf(changes);
    const [line] = found.split(':').map(Number);
    expect(found).not.toBe('');
    expect(lines[(line ?? 0) - 1]).toContain(begins);
  });

  it('is the line of its value where that is in the file', async () => {
    const wrong = source.replace("'https://docs.example/guide/start/'", "'http://docs.example/guide/start/'");
    const [, ...rest] = site.waysToJoin;
    const ways = [{ title: 'a', about: 'b', url: 'http://docs.example/guide/start/' }, ...rest];
    const [problem] = await checkSettings({ ...site, waysToJoin: ways }, wrong);
    const line = wrong.split('\n').findIndex((text) => text.includes("'http://docs.example/guide/start/'")) + 1;
    expect(problem).toMatchObject({ file: 'lib/site.ts', line, message: expect.stringContaining('is not encrypted') });
  });
});
