import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { UsageError } from '@/lib/base/cli/command';
import { email } from '@/lib/news/email';
import { gmailCut } from '@/lib/news/email/mail';
import { postText, writeContent } from '@/lib/tooling/testing/fixtures/content-folder';
import { testTerminal } from '@/lib/tooling/testing/fixtures/test-terminal';

beforeEach(() => {
  vi.stubEnv('NEWS_NOW', '2022-03-02T00:00:00Z');
  vi.stubEnv('SITE_URL', 'https://news.example');
});

afterEach(() => {
  vi.unstubAllEnvs();
});

async function mailOf(files: Record<string, string | Uint8Array>, ...args: string[]) {
  const { dir } = await writeContent(files);
  const terminal = testTerminal({ root: dir, cwd: dir, env: { CONTENT_DIR: '.' } });
  const code = await email.run(['/blog/2022/03/a/', ...args], terminal);
  return { code, out: terminal.outLines.join('\n'), err: terminal.errLines.join('\n'), dir };
}

const htmlOf = async (body: string, files = {}) =>
  (await mailOf({ 'blog/2022/03/a/index.mdx': postText({ body }), ...files })).out;

describe('the HTML', () => {
  it('has inline styles, and nothing that a mail program would remove', async () => {
    const html = await htmlOf('## One\n\nText with a [link](/events/).\n\n```yaml\na: 1\n```\n\n> [!NOTE]\n> Look.\n');
    expect(html).toMatch(/^<!DOCTYPE html>\n<html lang="en">/);
    expect(html).toMatch(/<h2 id="one" style="[^"]*font-size: 23px[^"]*">One<\/h2>/);
    expect(html).toMatch(/<pre dir="ltr" style="[^"]+"><code style="[^"]+">a: 1<\/code><\/pre>/);
    expect(html).toContain('<strong>Note</strong>');
    expect(html).not.toMatch(/<script|<link|<svg|srcset|light-dark|var\(|copy-code/);
  });

  it('has the headline as its subject, and after it what the post is called and why to read it', async () => {
    const send = (...fields: string[]) => mailOf({ 'blog/2022/03/a/index.mdx': postText({ fields }) });
    const { out, err } = await send('headline: Tool 2 is out', 'description: With one change.');
    expect(err).toMatch(/^Subject: Tool 2 is out \(.*\nPreheader: A post: With one change\.$/);
    expect(out).toMatch(/<div [^>]*display: none[^>]*>A post: With one change\./);
    expect(out).toContain('Tool 2 is out</h1>');
    expect((await send()).err).toMatch(/^Subject: A post \([^\n]*$/);
  });

  it('has only absolute URLs', async () => {
    const body =
      '[a](/events/) [b](#part) [c](file.pdf) [d](/tool/x/) [e](mailto:a@b.example) [f](https://a.example/?b=1&c=2)\n\n## Part\n';
    const html = await htmlOf(body, { 'blog/2022/03/a/file.pdf': '%PDF-1.4' });
    for (const href of [
      'https://news.example/events/',
      'https://news.example/blog/2022/03/a/#part',
      'https://news.example/blog/2022/03/a/file.pdf',
      'https://docs.example/tool/x/',
      'mailto:a@b.example',
      'https://a.example/?b=1&amp;c=2',
    ]) {
      expect(html).toContain(`href="${href}"`);
    }
    const addresses = [...html.matchAll(/ (?:href|src)="([^"]*)"/g)].map(([, value]) => value);
    expect(addresses.filter((value) => !/^(?:https:|mailto:)/.test(value ?? ''))).toEqual([]);
  });

  it('has pictures with absolute URLs, and links to those that mail programs cannot show', async () => {
    const png = await sharp({ create: { width: 1200, height: 600, channels: 3, background: '#fff' } })
      .png()
      .toBuffer();
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"></svg>';
    const body = '![A wall](wall.png)\n\n<Figure src="plan.svg" alt="A plan">\n\nThe plan.\n\n</Figure>\n';
    const html = await htmlOf(body, { 'blog/2022/03/a/wall.png': png, 'blog/2022/03/a/plan.svg': svg });
    expect(html).toContain(
      '<img src="https://news.example/blog/2022/03/a/wall.png" alt="A wall" width="552" height="276"',
    );
    expect(html).toMatch(/<a href="https:\/\/news\.example\/blog\/2022\/03\/a\/plan\.svg"[^>]*>Image<\/a>: A plan/);
    expect(html).not.toContain('src="https://news.example/blog/2022/03/a/plan.svg"');
  });

  it('fits phones, and has a masthead and a dark scheme', async () => {
    const html = await htmlOf('Hello.\n');
    expect(html).toMatch(/<table [^>]*class="sheet" style="width: 100%; max-width: 600px;/);
    expect(html).toContain('<!--[if mso]><table role="presentation" width="600"');
    expect(html).toMatch(
      /class="masthead"[^>]*><a href="https:\/\/news\.example\/"[^>]*><img src="https:\/\/news\.example\/icons\/192\.png"/,
    );
    expect(html).toMatch(/<style>[^<]*@media \(prefers-color-scheme: dark\)[^<]*<\/style><\/head>/);
    expect(html).not.toContain('/cards/');
  });

  it('shows the cover of an edition', async () => {
    const coverOf = async (...fields: string[]) =>
      /src="([^"]*cover[.]png)"/.exec((await mailOf({ 'blog/2022/03/a/index.mdx': postText({ fields }) })).out)?.[1];
    expect(await coverOf('period: 2022-02', 'contributors: [Ann]')).toBe(
      'https://news.example/cards/blog/2022/03/a/cover.png',
    );
    expect(await coverOf('period: 2022-02')).toBeUndefined();
    expect(await coverOf('contributors: [Ann]')).toBeUndefined();
  });

  it('shows WebP and AVIF as JPEG, or as PNG if they are transparent', async () => {
    const picture = (background: string) => sharp({ create: { width: 1200, height: 600, channels: 4, background } });
    const body = '![A](a.webp)\n\n[![B](b.avif)](/events/)\n\n[![C](c.svg)](/events/)\n';
    const html = await htmlOf(body, {
      'blog/2022/03/a/a.webp': await picture('#0000').webp().toBuffer(),
      'blog/2022/03/a/b.avif': await picture('#fff').removeAlpha().avif().toBuffer(),
      'blog/2022/03/a/c.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"></svg>',
    });
    expect(html).toMatch(/<img src="[^"]*\/a\/a\.webp\.[0-9a-f]{12}\.1104w\.png" alt="A" width="552" height="276"/);
    expect(html).toMatch(/alt="A"[^>]*background-color: #ffffff/);
    expect(html).toMatch(/<img src="[^"]*\/a\/b\.avif\.[0-9a-f]{12}\.1104w\.jpg" alt="B"/);
    expect(html).toMatch(/<a href="https:\/\/news\.example\/events\/"[^>]*>Image: C<\/a>/);
  });

  it('links to the page of a video, not to its player', async () => {
    const html = await htmlOf(
      '<Video url="https://www.youtube-nocookie.com/embed/Ab3dEf6hIjK?start=90" title="Talk" />\n',
    );
    expect(html).toContain('href="https://www.youtube.com/watch?v=Ab3dEf6hIjK&amp;t=90"');
    expect(html).not.toContain('embed');
    expect(await htmlOf('<Video url="https://player.vimeo.com/video/123456" title="Talk" />\n')).toContain(
      'href="https://vimeo.com/123456"',
    );
  });

  it('does not change text that only looks like markup', async () => {
    const html = await htmlOf('Write `<a class="x" href="/y">` and \\<b>.\n');
    expect(html).toContain('&lt;a class="x" href="/y">');
    expect(html).toContain('&lt;b>');
  });

  it('is right-to-left if the post is', async () => {
    const text = postText({ fields: ['lang: ar'], body: 'مرحبا\n' });
    expect((await mailOf({ 'blog/2022/03/a/index.mdx': text })).out).toMatch(
      /<html lang="ar" dir="rtl">[\s\S]*align="right"/,
    );
    expect(await htmlOf('Hello.\n')).not.toMatch(/rtl|align="right"/);
  });

  it('is left-to-right in code and in the site’s own text', async () => {
    const text = postText({ fields: ['lang: ar'], body: 'مرحبا\n\n```sh\nls\n```\n' });
    const { out } = await mailOf({ 'blog/2022/03/a/index.mdx': text });
    expect(out).toMatch(/<p lang="en" dir="ltr"[^>]*>1 March 2022/);
    expect(out).toMatch(/<pre dir="ltr" style="[^"]*text-align: left/);
  });

  it('shows tables in a scrollable box, with unbroken words, aligned as on the page', async () => {
    const html = await htmlOf('| a | b |\n| - | -: |\n| c | 1 |\n');
    expect(html).toMatch(/<div class="wide" style="[^"]*overflow-x: auto[^"]*"><table/);
    expect(html).toMatch(/<td align="right" style="[^"]*overflow-wrap: normal[^"]*">1<\/td>/);
    expect(html).not.toContain('min-width');
    expect(await htmlOf(`| a |\n| - |\n| ${'words '.repeat(8)}|\n`)).toMatch(/<td class="long" style="[^"]*min-width/);
  });

  it('shows text that is collapsed on the page', async () => {
    expect(await htmlOf('<details>\n<summary>More</summary>\n\nHidden.\n\n</details>\n')).toContain('<details open>');
  });

  it('is never clipped by Gmail: a long edition is reduced to its headings, as links', async () => {
    const long = `## One\n\n${'Many words.\n'.repeat(9000)}\n\n## Two\n\nEnd.\n`;
    const { out, err } = await mailOf({ 'blog/2022/03/a/index.mdx': postText({ body: long }) });
    expect(Buffer.byteLength(out)).toBeLessThan(gmailCut);
    expect(out).toMatch(/<h2[^>]*><a href="https:\/\/news\.example\/blog\/2022\/03\/a\/#two"[^>]*>Two<\/a><\/h2>/);
    expect(err).toContain('larger than 102 kB');
    const short = await mailOf({ 'blog/2022/03/a/index.mdx': postText({ body: '## One\n\nEnd.\n' }) });
    expect(short.err).toBe('Subject: A post (4 kB of HTML)');
  });
});

describe('the plain text', () => {
  it('has short lines, and each URL next to its link text', async () => {
    const body = `## A heading\n\n${'word '.repeat(40)}[here](/events/).\n\n- one\n- two\n`;
    const { out } = await mailOf({ 'blog/2022/03/a/index.mdx': postText({ body }) }, '--text');
    expect(out).toMatch(
      /^A post\n======\n\nhttps:\/\/news\.example\/blog\/2022\/03\/a\/\n\n\nA heading\n---------\n\nword /,
    );
    expect(out).toContain('here\n<https://news.example/events/>');
    expect(out).toContain(' * one\n * two');
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(72);
  });
});

describe('marks of the plain text', () => {
  const textOfBody = async (body: string) =>
    (await mailOf({ 'blog/2022/03/a/index.mdx': postText({ body }) }, '--text')).out;

  it('replace superscripts, deletions, boxes and footnote references', async () => {
    const text = await textOfBody(
      '10<sup>6</sup> for the 1<sup>st</sup>, ~~gone~~.[^1]\n\n> [!NOTE]\n> Look.\n\n[^1]: Why.\n',
    );
    expect(text).toContain('10^6 for the 1st, ~~gone~~.[1]\n\n> Note\n> \n> Look.');
    expect(text).toMatch(/Footnotes\n-{9}\n\n 1\. Why\./);
  });

  it('do not underline beyond the end of a line', async () => {
    const word = 'word '.repeat(20).trim();
    expect(await textOfBody(`## ${word}\n`)).toMatch(/\n(?:word ){13}word\n(?:word ){5}word\n-{69}$/);
  });

  it('indent the definition of a term', async () => {
    const { out } = await mailOf({ 'blog/2022/03/a/index.md': postText({ body: 'Term\n: Its meaning\n' }) }, '--text');
    expect(out).toContain('Term\n  Its meaning');
  });

  it('label the cells of a table that is too wide, and keep the columns of others', async () => {
    const long = 'many words '.repeat(6).trim();
    expect(await textOfBody('| a | b |\n| - | - |\n| c | |\n')).toMatch(/a {3}b\nc/);
    const text = await textOfBody(`| One | Two | |\n| - | - | - |\n| 1 | ${long} | [x](/events/) |\n| 2 | | |\n`);
    expect(text).toContain(`One: 1\nTwo: ${long}\nx <https://news.example/events/>\n\nOne: 2`);
  });
});

describe('the command', () => {
  const files = { 'blog/2022/03/a/index.mdx': postText() };

  it('writes both files to a folder', async () => {
    const { out, dir } = await mailOf(files, '--out', 'mail');
    expect(out.split('\n')).toEqual([join(dir, 'mail/a.html'), join(dir, 'mail/a.txt')]);
    expect(await readFile(join(dir, 'mail/a.html'), 'utf8')).toBe(`${(await mailOf(files)).out}\n`);
    expect(await readFile(join(dir, 'mail/a.txt'), 'utf8')).toContain('Hello.');
  });

  it('warns about a post that is not published yet', async () => {
    const draft = { 'blog/2022/03/a/index.mdx': postText({ fields: ['draft: true'] }) };
    expect((await mailOf(draft)).err).toContain('Wait before you send it');
    expect((await mailOf(files)).err).not.toContain('Wait');
  });

  it('rejects a withdrawn post with the reason, and accepts it once it is no longer withdrawn', async () => {
    const withdrawn = { 'blog/2022/03/a/index.mdx': postText({ fields: ['withdrawn: Its advice is not safe.'] }) };
    await expect(mailOf(withdrawn)).rejects.toThrow(
      /index\.mdx:4:12: error post\/withdrawn: .*Its advice is not safe\. \(fix: /,
    );
    expect((await mailOf(files)).code).toBe(0);
  });

  it('suggests the most similar post', async () => {
    const { dir } = await writeContent(files);
    const terminal = testTerminal({ root: dir, cwd: dir, env: { CONTENT_DIR: '.' } });
    await expect(email.run(['/blog/2022/03/b/'], terminal)).rejects.toThrow(
      new UsageError('There is no post “/blog/2022/03/b/”. Did you mean /blog/2022/03/a/?'),
    );
    await expect(email.run([], terminal)).rejects.toThrow(UsageError);
  });
});
