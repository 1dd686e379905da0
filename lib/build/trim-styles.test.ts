import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { canMatch, noteNames, trimSheets, trimStyles, type UsedNames } from '@/lib/build/trim-styles';

const usedBy = (html: string): UsedNames => {
  const used = { classes: new Set<string>(), properties: new Set<string>() };
  noteNames(html, used);
  return used;
};

describe('canMatch', () => {
  const classes = new Set(['card', 'title', '@xl:hidden', 'py-1.5']);

  it.each([
    'p',
    '.card',
    '.card>.title:hover',
    '.card:not(.absent)',
    '.card:has(>.absent)',
    ':is(.absent,.card)>li',
    '[href*=".absent"]',
    'a[href^=http]:after',
    'a[rel~=absent]',
    '.\\@xl\\:hidden',
    '.py-1\\.5',
  ])('keeps %s', (selector) => {
    expect(canMatch(selector, classes)).toBe(true);
  });

  it.each(['.absent', '.card .absent', '.cards', ':is(.absent,.other) .card', ':is(.card .absent)', '.py-1'])(
    'drops %s',
    (selector) => {
      expect(canMatch(selector, classes)).toBe(false);
    },
  );
});

const trimSheet = (css: string, used: UsedNames) => trimSheets([css], used)[0] ?? '';

describe('trimSheets', () => {
  it('keeps for one sheet what another one reads, under one name', () => {
    const [first = '', second = ''] = trimSheets(
      [
        ':root{--color-ink:#000;--color-rare:#111;--unread:1}',
        'p{color:var(--color-rare);background:var(--color-ink)}',
      ],
      usedBy(''),
    );
    const [, ink] = /(--\w+):#000/.exec(first) ?? [];
    const [, rare] = /(--\w+):#111/.exec(first) ?? [];
    expect(second).toBe(`p{color:var(${rare});background:var(${ink})}`);
    expect(first).not.toContain('unread');
  });

  it('drops rules and properties that nothing uses, and shortens names', () => {
    const css =
      ':root{--color-ink:#111;--color-unused:#222;--ratio:2;--size:calc(1rem*var(--ratio))}' +
      '@media print{.absent{color:red}}.card,.absent{color:var(--color-ink);width:var(--size)}';
    expect(trimSheet(css, usedBy('<p class="card">'))).toBe(
      ':root{--a:#111;--b:2;--c:calc(1rem*var(--b))}.card{color:var(--a);width:var(--c)}',
    );
  });

  it('gives each property a name of its own', () => {
    const names = Array.from({ length: 800 }, (_, index) => `--property-${index}`);
    const css = `:root{${names.map((name) => `${name}:1`).join(';')}}p{margin:${names.map((name) => `var(${name})`).join(' ')}}`;
    const short = trimSheet(css, usedBy('')).match(/--\w+(?=:)/g);
    expect(new Set(short).size).toBe(800);
  });

  it('leaves the names that a page itself uses', () => {
    const css = ':root{--text-lg:2rem;--a:1}p{order:var(--a);font-size:var(--text-lg)}';
    expect(trimSheet(css, usedBy('<text font-size="var(--text-lg)">'))).toBe(
      ':root{--text-lg:2rem;--a:1}p{order:var(--a);font-size:var(--text-lg)}',
    );
  });

  it('keeps steps of an animation, and declarations of what is read', () => {
    const css =
      '@property --turn{syntax:"*";inherits:false}@property --unread{syntax:"*";inherits:false}' +
      '@keyframes spin{from{rotate:0deg}50%{rotate:var(--turn)}}';
    expect(trimSheet(css, usedBy(''))).toBe(
      '@property --a{syntax:"*";inherits:false}@keyframes spin{from{rotate:0deg}50%{rotate:var(--a)}}',
    );
  });

  it.each(['@keyframes spin', '@-webkit-keyframes spin'])('takes no step of %s for a class', (animation) => {
    const css = `${animation}{0%{opacity:0}12.5%{opacity:1}12.5%,37.5%{rotate:1deg}}`;
    expect(trimSheet(css, usedBy(''))).toBe(css);
  });

  it.each(['@media print', '@supports (rotate:1deg)', '@layer components'])('takes a class in %s for one', (group) => {
    const css = `${group}{.absent{opacity:1}.present,.absent{rotate:1deg}}`;
    expect(trimSheet(css, usedBy('<p class="present">'))).toBe(`${group}{.present{rotate:1deg}}`);
  });
});

describe('trimStyles', () => {
  it('gives posts and other pages a sheet each, and keeps what scripts add', async () => {
    const dist = await mkdtemp(join(tmpdir(), 'news-trim-'));
    try {
      const page = (name: string) =>
        `<link rel="stylesheet" href="/news/_next/static/chunks/all.css"/><p class="${name}">`;
      await mkdir(join(dist, 'static/chunks'), { recursive: true });
      await mkdir(join(dist, 'server/app/blog/2024/05'), { recursive: true });
      await writeFile(join(dist, 'static/chunks/all.css'), '.in-post{order:1}.in-list{order:2}.by-script{order:3}');
      await writeFile(join(dist, 'server/app/blog/2024/05/a.html'), page('in-post'));
      await writeFile(join(dist, 'server/app/blog/2024/05.html'), page('in-list'));
      const retarget = await trimStyles(dist, ['x.className="by-script"']);
      const sheetOf = async (name: string, file: string) => {
        const path = /"\/news\/_next\/(static\/chunks\/[0-9a-f]{12}\.css)"/.exec(retarget(page(name), file))?.[1];
        return readFile(join(dist, path ?? ''), 'utf8');
      };
      expect(await sheetOf('in-post', 'app/blog/2024/05/a.html')).toBe('.in-post{order:1}.by-script{order:3}');
      expect(await sheetOf('in-list', 'app/blog/2024/05.html')).toBe('.in-list{order:2}.by-script{order:3}');
      expect(await readdir(join(dist, 'static/chunks'))).toContain('all.css');
    } finally {
      await rm(dist, { recursive: true });
    }
  });
});
