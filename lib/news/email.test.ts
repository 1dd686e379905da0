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
  it('has its styles on each element, and nothing that a mail program takes out', async () => {
    const html = await htmlOf('## One\n\nText with a [link](/events/).\n\n```yaml\na: 1\n```\n\n> [!NOTE]\n> Look.\n');
    expect(html).toMatch(/^<!DOCTYPE html>\n<html lang="en">/);
    expect(html).toMatch(/<h2 id="one" style="[^"]*font-size: 23px[^"]*">One<\/h2>/);
    expect(html).toMatch(/<pre style="[^"]+"><code style="[^"]+">a: 1<\/code><\/pre>/);
    expect(html).toContain('<strong>Note</strong>');
    expect(html).not.toMatch(/<script|<link|<svg|srcset|light-dark|var\(|copy-code/);
  });

  it('has whole addresses only', async () => {
    const body =
      '[a](/events/) [b](#part) [c](file.pdf) [d](/flux/x/) [e](mailto:a@b.example) [f](https://a.example/?b=1&c=2)\n\n## Part\n';
    const html = await htmlOf(body, { 'blog/2022/03/a/file.pdf': '%PDF-1.4' });
    for (const href of [
      'https://news.example/events/',
      'https://news.example/blog/2022/03/a/#part',
      'https://news.example/blog/2022/03/a/file.pdf',
      'https://fluxcd.io/flux/x/',
      'mailto:a@b.example',
      'https://a.example/?b=1&amp;c=2',
    ]) {
      expect(html).toContain(`href="${href}"`);
    }
    const addresses = [...html.matchAll(/ (?:href|src)="([^"]*)"/g)].map(([, value]) => value);
    expect(addresses.filter((value) => !/^(?:https:|mailto:)/.test(value ?? ''))).toEqual([]);
  });

  it('has pictures by their whole address, and links to those that mail programs do not show', async () => {
    const png = await sharp({ create: { width: 1200, height: 600, channels: 3, background: '#fff' } })
      .png()
      .toBuffer();
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"></svg>';
    const body = '![A wall](wall.png)\n\n<Figure src="plan.svg" alt="A plan">\n\nThe plan.\n\n</Figure>\n';
    const html = await htmlOf(body, { 'blog/2022/03/a/wall.png': png, 'blog/2022/03/a/plan.svg': svg });
    expect(html).toContain(
      '<img src="https://news.example/blog/2022/03/a/wall.png" alt="A wall" width="552" height="276"',
    );
    expect(html).toMatch(/<a href="https:\/\/news\.example\/blog\/2022\/03\/a\/plan\.svg"[^>]*>Picture: A plan<\/a>/);
    expect(html).not.toContain('src="https://news.example/blog/2022/03/a/plan.svg"');
  });

  it('fits phones, has a masthead, and a dark scheme', async () => {
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
    const text = postText({ fields: ['period: 2022-02'] });
    expect((await mailOf({ 'blog/2022/03/a/index.mdx': text })).out).toContain(
      'src="https://news.example/cards/blog/2022/03/a/cover.png"',
    );
  });

  it('shows WebP and AVIF as JPEG, or as PNG where something is transparent', async () => {
    const picture = (background: string) => sharp({ create: { width: 1200, height: 600, channels: 4, background } });
    const body = '![A](a.webp)\n\n[![B](b.avif)](/events/)\n\n[![C](c.svg)](/events/)\n';
    const html = await htmlOf(body, {
      'blog/2022/03/a/a.webp': await picture('#0000').webp().toBuffer(),
      'blog/2022/03/a/b.avif': await picture('#fff').removeAlpha().avif().toBuffer(),
      'blog/2022/03/a/c.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"></svg>',
    });
    expect(html).toMatch(/<img src="[^"]*\/a\/a\.webp\.[0-9a-f]{12}\.1104w\.png" alt="A" width="552" height="276"/);
    expect(html).toMatch(/<img src="[^"]*\/a\/b\.avif\.[0-9a-f]{12}\.1104w\.jpg" alt="B"/);
    expect(html).toMatch(/<a href="https:\/\/news\.example\/events\/"[^>]*>Picture: C<\/a>/);
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

  it('leaves alone what only looks like markup', async () => {
    const html = await htmlOf('Write `<a class="x" href="/y">` and \\<b>.\n');
    expect(html).toContain('&lt;a class="x" href="/y">');
    expect(html).toContain('&lt;b>');
  });

  it('is written from right to left where the post is', async () => {
    const text = postText({ fields: ['lang: ar'], body: 'مرحبا\n' });
    expect((await mailOf({ 'blog/2022/03/a/index.mdx': text })).out).toMatch(
      /<html lang="ar" dir="rtl">[\s\S]*align="right"/,
    );
    expect(await htmlOf('Hello.\n')).not.toMatch(/rtl|align="right"/);
  });

  it('is never cut by Gmail: of a long edition it has the headings, as links', async () => {
    const long = `## One\n\n${'Many words. '.repeat(9000)}\n\n## Two\n\nEnd.\n`;
    const { out, err } = await mailOf({ 'blog/2022/03/a/index.mdx': postText({ body: long }) });
    expect(Buffer.byteLength(out)).toBeLessThan(gmailCut);
    expect(out).toMatch(/<h2[^>]*><a href="https:\/\/news\.example\/blog\/2022\/03\/a\/#two"[^>]*>Two<\/a><\/h2>/);
    expect(err).toContain('larger than 102 kB');
    const short = await mailOf({ 'blog/2022/03/a/index.mdx': postText({ body: '## One\n\nEnd.\n' }) });
    expect(short.err).toBe('Subject: A post (4 kB of HTML)');
  });
});

describe('the plain text', () => {
  it('has short lines, and each link beside its words', async () => {
    const body = `## A heading\n\n${'word '.repeat(40)}[here](/events/).\n\n- one\n- two\n`;
    const { out } = await mailOf({ 'blog/2022/03/a/index.mdx': postText({ body }) }, '--text');
    expect(out).toMatch(/^A post\n======\n\nhttps:\/\/news\.example\/blog\/2022\/03\/a\/\n\nA heading\n\nword /);
    expect(out).toContain('here\n<https://news.example/events/>');
    expect(out).toContain(' * one\n * two');
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(72);
  });
});

describe('the command', () => {
  const files = { 'blog/2022/03/a/index.mdx': postText() };

  it('writes both into a folder', async () => {
    const { out, dir } = await mailOf(files, '--out', 'mail');
    expect(out.split('\n')).toEqual([join(dir, 'mail/a.html'), join(dir, 'mail/a.txt')]);
    expect(await readFile(join(dir, 'mail/a.html'), 'utf8')).toBe(`${(await mailOf(files)).out}\n`);
    expect(await readFile(join(dir, 'mail/a.txt'), 'utf8')).toContain('Hello.');
  });

  it('warns of a post that nobody sees yet', async () => {
    const draft = { 'blog/2022/03/a/index.mdx': postText({ fields: ['draft: true'] }) };
    expect((await mailOf(draft)).err).toContain('Wait before you send it');
    expect((await mailOf(files)).err).not.toContain('Wait');
  });

  it('refuses a withdrawn post with its reason, and sends it once it is no longer withdrawn', async () => {
    const withdrawn = { 'blog/2022/03/a/index.mdx': postText({ fields: ['withdrawn: Its advice is not safe.'] }) };
    await expect(mailOf(withdrawn)).rejects.toThrow(
      /index\.mdx:4:12: error post\/withdrawn: .*Its advice is not safe\. \(fix: /,
    );
    expect((await mailOf(files)).code).toBe(0);
  });

  it('names the nearest post', async () => {
    const { dir } = await writeContent(files);
    const terminal = testTerminal({ root: dir, cwd: dir, env: { CONTENT_DIR: '.' } });
    await expect(email.run(['/blog/2022/03/b/'], terminal)).rejects.toThrow(
      new UsageError('There is no post “/blog/2022/03/b/”. Did you mean /blog/2022/03/a/?'),
    );
    await expect(email.run([], terminal)).rejects.toThrow(UsageError);
  });
});
