// What strangers may send: each hostile or malformed input with the most similar valid one, and a canary that would appear
// if anything in it ran.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Diagnostic, formatDiagnostic } from '@/lib/base/diagnostic';
import { check } from '@/lib/check/check';
import { exampleSite } from '@/lib/check/explain';
import { loadPosts } from '@/lib/content/load-posts';
import { compileBody } from '@/lib/mdx/compile';
import { writeContent } from '@/lib/tooling/testing/fixtures/content-folder';

let scratch = '';
let canary = '';

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'news-canary-'));
  canary = join(scratch, 'ran');
});

afterAll(async () => {
  expect(existsSync(canary), 'content ran').toBe(false);
  await rm(scratch, { recursive: true, force: true });
});

/** Code that leaves a file behind wherever it is run: by Node, by a shell. CANARY becomes the file's path. */
const code = "require('fs').writeFileSync('CANARY','')";

type Content = string | Uint8Array | { link: string } | { pipe: true };
type Files = Readonly<Record<string, Content>>;

const head = (...fields: string[]) =>
  `${['---', 'title: A post', 'date: 2022-03-01', ...fields, '---'].join('\n')}\n\n`;
const post = 'blog/2022/03/a.mdx';
const old = 'blog/2022/03/a.md';
const mdx = (body: string, ...fields: string[]): Files => ({ [post]: `${head(...fields)}${body}\n` });
const md = (body: string, ...fields: string[]): Files => ({ [old]: `${head(...fields)}${body}\n` });
const raw = (text: string | Uint8Array): Files => ({ [post]: text });
const event = (...lines: string[]): Files => ({
  'events/talk.yaml': `${['title: A talk', 'kind: talk', 'start: 2022-03-03', ...lines].join('\n')}\n`,
});
const release = (...lines: string[]): Files => ({
  'releases/tool-1.0.0.yaml': `${['project: tool', 'version: "1.0.0"', ...lines].join('\n')}\n`,
});
const person = (...lines: string[]): Files => ({ 'people/ann.yaml': `${lines.join('\n')}\n` });
const svg = (inside: string, attributes = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"${attributes}>${inside}</svg>`;
const drawing = (content: string): Files => ({
  'blog/2022/03/b/index.mdx': `${head()}![A drawing](a.svg)\n`,
  'blog/2022/03/b/a.svg': content,
});
const soundDrawing = drawing(svg('<path d="M0 0h9"/>'));
const sound = mdx('Hello.');
const beside = (name: string, content: Content): Files => ({
  'blog/2022/03/b/index.mdx': `${head()}Hello.\n`,
  [`blog/2022/03/b/${name}`]: content,
});

/** What is sent, the code that refuses it, the nearest that passes. */
const table: readonly [what: string, code: string, bad: Files, good: Files][] = [
  // Front matter that runs elsewhere
  ['front matter in JavaScript', 'front-matter/opener', raw(`---js\n{ title: ${code} }\n---\n`), sound],
  [
    'front matter in javascript, spelled out',
    'front-matter/opener',
    raw(`---javascript\nmodule.exports = ${code}\n---\n`),
    sound,
  ],
  ['front matter in JavaScript, in capitals', 'front-matter/opener', raw(`---JS\n${code}\n---\n`), sound],
  ['front matter in JavaScript after a space', 'front-matter/opener', raw(`--- js\n${code}\n---\n`), sound],
  ['front matter in CoffeeScript', 'front-matter/opener', raw(`---coffee\n${code}\n---\n`), sound],
  ['front matter in JSON', 'front-matter/opener', raw('---json\n{"title": "A post"}\n---\n'), sound],
  ['front matter in TOML that does not end', 'front-matter/unclosed', raw('+++\ntitle = "A post"\n'), sound],
  ['front matter in braces that do not end', 'front-matter/unclosed', raw('{ "title": "A post"\n'), sound],
  ['a closer with a language', 'front-matter/closer', raw('---\ntitle: A post\ndate: 2022-03-01\n---js\n'), sound],
  ['a closer of dots', 'front-matter/unclosed', raw('---\ntitle: A post\ndate: 2022-03-01\n...\n'), sound],
  // YAML
  [
    'a tag that makes a function',
    'yaml/invalid',
    mdx('a', `description: !!js/function "${code}"`),
    mdx('a', `description: "${code}"`),
  ],
  ['a tag of our own', 'yaml/invalid', mdx('a', 'description: !secret x'), mdx('a', 'description: "!secret x"')],
  ['a binary tag', 'yaml/tag', mdx('a', 'description: !!binary aGVsbG8='), mdx('a', 'description: aGVsbG8=')],
  [
    'an alias bomb',
    'yaml/alias',
    mdx('a', 'tags: &a [x, x]', 'authors: [*a, *a, *a, *a]'),
    mdx('a', 'tags: [x]', 'authors: [y]'),
  ],
  ['a merge key', 'yaml/key', mdx('a', '<<: { draft: true }'), mdx('a', 'draft: true')],
  ['a prototype', 'yaml/key', mdx('a', '__proto__: { draft: true }'), mdx('a', 'draft: true')],
  [
    'a prototype inside',
    'yaml/key',
    mdx('a', 'resources: [{ src: x, __proto__: { title: y } }]'),
    mdx('a', 'resources: [{ src: x, title: y }]'),
  ],
  ['a constructor', 'post/unknown-key', mdx('a', 'constructor: x'), mdx('a', 'description: x')],
  [
    'a slip inside a list of groups',
    'post/unknown-key',
    mdx('a', 'resources: [{ src: x, tilte: y }]'),
    mdx('a', 'resources: [{ src: x, title: y }]'),
  ],
  ['a key twice', 'yaml/invalid', mdx('a', 'draft: false', 'draft: true'), mdx('a', 'draft: true')],
  [
    'a second document',
    'yaml/invalid',
    person('name: Ann', '...', 'affiliation: Evil'),
    person('name: Ann', 'affiliation: Good'),
  ],
  ['a list for a mapping', 'yaml/root', person('- name: Ann'), person('name: Ann')],
  ['brackets beyond reason', 'yaml/depth', person(`name: ${'['.repeat(3000)}`), person('name: "[[["')],
  [
    'an escape that turns text round',
    'text/direction',
    person('name: "Ann \\u202E eeL"'),
    person('name: "Ann \\u00c9"'),
  ],
  ['an escape to the terminal', 'text/control', person('name: "\\e[2J Ann"'), person('name: "[2J Ann"')],
  // Code in MDX
  ['an expression', 'mdx/expression', mdx(`{${code}}`), mdx(`\`{${code}}\``)],
  ['an expression in text', 'mdx/expression', mdx(`Hello {process.env.HOME}`), mdx('Hello \\{process.env.HOME}')],
  ['a literal in braces', 'mdx/expression', mdx('It is {"lost"}'), mdx('It is "kept"')],
  ['a comment in braces', 'mdx/expression', mdx('a {/* b */}'), mdx('a \\{/* b */}')],
  ['an import', 'mdx/import', mdx("import fs from 'node:fs'"), mdx("`import fs from 'node:fs'`")],
  ['an export that runs', 'mdx/import', mdx(`export const x = ${code}`), mdx(`    export const x = 1`)],
  ['a spread', 'mdx/expression', mdx(`<kbd {...${code}}>a</kbd>`), mdx('<kbd>a</kbd>')],
  ['an attribute that runs', 'mdx/expression', mdx(`<Note title={${code}}>a</Note>`), mdx('<Note title="a">a</Note>')],
  [
    'an attribute of a literal',
    'mdx/expression',
    mdx('<Event id={"talk"} />', 'events: [talk]'),
    mdx('<Event id="talk" />', 'events: [talk]'),
  ],
  [
    'dangerouslySetInnerHTML',
    'mdx/expression',
    mdx('<kbd dangerouslySetInnerHTML={{ __html: "<script>" }} />'),
    mdx('<kbd>a</kbd>'),
  ],
  ['a constructor as an element', 'mdx/element', mdx('<constructor>a</constructor>'), mdx('<mark>a</mark>')],
  ['a member as an element', 'mdx/element', mdx('<Note.constructor>a</Note.constructor>'), mdx('<Note>a</Note>')],
  ['an element without a name', 'mdx/element', mdx('<>a</>'), mdx('a')],
  // Elements
  ['<script>', 'mdx/element', mdx(`<script>${code.replace(/[{}]/g, '')}</script>`), mdx('`<script>`')],
  ['<SCRIPT>', 'mdx/element', mdx('<SCRIPT>alert(1)</SCRIPT>'), mdx('`<SCRIPT>`')],
  ['<style>', 'mdx/element', mdx('<style>a</style>'), mdx('<small>a</small>')],
  ['<iframe>', 'mdx/element', mdx('<iframe src="https://evil.example/" />'), mdx('[a](https://good.example/)')],
  ['<base>', 'mdx/element', mdx('<base href="https://evil.example/" />'), mdx('a')],
  ['<meta>', 'mdx/element', mdx('<meta http-equiv="refresh" content="0;url=https://evil.example/" />'), mdx('a')],
  ['<form>', 'mdx/element', mdx('<form action="https://evil.example/">a</form>'), mdx('a')],
  ['<object>', 'mdx/element', mdx('<object data="a.swf" />'), mdx('a')],
  ['<svg>', 'mdx/element', mdx('<svg onload="alert(1)" />'), mdx('a')],
  ['<img>', 'mdx/element', mdx('<img src="x" onerror="alert(1)" />'), mdx('a')],
  ['an element of our own', 'mdx/element', mdx('<video-player src="https://evil.example/" />'), mdx('a')],
  ['a handler', 'mdx/attribute', mdx('<kbd onclick="alert(1)">a</kbd>'), mdx('<kbd>a</kbd>')],
  ['a style', 'mdx/attribute', mdx('<kbd style="position:fixed">a</kbd>'), mdx('<kbd>a</kbd>')],
  ['an id of the page', 'mdx/attribute', mdx('<kbd id="site-main">a</kbd>'), mdx('<kbd>a</kbd>')],
  [
    'an unknown component',
    'mdx/element',
    mdx('<Evnt id="talk" />', 'events: [talk]'),
    mdx('<Event id="talk" />', 'events: [talk]'),
  ],
  ['an HTML comment', 'mdx/comment', mdx('a <!-- b --> c'), mdx('a \\<!-- b --> c')],
  ['an element that is not closed', 'mdx/syntax', mdx('<details>a'), mdx('<details>a</details>')],
  // Addresses
  ['javascript:', 'link/scheme', mdx('[a](javascript:alert(1))'), mdx('[a](https://example.org/javascript:alert)')],
  ['javascript: in capitals', 'link/scheme', mdx('[a](JAVASCRIPT:alert)'), mdx('[a](HTTPS://example.org/)')],
  [
    'javascript: in entities',
    'link/scheme',
    mdx('[a](&#106;avascript&colon;alert)'),
    mdx('[a](https&colon;//example.org/)'),
  ],
  [
    'javascript: after a control character',
    'link/scheme',
    mdx('[a](<\x01javascript:alert>)'),
    mdx('[a](https://example.org/)'),
  ],
  [
    'javascript: with a tab inside',
    'link/scheme',
    mdx('[a](<java&Tab;script:alert>)'),
    mdx('[a](https://example.org/)'),
  ],
  [
    'javascript: with a line end inside',
    'link/scheme',
    mdx('[a](<java&NewLine;script:alert>)'),
    mdx('[a](https://example.org/)'),
  ],
  ['javascript: in an automatic link', 'link/scheme', md('<javascript:alert>'), md('<https://example.org/>')],
  [
    'javascript: in a definition',
    'link/scheme',
    mdx('[a][b]\n\n[b]: javascript:alert'),
    mdx('[a][b]\n\n[b]: https://example.org/'),
  ],
  [
    'javascript: in HTML',
    'link/scheme',
    md('<a href=" javascript:alert">a</a>'),
    md('<a href="https://example.org/">a</a>'),
  ],
  [
    'javascript: in HTML, in capitals and entities',
    'link/scheme',
    md('<A HREF="&#x4A;avaScript&#58;alert">a</A>'),
    md('<A HREF="https&#58;//example.org/">a</A>'),
  ],
  [
    'xlink:href',
    'link/scheme',
    md('<svg><a xlink:href="javascript:alert">a</a></svg>'),
    md('<a href="/events/talk/">a</a>'),
  ],
  ['formaction', 'link/scheme', md('<button formaction="javascript:alert">a</button>'), md('<kbd>a</kbd>')],
  ['action', 'link/scheme', md('<form action="vbscript:alert">a</form>'), md('<kbd>a</kbd>')],
  [
    'data:',
    'link/scheme',
    mdx('[a](data:text/html;base64,PHNjcmlwdD4=)'),
    mdx('[a](https://example.org/data:text/html)'),
  ],
  ['file:', 'link/scheme', mdx('[a](file:///etc/passwd)'), mdx('[a](https://example.org/etc/passwd)')],
  ['vbscript:', 'link/scheme', md('[a](vbscript:alert)'), md('[a](mailto:a@example.org)')],
  ['another host, said like a path', 'link/host', mdx('[a](//evil.example/)'), mdx('[a](https://good.example/)')],
  ['another host behind backslashes', 'link/host', mdx('[a](</\\\\evil.example/>)'), mdx('[a](/events/talk/)')],
  [
    'a user name before a host',
    'link/host',
    mdx('[a](https://tool.example@evil.example/)'),
    mdx('[a](https://tool.example/@evil.example)'),
  ],
  ['a look-alike host', 'link/look-alike', mdx('[a](https://kеttle.example/)'), mdx('[a](https://kettle.example/)')],
  [
    'it as an entity',
    'link/look-alike',
    mdx('[a](https://k&#x435;ttle.example/)'),
    mdx('[a](https://k&#x65;ttle.example/)'),
  ],
  [
    'it in a definition',
    'link/look-alike',
    md('[a]\n\n[a]: https://kеttle.example/'),
    md('[a]\n\n[a]: https://b.example/'),
  ],
  ['it as an automatic link', 'link/look-alike', md('> - <https://kеttle.example/>'), md('> - <https://b.example/>')],
  [
    'it in plain text',
    'link/look-alike',
    mdx('| a |\n|-|\n| https://kеttle.example/ |'),
    mdx('`https://kеttle.example/`'),
  ],
  [
    'it in HTML',
    'link/look-alike',
    md('<p><a href="https://kеttle.example/">a</a></p>'),
    md('<a href="https://b.example/">a</a>'),
  ],
  [
    'it in MDX',
    'link/look-alike',
    mdx('<a href="https://kеttle.example/">a</a>'),
    mdx('<a href="https://b.example/">a</a>'),
  ],
  ['it as a picture', 'link/look-alike', md('![a](https://kеttle.example/a.png)'), md('[a](https://b.example/a.png)')],
  [
    'it as a picture in HTML',
    'link/look-alike',
    md('<img src="https://kеttle.example/a.png" alt="a">'),
    md('<img src="/favicon.svg" alt="a">'),
  ],
  [
    'it in an entry',
    'link/look-alike',
    release('upgrade: "[a](https://xn--80ak6ac.example/)"'),
    release('upgrade: "[a](https://xn--e1afmkfd.example/)"'),
  ],
  ['a look-alike slash', 'link/host', mdx('[a](https://a.example⁄b.example/)'), mdx('[a](https://a.example/⁄b)')],
  [
    'a look-alike slash in a field',
    'url/host',
    event('url: https://a.example⁄b.example/'),
    event('url: https://a.example/b'),
  ],
  [
    'a backslash before a host',
    'link/host',
    md('[a](<https://a.example\\\\@b.example/>)'),
    md('[a](https://a.example/@b)'),
  ],
  ['a backslash in a field', 'url/host', event('url: https://a.example\\b'), event('url: https://a.example/?b=\\c')],
  ['http:', 'link/http', mdx('[a](http://example.org/)'), mdx('[a](https://example.org/)')],
  [
    'javascript: in the field of an entry',
    'url/scheme',
    event('url: "javascript:alert(1)"'),
    event('url: https://example.org/'),
  ],
  [
    'javascript: in the Markdown of an entry',
    'link/scheme',
    release('upgrade: "[a](javascript:alert)"'),
    release('upgrade: "[a](https://example.org/)"'),
  ],
  [
    'HTML in the Markdown of an entry',
    'entry/html',
    release('upgrade: <img src=x onerror=alert(1)>'),
    release('upgrade: "`<img src=x onerror=alert(1)>`"'),
  ],
  [
    'a domain that looks like another',
    'url/look-alike',
    event('url: https://fluхcd.io/'),
    event('url: https://tool.example/'),
  ],
  [
    'an alias to elsewhere',
    'address/form',
    mdx('a', 'aliases: [//evil.example/]'),
    mdx('a', 'aliases: [/evil.example/]'),
  ],
  ['an alias that climbs', 'address/form', mdx('a', 'aliases: [//evil.example/../etc/]'), mdx('a', 'aliases: [/etc/]')],
  [
    'an alias of the framework',
    'post/alias-hides-page',
    mdx('a', 'aliases: [/_next/static/]'),
    mdx('a', 'aliases: [/next/static/]'),
  ],
  ['an address outside the blog', 'post/address', mdx('a', 'url: /events/talk/'), mdx('a', 'url: /blog/2022/03/talk/')],
  [
    'an address that climbs',
    'post/address',
    mdx('a', 'url: /blog/2022/03/../../x/'),
    mdx('a', 'url: /blog/2022/03/x/'),
  ],
  // Pictures and files
  [
    'a picture from elsewhere',
    'picture/remote',
    mdx('![a](https://evil.example/pixel.png)'),
    mdx('[a](https://evil.example/pixel.png)'),
  ],
  ['a picture that climbs', 'picture/outside', mdx('![a](../../../etc/passwd.png)'), mdx('![a](/favicon.svg)')],
  [
    'a picture that climbs in entities',
    'picture/outside',
    mdx('![a](&period;&period;/x.png)'),
    mdx('![a](/favicon.svg)'),
  ],
  ['a drawing with a script', 'picture/svg', drawing(svg('<script>alert(1)</script>')), soundDrawing],
  ['a drawing with a handler', 'picture/svg', drawing(svg('<path d="M0 0"/>', ' onload="alert(1)"')), soundDrawing],
  ['a drawing with HTML', 'picture/svg', drawing(svg('<foreignObject><p>a</p></foreignObject>')), soundDrawing],
  ['a drawing that loads', 'picture/svg', drawing(svg('<image href="https://evil.example/a.png"/>')), soundDrawing],
  ['a drawing with entities', 'picture/svg', drawing(`<!DOCTYPE svg [<!ENTITY a "aaaa">]>${svg('&a;')}`), soundDrawing],
  [
    'a drawing with a style sheet',
    'picture/svg',
    drawing(svg('<style>@import url(https://evil.example/)</style>')),
    soundDrawing,
  ],
  [
    'HTML that is called a picture',
    'picture/type',
    beside('a.png', '<!doctype html><script>alert(1)</script>'),
    beside('a.svg', svg('')),
  ],
  ['a program next to a post', 'file/type', beside('run.js', code), beside('a.svg', svg(''))],
  ['a page next to a post', 'file/type', beside('index.html', '<script>alert(1)</script>'), beside('a.svg', svg(''))],
  ['a configuration next to a post', 'file/type', beside('next.config.mjs', code), beside('a.svg', svg(''))],
  ['a program among entries', 'file/type', { 'people/ann.js': code }, person('name: Ann')],
  ['a link out of the folder', 'file/kind', { 'blog/2022/03/b.mdx': { link: '/etc/hostname' } }, sound],
  ['a link to itself', 'file/kind', { 'blog/2022/03/b.mdx': { link: 'b.mdx' } }, sound],
  ['a link to the folder above', 'file/kind', { 'blog/2022/loop': { link: '..' } }, sound],
  [
    'a link in place of a file of its own',
    'file/kind',
    { 'facts.yaml': { link: '/etc/hostname' } },
    { 'facts.yaml': 'facts: []\n' },
  ],
  ['a pipe, which would be waited for', 'file/kind', { 'blog/2022/03/b.mdx': { pipe: true } }, sound],
  ['a pipe among entries', 'file/kind', { 'events/b.yaml': { pipe: true } }, event()],
  ['a device', 'file/kind', { 'blog/2022/03/b.mdx': { link: '/dev/zero' } }, sound],
  // Text
  ['UTF-16', 'file/encoding', raw(Buffer.from(`\ufeff${head()}`, 'utf16le')), raw(`\ufeff${head()}`)],
  ['Latin-1', 'file/encoding', raw(Buffer.from(`${head()}Jørn\n`, 'latin1')), raw(`${head()}Jørn\n`)],
  [
    'an overlong form',
    'file/encoding',
    raw(Buffer.concat([Buffer.from(head()), Buffer.from([0xc0, 0xaf])])),
    raw(`${head()}/\n`),
  ],
  ['NUL', 'text/control', mdx('a\0b'), mdx('a b')],
  ['an escape that writes to the terminal', 'text/control', mdx('\x1b]0;owned\x07'), mdx(']0;owned')],
  ['an override', 'text/direction', mdx('`if (admin\u202e)`'), mdx('`if (admin)`')],
  ['an override as an entity', 'text/direction', mdx('a &#x202E;b'), mdx('a &#x263A;b')],
  ['a word that hides a character', 'text/invisible', mdx('tool\u200bkit'), mdx('tool kit')],
  [
    'tags that hold a text',
    'text/invisible',
    mdx(`a${[...'obey'].map((letter) => String.fromCodePoint(0xe0000 + letter.charCodeAt(0))).join('')}`),
    mdx('a 🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}'),
  ],
  ['selectors that hold a text', 'text/invisible', mdx('a\u{e014f}\u{e0142}'), mdx('葛\u{e0100} ☕\ufe0f')],
  ['a soft hyphen in a word', 'text/invisible', mdx('ket\u00adtle'), mdx('ket-tle')],
  ['a soft hyphen as an entity', 'text/invisible', mdx('ket&shy;tle'), mdx('ket&ndash;tle')],
  [
    'an override as an entity in HTML',
    'text/direction',
    md('<div>\na &#x202E;b\n</div>'),
    md('<div>\na &amp;b\n</div>'),
  ],
  [
    'an override as an entity in an attribute of HTML',
    'text/direction',
    md('<p title="a &#x202E;b">a</p>'),
    md('<p title="a &amp;b">a</p>'),
  ],
  [
    'a title that nobody sees',
    'post/missing-field',
    raw('---\ntitle: "\u2800\u2800"\ndate: 2022-03-01\n---\n'),
    raw('---\ntitle: "⠁\u2800⠃"\ndate: 2022-03-01\n---\n'),
  ],
  ['a name that nobody sees', 'person/value', person('name: "\u115f\u1160"'), person('name: 가')],
  ['an alt text that nobody sees', 'picture/alt', mdx('![\u2800](/favicon.svg)'), mdx('![a](/favicon.svg)')],
  [
    'an override in the name of a picture',
    'text/direction',
    beside('\u202egnp.svg', svg('')),
    beside('a.svg', svg('')),
  ],
  [
    'an override in the name of a folder',
    'text/direction',
    { 'blog/2022/03/\u202eb/index.mdx': `${head('url: /blog/2022/03/b/')}a\n` },
    { 'blog/2022/03/b/index.mdx': `${head()}a\n` },
  ],
  [
    'a soft hyphen in the name of an entry',
    'text/invisible',
    { 'people/an\u00adn.yaml': 'name: Ann\n' },
    { 'people/ann.yaml': 'name: Ann\n' },
  ],
  [
    'a selector in the name of a picture',
    'text/invisible',
    beside('a\ufe0f.svg', svg('')),
    beside('☕\ufe0f می\u200cخواهم.svg', svg('')),
  ],
  ['text that was read wrongly', 'text/decoding', mdx('J√∏rn and SÃ¸ren'), mdx('Jørn and Søren, «É», √π')],
  // What exhausts
  ['600 kB', 'file/size', mdx('word '.repeat(120_000)), mdx('word '.repeat(2_000))],
  ['quotes beyond reason', 'body/depth', mdx(`${'> '.repeat(2000)}a`), mdx(`${'> '.repeat(20)}a`)],
  [
    'elements beyond reason',
    'body/depth',
    md(`${'<div>'.repeat(2000)}a`),
    md(`${'<div>'.repeat(20)}a${'</div>'.repeat(20)}`),
  ],
  [
    'components in Markdown, which HTML does not close',
    'body/depth',
    md('<Event id="a" />\n'.repeat(20_000)),
    md('<br />\n'.repeat(2_000)),
  ],
  [
    'a text in front matter that does not end',
    'front-matter/unclosed',
    raw(`{ "title": "${'\\"'.repeat(250_000)}`),
    raw(`{ "title": "${'\\"'.repeat(40)}", "date": "2022-03-01" }\n`),
  ],
  [
    'front matter of empty lines',
    'post/missing-field',
    raw(`---\ntitle: A post\n${'\n'.repeat(60_000)}---\n`),
    raw(`---\ntitle: A post\ndate: 2022-03-01\n${'\n'.repeat(60_000)}---\n`),
  ],
  [
    'a field of a field of a field',
    'toml/invalid',
    raw(`+++\ntitle = "A post"\na${'.a'.repeat(30_000)} = 1\n+++\n`),
    raw('+++\ntitle = "A post"\ndate = 2022-03-01\nparams.a = 1\n+++\n'),
  ],
  [
    'thousands of fields, one twice',
    'yaml/invalid',
    mdx('a', `params: { ${Array.from({ length: 9_000 }, (_, index) => `a${index}`).join(', ')}, a0 }`),
    mdx('a', `params: { ${Array.from({ length: 9_000 }, (_, index) => `a${index}`).join(', ')} }`),
  ],
  ['emphasis that ends nothing', 'body/costly', mdx('*a_ b\n'.repeat(8_000)), mdx('*a_ '.repeat(300))],
  ['a paragraph of entities', 'body/costly', md('&amp;a\n'.repeat(70_000)), md('&amp;a\n'.repeat(1_000))],
  ['rows of underscores', 'body/costly', mdx(`${'_'.repeat(20_000)}a${'_'.repeat(20_000)}`), mdx('_'.repeat(200))],
  ['a line without an end', 'body/costly', md('中<'.repeat(80_000)), md('中<'.repeat(2_000))],
  ['tags in braces in tags', 'mdx/expression', mdx('<a b={'.repeat(40)), mdx('`<a b={`')],
  ['brackets in braces', 'mdx/expression', mdx(`{${'('.repeat(10_000)}}`), mdx(`\\{${'('.repeat(10_000)}}`)],
  ['brackets in an export', 'mdx/import', mdx(`export const a = ${'('.repeat(10_000)}`), mdx('`export const a`')],
  ['brackets in brackets', 'body/costly', mdx('[a]('.repeat(10_000)), mdx('[a](/blog/) '.repeat(100))],
  [
    'lines that go on in 40 quotes',
    'body/costly',
    md(`${'> '.repeat(40)}a\n${'b\n'.repeat(5_000)}`),
    md(`> a\n${'b\n'.repeat(500)}`),
  ],
  ['lines that go on in a quote', 'body/costly', mdx(`> a\n${'b\n'.repeat(5_000)}`), md(`> a\n${'b\n'.repeat(5_000)}`)],
  [
    'lines that go on in a list',
    'body/costly',
    mdx(`- a\n${'|b\n'.repeat(5_000)}`),
    mdx(`- a\n${'  b\n'.repeat(5_000)}`),
  ],
  [
    'lines that go on in a footnote',
    'body/costly',
    mdx(`b[^1]\n\n[^1]: a\n${'b\n'.repeat(5_000)}`),
    mdx(`- a\n\n${'b\n'.repeat(5_000)}`),
  ],
  [
    'lines of code after a quote',
    'body/costly',
    mdx(`> a\n${' b\n'.repeat(5_000)}`),
    mdx(`> a\n\n~~~\n${'- a\n'}${'b\n'.repeat(5_000)}~~~`),
  ],
  [
    'a table that fills the memory',
    'body/nodes',
    md(`${'|a'.repeat(500)}\n${'|-'.repeat(500)}\n${'|b\n'.repeat(1_000)}`),
    md(`${'|a'.repeat(5)}\n${'|-'.repeat(5)}\n${'|b\n'.repeat(50)}`),
  ],
  // Names
  [
    'a name that only capitals tell apart',
    'file/same-name',
    { ...sound, 'blog/2022/03/A.mdx': head('url: /blog/2022/03/b/') },
    { ...sound, 'blog/2022/03/b.mdx': head() },
  ],
  [
    'an address that only accents tell apart',
    'post/duplicate-address',
    { ...mdx('a', 'url: /blog/2022/03/é/'), 'blog/b.mdx': head('url: /blog/2022/03/e\u0301/') },
    { ...mdx('a', 'url: /blog/2022/03/é/'), 'blog/b.mdx': head('url: /blog/2022/03/e/') },
  ],
  [
    'an id that climbs',
    'entry/id',
    { 'people/x%2F..%2Fann.yaml': 'name: Ann\n' },
    { 'people/bob.yaml': 'name: Bob\n' },
  ],
  [
    'a logo that climbs',
    'adopter/value',
    { 'adopters/a.yaml': 'name: A\nurl: https://a.example/\nprojects: [tool]\nlogo: ../../etc/passwd.svg\n' },
    {
      'adopters/a.yaml': 'name: A\nurl: https://a.example/\nprojects: [tool]\nlogo: a.svg\n',
      'adopters/a.svg': svg('<path d="M0 0"/>'),
    },
  ],
  ['a rule that never ends', 'event/repeats', event('repeats: FREQ=SECONDLY'), event('repeats: FREQ=WEEKLY;BYDAY=TH')],
];

async function problemsOf(files: Files): Promise<{ dir: string; problems: readonly Diagnostic[] }> {
  const { dir } = await writeContent({});
  await cp(exampleSite, dir, { recursive: true });
  for (const [path, content] of Object.entries<Content>(files)) {
    const absolute = join(dir, path);
    await mkdir(dirname(absolute), { recursive: true });
    await rm(absolute, { force: true });
    if (typeof content === 'string') await writeFile(absolute, content.replaceAll('CANARY', canary));
    else if (content instanceof Uint8Array) await writeFile(absolute, content);
    else if ('link' in content) await symlink(content.link, absolute);
    else execFileSync('mkfifo', [absolute]);
  }
  return { dir, problems: (await check(dir)).problems };
}

/** What is left out of the site with a warning: nothing of it is served. */
const leftOut = new Set([
  'a constructor',
  'a program next to a post',
  'a page next to a post',
  'a configuration next to a post',
]);

describe('what strangers may send', () => {
  it.each(table)(
    '%s: %s',
    async (name, expected, bad, good) => {
      const hostile = await problemsOf(bad);
      const refused = hostile.problems.filter(({ code: found }) => found === expected);
      expect(refused, hostile.problems.map(formatDiagnostic).join('\n')).not.toEqual([]);
      expect(refused[0]?.severity).toBe(leftOut.has(name) ? 'warning' : 'error');
      // Whatever the input, the output is one line per problem, with a fix.
      for (const problem of hostile.problems) {
        // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what may not be there
        expect(formatDiagnostic(problem)).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
        expect(problem.fix).toMatch(/\w/);
      }
      expect((await check(hostile.dir)).problems, 'checked again').toEqual(hostile.problems);
      const accepted = await problemsOf(good);
      expect(
        accepted.problems.filter(({ severity }) => severity === 'error').map(formatDiagnostic),
        'the accepted content',
      ).toEqual([]);
      expect(existsSync(canary), 'it ran').toBe(false);
    },
    30_000,
  );

  it('has more than 60 cases, each with its own name', () => {
    const names = table.map(([what]) => what);
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBeGreaterThanOrEqual(60);
  });
});

describe('the canary', () => {
  it('appears where its code runs', () => {
    const proof = join(scratch, 'proof');
    execFileSync(process.execPath, ['-e', code.replace('CANARY', proof)]);
    expect(readFileSync(proof, 'utf8')).toBe('');
  });

  it('does not appear even if a body is rendered without being checked', async () => {
    for (const [, , bad] of table.filter(([, refusal]) =>
      /^mdx\/(?:expression|import|element|attribute)$/.test(refusal),
    )) {
      const { dir } = await problemsOf(bad);
      for (const { body, format } of (await loadPosts(dir)).posts) {
        const options = { format, pictures: new Map(), hasPublicFile: () => false };
        await expect(compileBody(body, options)).rejects.toThrow();
      }
    }
    expect(existsSync(canary)).toBe(false);
  }, 60_000);
});
