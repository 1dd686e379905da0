// No word of a source is lost: neither of our own texts in each generator's forms, nor of real archives where they are there.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadContent } from '@/lib/content/load';
import { convertBody } from '@/lib/news/import/body';
import { Checkout } from '@/lib/news/import/checkout';
import { detectGenerator } from '@/lib/news/import/generators/index';
import { planSite, readSite } from '@/lib/news/import/plan-site';
import type { GeneratorName, SourcePost, SourceSite } from '@/lib/news/import/source';
import { findLostWords, renderedWords, shownWords } from '@/lib/tooling/testing/compare-words';
import { writeContent } from '@/lib/tooling/testing/fixtures/content-folder';

const fence = '```';

/** A text of our own in the forms of a generator; its words are all to be kept. */
const texts: Readonly<Record<string, readonly [generator: GeneratorName, syntax: SourcePost['syntax'], text: string]>> =
  {
    hugo: [
      'hugo',
      'markdown',
      `Gulls {{< param harbour >}} over **quays**.\n\n{{< notice warning >}}\nMind the [tide](/docs/tide).\n{{< /notice >}}\n\n` +
        `| crane | weight |\n|---|---|\n| old | nine |\n{.wide}\n\n{{< unknown a="b" >}}\nStill shown\n{{< /unknown >}}\n\n` +
        `![lost lighthouse](none.png)\n\nA Buoy<Rope> and <anchor>.`,
    ],
    jekyll: [
      'jekyll',
      'markdown',
      `{% highlight sh %}\nsail --fast {{ wind }}\n{% endhighlight %}\n\n{% raw %}Knots {{ and }} {% bends %}{% endraw %}\n\n` +
        `{% if storm %}\nReef early.\n{% endif %}\n\n## Deck\n{: #deck}\n\n{% include note.html content="Wear *gloves*." %}\n\n` +
        `[log]({{ site.baseurl }}/log/){: .btn} ![mast](gone.png)\n\nThe RYA says.\n\n*[RYA]: Royal Yachting`,
    ],
    docusaurus: [
      'docusaurus',
      'mdx',
      `import Tabs from '@theme/Tabs';\n\n:::tip[Fair winds]\n\nTrim the jib.\n\n:::\n\n<Tabs>\n  <TabItem value="a" label="Port">\n\n` +
        `    Red lamp\n\n    ${fence}sh\n    hoist {x}\n    ${fence}\n\n  </TabItem>\n</Tabs>\n\n<Chandlery title="Stores" open>\n` +
        `  Twine and *tallow*\n</Chandlery>\n\n<Compass card={8} />\n\nHeading {north()} held.\n\n<div className="x">\n  **bold** bilge\n</div>`,
    ],
    astro: [
      'astro',
      'mdx',
      `import { Aside, Steps, Card } from 'x';\n\n<Aside type="caution" title="Shoals">Keep clear.</Aside>\n\n<Steps>\n\n1. Weigh anchor\n2. Set sail\n\n</Steps>\n\n` +
        `<Card title="Charts">\n  Folded *flat*\n</Card>\n\n<Image src="/none.png" alt="dinghy afloat" />`,
    ],
    mkdocs: [
      'mkdocs',
      'markdown',
      `!!! danger "Hard aground"\n\n    Wait for **water**.\n\n    ??? tip "Kedge"\n        Row it out\n\n=== "Spring"\n\n    High\n\n=== "Neap"\n\n    Low\n\n` +
        `- hull\n\n    !!! note\n        scrape it\n\nPress ++ctrl+k++ and ==scull== {.x}\n\n[[Missing Chart-7]]\n\nTerm\n:   meaning here`,
    ],
    zola: [
      'zola',
      'markdown',
      `{% quote(author="Bosun") %}\nAll hands.\n{% end %}\n\n{{ figure(src="none.png", caption="Keel laid") }}\n\n{% fog() %}\nSound the horn\n{% end %}\n\n${fence}rust,linenos\nfn tack() {}\n${fence}`,
    ],
    pelican: [
      'pelican',
      'markdown',
      `See [rig]({filename}rig.md) and ![boom]({static}/boom.png).\n\n    :::python\n    jibe = True\n\n!!! warning\n    Duck now.`,
    ],
    rst: [
      'pelican',
      'rst',
      `Moorings\n========\n\nRope *frayed* and \`spliced <https://a.example/>\`_ with Hitch_::\n\n    bowline <x>\n\n.. _Hitch: https://b.example/\n\n` +
        `.. warning:: Chafe gear\n   worn\n\n.. figure:: none.png\n   :alt: sheet bend\n\n   Neat caption\n\n.. spar:: yard\n\n   Oak words\n\n` +
        `===== =====\nlength girth\n===== =====\nten   two\n===== =====\n\n- one\n\n  - two [1]_\n\n.. [1] Foot rope`,
    ],
  };

/** Words of the syntax that the source does not show. */
const syntax: Readonly<Record<string, readonly string[]>> = {
  hugo: [],
  jekyll: [],
  docusaurus: ['tip', 'js', 'jsx'],
  astro: [],
  mkdocs: ['danger', 'note', 'tip', 'x'],
  zola: ['rust', 'linenos'],
  pelican: ['python', 'warning'],
  rst: ['_', 'https', 'a', 'b', 'example', 'hitch', 'warning', 'figure', 'none', 'png', 'alt', 'spar', '1'],
};

describe('the words of a text', () => {
  it.each(Object.entries(texts))('are all there: %s', async (name, [generator, kind, body]) => {
    const post: SourcePost = {
      ...{ file: 'blog/a.md', syntax: kind, data: {}, body, bodyLine: 1 },
      ...{ oldAddress: '/blog/a/', address: '/blog/2024/01/a/' },
    };
    const site: SourceSite = {
      ...{ generator, folder: '/none', posts: [post], redirects: [], served: [], origins: [], problems: [] },
      params: { harbour: 'Whitby' },
    };
    const { body: result } = await convertBody({ site, post, resolveLink: () => undefined, pictures: [] });
    const shown =
      kind === 'mdx' ? body.replace(/^import .*$|<\/?[A-Z]\w*([^<>]*)>/gm, (_, given = '') => textsIn(given)) : body;
    const lost = findLostWords(shownWords(shown), renderedWords(result)).flatMap(({ words }) => words);
    expect(lost.filter((word) => !syntax[name]?.includes(word))).toEqual([]);
  });

  it('are reported if they are lost', () => {
    expect(findLostWords('one two\n\ntwo three', ['one', 'two', 'three'])).toEqual([{ line: 3, words: ['two'] }]);
  });
});

/** The texts of a tag's attributes that readers see. */
function textsIn(attributes: string): string {
  return [...attributes.matchAll(/\b(?:title|label|alt)="([^"]*)"/g)].map(([, text]) => ` ${text} `).join('');
}

const archives = resolve('../shared/archives');

/** Names of boxes, which are shown in another way. */
const boxes: ReadonlySet<string> = new Set(['note', 'caution']);

function sampleNames(): string[] {
  if (!existsSync(archives)) return [];
  return readdirSync(archives).filter((name) => name !== 'min' && statSync(join(archives, name)).isDirectory());
}

describe('the words of an archive', () => {
  const samples = sampleNames();
  if (samples.length === 0) it.skip('are all there: ../shared/archives is not here', () => undefined);

  it.each(samples)('are all there: %s', { timeout: 120_000 }, async (name) => {
    const { dir } = await writeContent({});
    const checkout = new Checkout(join(archives, name));
    const detected = await detectGenerator(checkout);
    if (!detected) throw new Error(`${name} is not recognised`);
    const rules = await detected.generator.read(checkout, undefined);
    const signal = new AbortController().signal;
    const source = { checkout, generator: detected.generator, rules, existing: await loadContent(dir), signal };
    const decisions = { refused: new Map(), asText: new Map(), converted: new Map() };
    const plan = await planSite(source, await readSite(source), decisions);
    const lost: string[] = [];
    for (const { post } of plan.posts) {
      const result = decisions.converted.get(post.file)?.body ?? '';
      for (const { line, words } of findLostWords(shownWords(post.body), renderedWords(result))) {
        if (words.every((word) => boxes.has(word))) continue;
        lost.push(`${post.file}:${line + post.bodyLine - 1}: ${words.join(' ')}`);
      }
    }
    expect(lost).toEqual([]);
  });
});
