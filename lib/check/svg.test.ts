import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { checkSvg } from '@/lib/check/svg';

/** What is wrong with a drawing. */
const problemOf = (text: string | Uint8Array) => checkSvg(Buffer.from(text), 'picture/svg');

const xmlns = 'xmlns="http://www.w3.org/2000/svg"';
const xlink = 'xmlns:xlink="http://www.w3.org/1999/xlink"';
const svg = (inner: string, attributes = xmlns) => `<svg ${attributes}>${inner}</svg>`;

const dot = (
  await sharp({ create: { width: 2, height: 2, channels: 3, background: 'red' } })
    .png()
    .toBuffer()
).toString('base64');
const jpeg = (
  await sharp({ create: { width: 2, height: 2, channels: 3, background: 'red' } })
    .jpeg()
    .toBuffer()
).toString('base64');
const wide = (
  await sharp({ create: { width: 4001, height: 1, channels: 3, background: 'red' } })
    .png()
    .toBuffer()
).toString('base64');

const broad = (
  await sharp({ create: { width: 4000, height: 4000, channels: 3, background: 'red' } })
    .png()
    .toBuffer()
).toString('base64');

const marker = `<marker id="m">${'<path d="M0 0h1"/>'.repeat(200)}</marker>`;
const pattern = `<pattern id="p">${'<rect/>'.repeat(100)}</pattern>`;

const line = (corners: number) => `<polyline points="${'1,2 '.repeat(corners)}"/>`;

const marked = (attribute: string, shape: string) => marker + shape.replace('/>', ` ${attribute}="url(#m)"/>`);

/** Patterns of which each has the one before four times. */
const nested = (depth: number) =>
  Array.from({ length: depth }, (_, level) => {
    const before = `<rect fill="url(#p${level || ''})"/>`;
    return `<pattern id="p${level + 1}">${before.repeat(4)}</pattern>`;
  }).join('');

/** What it is; what is refused; what the message names; the nearest that is accepted. */
const pairs: [what: string, hostile: string, named: RegExp, accepted: string][] = [
  ['a script', svg('<script>alert(1)</script>'), /<script>/, svg('<title>script</title>')],
  ['a script from elsewhere', svg('<script href="https://x.example/a.js"/>'), /<script>/, svg('<desc>x</desc>')],
  [
    'a script under another prefix',
    svg('<s:script xmlns:s="http://www.w3.org/2000/svg">a()</s:script>'),
    /<s:script>/,
    svg('<s:path xmlns:s="http://www.w3.org/2000/svg" d="M0 0"/>'),
  ],
  [
    'a script of HTML',
    svg('<script xmlns="http://www.w3.org/1999/xhtml">a()</script>'),
    /<script> is not an SVG element/,
    svg('<g/>'),
  ],
  [
    'HTML under a prefix',
    svg('<h:body xmlns:h="http://www.w3.org/1999/xhtml"/>'),
    /<h:body>/,
    svg('<g xmlns:h="http://www.w3.org/1999/xhtml"/>'),
  ],
  ['a handler', svg('', `${xmlns} onload="a()"`), /"onload" of <svg>/, svg('', `${xmlns} role="img"`)],
  ['a handler in capitals', svg('<rect ONCLICK="a()"/>'), /"ONCLICK"/, svg('<rect width="1"/>')],
  ['a handler of animations', svg('<g onbegin="a()"/>'), /"onbegin"/, svg('<g opacity=".5"/>')],
  [
    'a style sheet',
    svg('<style>*{fill:url(//x.example)}</style>'),
    /refers to something outside/,
    svg('<style>*{fill:red}</style>'),
  ],
  ['a style sheet from elsewhere', svg('<style>@import "//x.example";</style>'), /<style>/, svg('<style/>')],
  [
    'a style sheet that moves',
    svg('<style>g{animation:a 1s}@keyframes a{to{opacity:0}}</style>'),
    /<style>/,
    svg('<style>g{opacity:0}</style>'),
  ],
  [
    'a style attribute',
    svg('<rect style="fill:url(//x.example)"/>'),
    /refers to something outside/,
    svg('<rect style="fill:red"/>'),
  ],
  [
    'a style that loads',
    svg('<rect style="background-image:image-set(\'a.png\')"/>'),
    /"style"/,
    svg('<rect style="mix-blend-mode:multiply"/>'),
  ],
  [
    'a foreign object',
    svg('<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject>'),
    /<foreignObject>/,
    svg('<text>x</text>'),
  ],
  ['a frame', svg('<iframe src="https://x.example"/>'), /<iframe>/, svg('<rect/>')],
  [
    'a link that is a script',
    svg('<a href="javascript:a()"><path d="M0 0"/></a>'),
    /<a>/,
    svg('<a href="https://x.example"><path d="M0 0"/></a>'),
  ],
  [
    'an animation of an address',
    svg('<rect><set attributeName="href" to="javascript:a()"/></rect>'),
    /<set>/,
    svg('<rect/>'),
  ],
  ['an animation', svg('<rect><animate attributeName="x" to="9"/></rect>'), /<animate>/, svg('<rect x="9"/>')],
  [
    'a part of another file',
    svg('<use href="https://x.example/a.svg#b"/>'),
    /<use> refers to something outside/,
    svg('<use href="#b"/>'),
  ],
  [
    'a part of another file, by XLink',
    svg('<use xlink:href="a.svg#b"/>', `${xmlns} ${xlink}`),
    /<use> refers to something outside/,
    svg('<use xlink:href="#b"/>', `${xmlns} ${xlink}`),
  ],
  [
    'a part of another file, with another prefix for XLink',
    svg('<use l:href="//x.example/a" xmlns:l="http://www.w3.org/1999/xlink"/>'),
    /<use>/,
    svg('<use l:href="#a" xmlns:l="http://www.w3.org/1999/xlink"/>'),
  ],
  ['data to be used', svg('<use href="data:image/svg+xml;base64,PHN2Zy8+#a"/>'), /<use>/, svg('<use href="#a"/>')],
  [
    'a picture elsewhere',
    svg('<image href="https://x.example/a.png"/>'),
    /<image>/,
    svg(`<image href="data:image/png;base64,${dot}"/>`),
  ],
  [
    'a picture next to it',
    svg('<image href="a.png"/>'),
    /<image>/,
    svg(`<image href="data:image/jpeg;base64,${jpeg}"/>`),
  ],
  [
    'a drawing inside',
    svg('<image href="data:image/svg+xml;base64,PHN2Zy8+"/>'),
    /<image>/,
    svg(`<image width="2" href="data:image/png;base64,${dot}"/>`),
  ],
  [
    'a file that is not a picture',
    svg('<image href="data:image/png;base64,PHN2Zy8+"/>'),
    /<image> declares image\/png/,
    svg(`<image href="data:image/png;base64,${dot} "/>`),
  ],
  [
    'a picture of another kind',
    svg(`<image href="data:image/png;base64,${jpeg}"/>`),
    /contains something else/,
    svg(`<image href="data:image/jpeg;base64,${jpeg}"/>`),
  ],
  [
    'a picture too wide',
    svg(`<image href="data:image/png;base64,${wide}"/>`),
    /4001 × 1/,
    svg(`<image href="data:image/png;base64,${dot}"/>`),
  ],
  [
    'a link on an element that cannot have one',
    svg('<g href="#a"/>'),
    /"href" is not allowed on <g>/,
    svg('<g id="a"/>'),
  ],
  ['a source', svg('<rect src="https://x.example"/>'), /"src"/, svg('<rect rx="1"/>')],
  [
    'a script in an address',
    svg('<use href="javascript:a()"/>'),
    /"href" of <use> contains a script/,
    svg('<use href="#javascript"/>'),
  ],
  [
    'a script in an address, spelt with an entity',
    svg('<use href="java&#9;script&#58;a()"/>'),
    /contains a script/,
    svg('<use href="&#35;a"/>'),
  ],
  [
    'a colour from elsewhere',
    svg('<rect fill="url(https://x.example/a#b)"/>'),
    /"fill" of <rect> refers to something outside/,
    svg('<rect fill="url(#b)"/>'),
  ],
  [
    'a colour from elsewhere, in capitals',
    svg('<rect fill="URL(//x.example)"/>'),
    /refers to something outside/,
    svg('<rect fill="URL(#b)"/>'),
  ],
  [
    'a colour from elsewhere behind one from here',
    svg('<rect fill="url(#a) url(//x.example)"/>'),
    /refers to something outside/,
    svg('<rect fill="url(#a) red"/>'),
  ],
  [
    'a colour from elsewhere, in quotes',
    svg(`<rect fill="url('//x.example#b')"/>`),
    /refers to something outside/,
    svg(`<rect fill="url('#b')"/>`),
  ],
  ['an address with an escape', svg('<rect fill="u\\72l(//x.example)"/>'), /backslash/, svg('<rect fill="red"/>')],
  ['an address behind a comment', svg('<rect fill="/**/url(//x.example)"/>'), /comment/, svg('<rect fill="none"/>')],
  [
    'an address in another function',
    svg('<rect mask="image-set(&quot;//x.example&quot; 1x)"/>'),
    /image-set/,
    svg('<rect mask="url(#m)" fill="rgb(1, 2, 3)" transform="rotate(4)"/>'),
  ],
  [
    'a filter',
    svg('<filter id="f"><feImage href="//x.example"/></filter>'),
    /<filter>/,
    svg('<mask id="f"><rect/></mask>'),
  ],
  ['an effect alone', svg('<feImage href="//x.example"/>'), /<feImage>/, svg('<rect/>')],
  ['a use of a filter', svg('<rect filter="url(#f)"/>'), /"filter"/, svg('<rect mask="url(#f)"/>')],
  [
    'a base for addresses',
    svg('<g xml:base="https://x.example/"/>'),
    /"xml:base"/,
    svg('<g xml:space="preserve" xml:lang="fr"/>'),
  ],
  [
    'an editor’s element',
    svg('<i:view xmlns:i="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd"><script/></i:view>'),
    /<i:view>/,
    svg('<i:view xmlns:i="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd"/>'),
  ],
  [
    'an attribute of SVG under a prefix',
    svg('<g xmlns:s="http://www.w3.org/2000/svg" s:fill="red"/>'),
    /"s:fill"/,
    svg('<g xmlns:s="http://www.inkscape.org/namespaces/inkscape" s:fill="red"/>'),
  ],
  ['an editor’s notes', svg('<metadata><script/></metadata>'), /<metadata>/, svg('<metadata/>')],
  ['an element that is unknown', svg('<switch/>'), /<switch>/, svg('<symbol/>')],
  ['an element in capitals', svg('<RECT/>'), /<RECT>/, svg('<rect/>')],
  ['an attribute that hides', svg('<g requiredExtensions="x"/>'), /"requiredE/, svg('<g data-x="1" ping="x"/>')],
  [
    'a DOCTYPE',
    `<!DOCTYPE svg [<!ATTLIST svg x CDATA "y">]>${svg('')}`,
    /DOCTYPE/,
    `<?xml version="1.0" standalone="no"?>\n<!DOCTYPE svg PUBLIC "a" "http://x.example/a.dtd">${svg('')}`,
  ],
  [
    'entities of its own',
    `<!DOCTYPE svg [<!ENTITY a "b"><!ENTITY c "&a;&a;">]>${svg('<text>&c;</text>')}`,
    /DOCTYPE/,
    svg('<text>&amp;&#99;</text>'),
  ],
  ['an entity of HTML', svg('<text>&nbsp;</text>'), /undefined entity/, svg('<text>&#160;</text>')],
  [
    'a style sheet by instruction',
    `<?xml-stylesheet href="//x.example/a.css"?>${svg('')}`,
    /<\?xml-stylesheet\?>/,
    `<?xml version="1.0"?>${svg('')}`,
  ],
  ['a style sheet inside', svg('<?xml-stylesheet x?>'), /<\?xml-st/, svg('<?php x ?>')],
  [
    'a script in a CDATA section',
    svg('<script><![CDATA[a()]]></script>'),
    /<script>/,
    svg('<title><![CDATA[</title><script>a()</script>]]></title>'),
  ],
  [
    'a comment that HTML parses differently',
    svg('<!--><script>a()</script>-->'),
    /comment/,
    svg('<!-- > <script>a()</script> -->'),
  ],
  [
    'another encoding',
    `<?xml version="1.0" encoding="ISO-2022-JP"?>${svg('')}`,
    /ISO-2022-JP/,
    `<?xml version="1.0" encoding="utf-8"?>${svg('')}`,
  ],
  ['another XML', `<?xml version="1.1"?>${svg('')}`, /XML 1\.1/, `<?xml version='1.0'?>${svg('')}`],
  ['an element left open', svg('<g>').replace('</svg>', ''), /unclosed tag: g/, svg('<g/>')],
  ['tags that cross', svg('<g><text></g></text>'), /not well-formed/, svg('<g><text></text></g>')],
  ['an attribute twice', svg('<g id="a" id="b"/>'), /duplicate attribute/, svg('<g id="a"/>')],
  ['an attribute without quotes', svg('<g id=a/>'), /not well-formed/, svg("<g id='a'/>")],
  ['an attribute without a value', svg('<g hidden/>'), /not well-formed/, svg('<g display="none"/>')],
  ['a bare ampersand', svg('<text>a & b</text>'), /not well-formed/, svg('<text>a &amp; b</text>')],
  ['two roots', svg('') + svg(''), /one root/, `${svg('')}\n`],
  ['text after the end', `${svg('')}x`, /not well-formed/, `${svg('')}<!-- x -->`],
  ['nothing', '', /root element/, svg('')],
  ['a page', '<html xmlns="http://www.w3.org/1999/xhtml"/>', /root element is <html>/, svg('')],
  ['a root without its namespace', '<svg/>', /does not declare the SVG namespace/, `<svg ${xmlns}/>`],
  [
    'a root of another namespace',
    '<svg xmlns="http://www.w3.org/1999/xhtml"/>',
    /<svg> is not an SVG element/,
    `<s:svg xmlns:s="http://www.w3.org/2000/svg"/>`,
  ],
  [
    'a prefix that is not declared',
    svg('<x:g/>'),
    /unbound namespace prefix/,
    svg('<x:g xmlns:x="http://www.w3.org/2000/svg"/>'),
  ],
  ['a namespace with a space', svg('', 'xmlns=" http://www.w3.org/2000/svg"'), /spaces/, svg('')],
  [
    'a part that draws itself',
    svg('<g id="a"><use href="#a"/></g>'),
    /refers to itself/,
    svg('<g id="a"><use href="#b"/></g>'),
  ],
  [
    'parts that draw each other',
    svg('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>'),
    /refers to itself/,
    svg('<g id="a"><use href="#b"/></g><g id="b"/>'),
  ],
  [
    'a pattern filled with itself',
    svg('<pattern id="p"><rect fill="url(#p)"/></pattern>'),
    /refers to itself/,
    svg('<pattern id="p"><rect/></pattern><rect fill="url(#p)"/>'),
  ],
  ['a billion of one part', svg(bomb(10)), /would be rendered/, svg(bomb(3))],
  [
    'markers at many corners',
    svg(marked('marker-mid', line(1000))),
    /would be rendered/,
    svg(marked('marker-mid', line(100))),
  ],
  [
    'markers that the elements around say',
    svg(`${marker}<g marker-mid="url(#m)"><g>${line(1000)}</g></g>`),
    /would be rendered/,
    svg(`${marker}<g><g marker-mid="url(#n)">${line(1000)}</g></g>`),
  ],
  [
    'markers at the ends of many lines',
    svg(`${marker}<g marker-end="url(#m)">${'<line x2="9"/>'.repeat(500)}</g>`),
    /would be rendered/,
    svg(`${marker}<g marker-end="url(#m)">${'<line x2="9"/>'.repeat(100)}</g>`),
  ],
  [
    'markers on what is used',
    svg(`${marker}<defs><g id="l">${line(1000)}</g></defs><use href="#l" marker-mid="url(#m)"/>`),
    /would be rendered/,
    svg(`${marker}<defs><g id="l">${line(1000)}</g></defs><use href="#l"/>`),
  ],
  [
    'a pattern that many shapes inherit',
    svg(`${pattern}<g fill="url(#p)">${'<rect/>'.repeat(600)}</g>`),
    /would be rendered/,
    svg(`${pattern}<g fill="url(#p)">${'<g/>'.repeat(600)}<rect/></g>`),
  ],
  [
    'patterns in patterns',
    svg(`${pattern}${nested(6)}<rect fill="url(#p6)"/>`),
    /would be rendered/,
    svg(`${pattern}${nested(2)}<rect fill="url(#p2)"/>`),
  ],
  [
    'a million corners, used often',
    svg(`<g id="a">${line(50_000)}</g>${'<use href="#a"/>'.repeat(60)}`),
    /would be rendered/,
    svg(`<g id="a">${line(500)}</g>${'<use href="#a"/>'.repeat(60)}`),
  ],
  [
    'a book',
    svg(`<text>${'word '.repeat(2_600)}</text>`),
    /would be rendered/,
    svg(`<title>${'word '.repeat(2_600)}</title><text>${'word '.repeat(200)}</text>`),
  ],
  [
    'a large picture, used often',
    svg(`<image id="a" href="data:image/png;base64,${broad}"/>${'<use href="#a"/>'.repeat(40)}`),
    /would be rendered/,
    svg(`<image id="a" href="data:image/png;base64,${broad}"/><use href="#a"/>`),
  ],
  [
    'a picture that breaks off',
    svg(`<image href="data:image/png;base64,${broad.slice(0, broad.length / 2)}"/>`),
    /is incomplete/,
    svg(`<image href="data:image/png;base64,${broad}"/>`),
  ],
  ['a chain of parts, first to last', svg(chain(17)), /more than 16 deep/, svg(chain(16))],
  ['a chain of parts, last to first', svg(chain(17, true)), /more than 16 deep/, svg(chain(16, true))],
  [
    'elements too deep',
    svg('<g>'.repeat(64) + '</g>'.repeat(64)),
    /too deep/,
    svg('<g>'.repeat(63) + '</g>'.repeat(63)),
  ],
  ['too many elements', svg('<g/>'.repeat(20_000)), /more than 20000 elements/, svg('<g/>'.repeat(19_999))],
  [
    'too large a file',
    svg(`<path d="${'M0 0'.repeat(130_000)}"/>`),
    /larger than/,
    svg(`<path d="${'M0 0'.repeat(100_000)}"/>`),
  ],
];

/** Parts of which each draws the one before ten times. */
function bomb(depth: number): string {
  const levels = Array.from(
    { length: depth },
    (_, level) => `<g id="l${level + 1}">${`<use href="#l${level}"/>`.repeat(10)}</g>`,
  );
  return `<defs><g id="l0"><rect/></g>${levels.join('')}</defs><use href="#l${depth}"/>`;
}

/** Parts of which each draws the next. */
function chain(length: number, reversed = false): string {
  const links = Array.from({ length }, (_, link) => `<g id="c${link}"><use href="#c${link + 1}"/></g>`);
  return `${(reversed ? links.reverse() : links).join('')}<g id="c${length}"/>`;
}

describe('rejects, next to a similar SVG that is accepted', () => {
  it.each(pairs)('%s', async (_, hostile, named, accepted) => {
    const problem = await problemOf(hostile);
    expect(problem?.message).toMatch(named);
    expect(problem?.fix).toMatch(/\w{3}/);
    expect(await problemOf(accepted)).toBeUndefined();
  });
});

it.each([
  ['M0 0L1 1 2 2', 3],
  ['m0,0 1-1.5.5.5', 3],
  ['M0 0h1 1 1v2z', 6],
  ['M0 0c1 1 2 2 3 3s1 1 2 2q1 1 2 2t1 1a1 1 0 0 1 5 5', 6],
  ['M1e3 1E-2L2 2', 2],
])('counts the corners of %s', async (d, corners) => {
  const part = `<marker id="m">${'<path/>'.repeat(48_000 / (corners + 1))}</marker>`;
  const drawing = (more: string) => svg(`${part}<path marker-mid="url(#m)" d="${d}${more}"/>`);
  expect(await problemOf(drawing(''))).toBeUndefined();
  expect((await problemOf(drawing('M1 1')))?.message).toMatch(/would be rendered/);
});

describe('the place', () => {
  it.each([
    ['an element', '<svg xmlns="http://www.w3.org/2000/svg">\n  <script/>\n</svg>', 2, 3],
    [
      'an attribute',
      '<svg xmlns="http://www.w3.org/2000/svg">\n  <g\n    id="a"\n    onload = \'a()\' />\n</svg>',
      4,
      5,
    ],
    ['an attribute whose name is in its value', `${svg('\n<rect x="style" style="style"/>')}`, 2, 17],
    ['an attribute that says "on"', `${svg('\r\n<rect id="onload=&quot;" onload="1"/>')}`, 2, 26],
    ['an instruction', `${svg('\r\r<?xml-stylesheet b?>')}`, 3, 1],
    ['a DOCTYPE', `\n<!DOCTYPE svg [<!ENTITY a "b">]>\n${svg('')}`, 2, 1],
    ['what is after something that is cleaned', `<!DOCTYPE svg>${svg('\n<?x?><g style="fill:red"/><script/>')}`, 2, 27],
    ['a style', svg('\n<g data-x="1" style="filter:url(#a)"/>'), 2, 15],
    ['what is after an emoji', `${svg('\n<title>🚀</title><script/>')}`, 2, 17],
    ['an element left open', '<svg xmlns="http://www.w3.org/2000/svg">\n<g>\n <text>x\n', 3, 2],
    ['an entity that is unknown', `${svg('\n<text>&nbsp;</text>')}`, 2, 12],
  ])('of %s', async (_, text, line, column) => {
    expect(await problemOf(text)).toMatchObject({ line, column });
  });
});

describe('the remedy', () => {
  it('never contains more than a few words of a file', async () => {
    const long = await problemOf(svg(`<use href="${'x'.repeat(100_000)}"/>`));
    expect(`${long?.message}${long?.fix}`.length).toBeLessThan(300);
  });
});

describe('the bytes', () => {
  it('are UTF-8, with a byte-order mark or without', async () => {
    const text = svg('<title>Größe</title>');
    expect(await problemOf(Buffer.from(text))).toBeUndefined();
    expect(await problemOf(Buffer.from(`\ufeff${text}`))).toBeUndefined();
    expect((await problemOf(Buffer.from(text, 'latin1')))?.message).toContain('not UTF-8');
    expect((await problemOf(Buffer.from(`\ufeff${text}`, 'utf16le')))?.message).toContain('not UTF-8');
  });
});

it('checks even the most complex drawing quickly', async () => {
  const started = performance.now();
  for (const text of [
    svg(bomb(400)),
    svg('<g>'.repeat(160_000)),
    svg(`<g ${Array.from({ length: 20_000 }, (_, index) => `xmlns:n${index}="urn:n"`).join(' ')}/>`),
    svg(`<g fill="${'url('.repeat(120_000)}"/>`),
    svg(`<g fill="${'a'.repeat(490_000)}"/>`),
    svg(`<g style="${'a:b;'.repeat(120_000)}"/>`),
    svg(`<rect fill="url(#a)"/>`.repeat(19_000)),
    svg(`<image href="data:image/png;base64,${' '.repeat(490_000)}"/>`),
    svg(`<g id="${' '.repeat(490_000)}"/>`),
  ]) {
    await problemOf(text);
  }
  expect(performance.now() - started).toBeLessThan(15_000);
}, 60_000);
