import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { cleanSvg, decodeSvg, toServedSvg } from '@/lib/output/pictures/clean-svg';

const xmlns = 'xmlns="http://www.w3.org/2000/svg"';
const inkscape = 'xmlns:i="http://www.inkscape.org/namespaces/inkscape"';
const svg = (inner: string, attributes = '') => `<svg ${xmlns} viewBox="0 0 9 9"${attributes}>${inner}</svg>`;

const path = '<path d="M0 0h9v9z" fill="#123"/>';
const styled = (style: string, inner = '<path class="a" d="M0 0h9v9z"/>') => svg(`<style>${style}</style>${inner}`);

/** What an editor saves, and what is served of it. Both look the same. */
const cleaned: [what: string, saved: string, served: string][] = [
  ['a DOCTYPE', `<!DOCTYPE svg PUBLIC "a" "http://x.example/b.dtd">\n${svg(path)}`, `\n${svg(path)}`],
  ['a DOCTYPE with an empty subset', `<!DOCTYPE svg [\n]>${svg(path)}`, svg(path)],
  ['an encoding', `<?xml version="1.0" encoding="iso-8859-1"?>${svg(path)}`, `<?xml version="1.0"?>${svg(path)}`],
  ['instructions', svg(`<?plantuml 1.2?>${path}`), svg(path)],
  [
    'notes in RDF',
    svg(`<metadata id="m"><r:RDF xmlns:r="urn:r"><r:d r:about=""/></r:RDF><?xpacket end?></metadata>${path}`),
    svg(path),
  ],
  ['an editor’s elements', svg(`<i:view ${inkscape} id="v"><i:grid/></i:view>${path}`), svg(path)],
  [
    'an editor’s attributes',
    svg(`<g\n  i:label="Layer > 1"\n  i:mode='layer' id="a">${path}</g>`, ` ${inkscape}`),
    svg(`<g id="a">${path}</g>`, ` ${inkscape}`),
  ],
  ['attributes that SVG does not have', svg(`<g data-x="1" t="2" p-id="3">${path}</g>`), svg(`<g>${path}</g>`)],
  [
    'titles by XLink',
    svg(`<g l:title="x" xmlns:l="http://www.w3.org/1999/xlink">${path}</g>`),
    svg(`<g xmlns:l="http://www.w3.org/1999/xlink">${path}</g>`),
  ],
  ['links', svg(`<a href="https://x.example" target="_top"><a>${path}</a></a>`), svg(`<g><g>${path}</g></g>`)],
  ['text that flows in a draft of SVG', svg(`<flowRoot><flowPara>a</flowPara></flowRoot>${path}`), svg(path)],
  ['CDATA', svg('<title><![CDATA[a < b]]></title>'), svg('<title>a &lt; b</title>')],
  [
    'a style',
    svg(`<path d="M0 0h9v9z" style="fill:#123; stroke: none;"/>`),
    svg('<path d="M0 0h9v9z" fill="#123" stroke="none"/>'),
  ],
  [
    'a style over an attribute',
    svg('<path fill="red" d="M0 0h9v9z" style="fill:#123"/>'),
    svg('<path fill="#123" d="M0 0h9v9z" />'),
  ],
  [
    'a style with quotes',
    svg(`<text style="font-family:'A &amp; B',&quot;C&quot;">x</text>`),
    svg(`<text font-family="'A &amp; B',&quot;C&quot;">x</text>`),
  ],
  [
    'a style that says nothing',
    svg(`<path d="M0 0h9v9z" style="-inkscape-stroke:none;line-height:1.25;filter:none;font-size:9"/>`),
    svg('<path d="M0 0h9v9z" />'),
  ],
  [
    'a style of a font',
    svg('<text y="8" style="font: italic bold 8px/1.2 serif">x</text>'),
    svg('<text y="8" font-style="italic" font-weight="bold" font-size="8px" font-family="serif">x</text>'),
  ],
  [
    'markers',
    svg('<path style="marker:none" d="M0 0h9"/>'),
    svg('<path marker-start="none" marker-mid="none" marker-end="none" d="M0 0h9"/>'),
  ],
  [
    'colours that mix',
    svg(`${path}<path style="mix-blend-mode:multiply;fill:red" d="M0 0h9v9z"/>`),
    svg(`${path}<path style="mix-blend-mode:multiply" fill="red" d="M0 0h9v9z"/>`),
  ],
  [
    'a background',
    svg(path, ' style="background: white"'),
    svg(`<rect x="0" y="0" width="100%" height="100%" fill="white"/>${path}`, ' '),
  ],
  ['an empty style sheet', svg(`<style type="text/css"/><style></style>${path}`), svg(path)],
  ['a style sheet', styled('.a{fill:#123}'), svg('<path fill="#123" class="a" d="M0 0h9v9z"/>')],
  [
    'a style sheet in CDATA',
    styled('<![CDATA[ /* a > b */ .a , .b { fill : #123 ; } ]]>'),
    svg('<path fill="#123" class="a" d="M0 0h9v9z"/>'),
  ],
  [
    'rules for all elements',
    styled('*{fill:#123}', path),
    svg('<path d="M0 0h9v9z" fill="#123"/>').replace('<svg', '<svg fill="#123"'),
  ],
  [
    'rules that win',
    styled(
      '.a.b{fill:red}#c{fill:#123}path{fill:blue!important}g>.a{fill:green}',
      '<g><path id="c" class="a b" d="M0 0h9v9z"/></g>',
    ),
    svg('<g><path fill="blue" id="c" class="a b" d="M0 0h9v9z"/></g>'),
  ],
  [
    'rules for what is inside',
    styled('g .a{fill:red}', '<path class="a" d="M0 0h9"/><g><g><path class="a" d="M0 0h9v9z"/></g></g>'),
    svg('<path class="a" d="M0 0h9"/><g><g><path fill="red" class="a" d="M0 0h9v9z"/></g></g>'),
  ],
  [
    'rules of paper and mice',
    styled('@media print{.a{fill:red}}.a:hover{fill:red}@font-face{font-family:b;src:url(//x.example/b.woff)}'),
    svg('<path class="a" d="M0 0h9v9z"/>'),
  ],
  [
    'a prefix for SVG',
    `<s:svg xmlns:s="http://www.w3.org/2000/svg" viewBox="0 0 9 9" style="background:red"><s:a/></s:svg>`,
    '<s:svg xmlns:s="http://www.w3.org/2000/svg" viewBox="0 0 9 9" ><s:rect x="0" y="0" width="100%" height="100%" fill="red"/><s:g/></s:svg>',
  ],
];

async function pixels(text: string): Promise<Buffer> {
  return sharp(Buffer.from(text)).resize(64, 64).ensureAlpha().raw().toBuffer();
}

describe('what is served of a drawing with', () => {
  it.each(cleaned)('%s', async (_, saved, served) => {
    expect(cleanSvg(saved)).toBe(served);
    expect(cleanSvg(served)).toBe(served);
    // Browsers paint a background; the library does not.
    if (!saved.includes('background')) expect(await pixels(saved)).toEqual(await pixels(served));
  });

  it.each([
    ['nothing to clean', svg(path)],
    ['a script', svg('<script>a()</script>')],
    ['a handler', svg('<g onload="a()"/>')],
    ['a script among notes', svg('<metadata><g><script/></g></metadata>')],
    ['a script among an editor’s elements', svg(`<i:a ${inkscape}><script/></i:a>`)],
    ['HTML', svg('<foreignObject><p xmlns="http://www.w3.org/1999/xhtml" data-x="1">a</p></foreignObject>')],
    ['a link that is a script', svg('<a href=" java&#10;script:a()">x</a>')],
    ['an address elsewhere', svg('<use href="https://x.example/a.svg#a"/>')],
    ['entities', `<!DOCTYPE svg [<!ENTITY a "b">]>${svg('<text>x</text>')}`],
    ['a style sheet from elsewhere', styled('@import "//x.example/a.css";')],
    ['a style sheet with a font in it', styled('@font-face{font-family:a;src:url(data:font/woff2;base64,AA)}')],
    ['a rule that attributes cannot follow', styled('path:nth-child(2){fill:red}')],
    ['a property that attributes cannot say', svg('<text style="text-transform:uppercase">a</text>')],
    ['a style sheet that is broken', styled('.a{fill:red')],
    ['another encoding', `<?xml version="1.0" encoding="ISO-2022-JP"?>${svg(path)}`],
    ['XML that is broken', '<svg><g data-x="1"></svg>'],
    ['nothing', ''],
  ])('%s is all of it', (_, text) => {
    expect(cleanSvg(text)).toBe(text);
  });
});

it('reads Latin-1 if an SVG declares it, or else only UTF-8', () => {
  const declared = `<?xml version="1.0" encoding="ISO-8859-1"?>${svg('<title>Größe</title>')}`;
  expect(decodeSvg(Buffer.from(declared, 'latin1'))).toBe(declared);
  expect(toServedSvg(Buffer.from(declared, 'latin1')).toString()).toContain('<?xml version="1.0"?><svg');
  expect(decodeSvg(Buffer.from(svg('<title>Größe</title>'), 'latin1'))).toBeUndefined();
  expect(toServedSvg(Buffer.from('\xff', 'latin1'))).toEqual(Buffer.from('\xff', 'latin1'));
});

it('does not clean an SVG with too many or too deep elements', () => {
  const huge = svg('<g data-x="1"/>'.repeat(20_001));
  expect(cleanSvg(huge)).toBe(huge);
  const deep = svg(`${'<g data-x="1">'.repeat(100)}${'</g>'.repeat(100)}`);
  expect(cleanSvg(deep)).toBe(deep);
});
