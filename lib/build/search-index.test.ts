import { gunzipSync } from 'node:zlib';
import { close, type IndexFile } from 'pagefind';
import { afterAll, expect, it } from 'vitest';
import { makeSearchIndex, type SearchText, toParagraph } from '@/lib/build/search-index';
import { partsFile } from '@/lib/output/search/parts';

afterAll(() => close());

interface Fragment {
  url: string;
  content: string;
  filters: Record<string, string[]>;
  meta: Record<string, string>;
  anchors: { id: string; text: string }[];
}

const base = { lang: 'en', years: [], names: [] };
const post: SearchText = {
  entry: {
    ...base,
    kind: 'post',
    url: '/news/blog/2022/03/update/',
    title: 'An update',
    date: { datetime: '2022-03-01', text: '1 March 2022' },
    years: ['2022'],
    names: ['Ada'],
  },
  html:
    '<h1>An update</h1><p class="byline">By Ada</p><nav>Contents</nav><p>Words &lt;b&gt; of it.</p>' +
    '<h2 id="fixes">Fixes<a class="anchor" href="#fixes">#</a></h2><p>What was put right.</p><footer class="no-print">Edit</footer>',
};
const adopter: SearchText = {
  entry: { ...base, kind: 'adopter', url: '/adopters/#adopter-a', title: 'A & B' },
  html: toParagraph('Uses <Tool> & more.'),
};

/** What the index contains of each page. */
function fragmentsOf(files: readonly IndexFile[]): Fragment[] {
  return files
    .filter(({ path }) => path.endsWith('.pf_fragment'))
    .map(({ content }) => JSON.parse(gunzipSync(content).toString().replace('pagefind_dcd', '')))
    .sort((a: Fragment, b: Fragment) => (a.url < b.url ? -1 : 1));
}

it('contains a page, its sections and its filters, and nothing around them', async () => {
  const [first, second] = fragmentsOf(await makeSearchIndex([post, adopter]));
  expect(first).toMatchObject({
    url: '/adopters/#adopter-a',
    content: 'Uses <Tool> & more.',
    filters: { kind: ['adopter'] },
    meta: { title: 'A & B', kind: 'Adopter' },
  });
  expect(first?.filters.year).toBeUndefined();
  expect(second).toMatchObject({
    url: '/news/blog/2022/03/update/',
    content: 'Words <b> of it. Fixes. What was put right.',
    filters: { kind: ['post'], year: ['2022'] },
    meta: { title: 'An update', kind: 'Post', date: '1 March 2022', datetime: '2022-03-01', names: 'Ada' },
  });
  expect(second?.anchors).toMatchObject([{ id: 'fixes', text: 'Fixes' }]);
});

it('is made of the files that the search asks for, the same for the same content', async () => {
  const names = (files: readonly IndexFile[]) => files.map(({ path }) => path);
  const [once, again, other] = [
    await makeSearchIndex([post, adopter]),
    await makeSearchIndex([post, adopter]),
    await makeSearchIndex([adopter]),
  ];
  expect(names(once)).toEqual(expect.arrayContaining(['pagefind.js', partsFile, 'wasm.en.pagefind']));
  expect(names(once).filter((name) => /ui|worker|highlight/.test(name))).toEqual([]);
  expect(again).toEqual(once);
  expect(names(other)).not.toEqual(names(once));
});

/** What a browser reads about its parts. */
function partsOf(files: readonly IndexFile[]): unknown {
  const { content } = files.find(({ path }) => path === partsFile) ?? { content: Buffer.from('null') };
  return JSON.parse(Buffer.from(content).toString());
}

it('is valid where there is nothing to find', async () => {
  expect(partsOf(await makeSearchIndex([]))).toEqual([]);
});

const chinese: SearchText = {
  entry: { ...base, kind: 'post', lang: 'zh', url: '/blog/2022/04/zh/', title: '中文' },
  html: '<p>文字</p>',
};

it('has words of their own for each language, those of the site first', async () => {
  const again = { ...chinese, entry: { ...chinese.entry, url: '/blog/2022/04/zh-2/' } };
  expect(partsOf(await makeSearchIndex([chinese, again, post]))).toEqual([['', 'zh']]);
  expect(partsOf(await makeSearchIndex([chinese]))).toEqual([['']]);
});

it('has a part of its own for what is too much for one, and says so', async () => {
  const all = [post, adopter, chinese];
  const [whole, cut, each] = [
    await makeSearchIndex(all),
    await makeSearchIndex(all, 1300),
    await makeSearchIndex(all, 1),
  ];
  expect(partsOf(whole)).toEqual([['', 'zh']]);
  expect(partsOf(cut)).toEqual([[''], ['2/']]);
  expect(partsOf(each)).toEqual([[''], ['2/'], ['3/']]);
  const urls = fragmentsOf(whole).map(({ url }) => url);
  expect(urls).toHaveLength(3);
  expect(fragmentsOf(cut).map(({ url }) => url)).toEqual(urls);
  expect(fragmentsOf(each).map(({ url }) => url)).toEqual(urls);
  const second = each.filter(({ path }) => path.startsWith('2/'));
  expect(fragmentsOf(second).map(({ url }) => url)).toEqual([adopter.entry.url]);
});

it('has Arabic words with and without their article', async () => {
  const arabic: SearchText = {
    entry: { ...base, kind: 'post', url: '/blog/2024/02/ar/', title: 'إعداد الأداة' },
    html: '<p>والملف قصير</p>',
  };
  const files = await makeSearchIndex([arabic]);
  const words = files
    .filter(({ path }) => path.endsWith('.pf_index'))
    .map(({ content }) => gunzipSync(content).toString())
    .join();
  for (const word of ['إعداد', 'الأداة', 'أداة', 'والملف', 'ملف', 'قصير']) {
    expect(words.split(/\P{Script=Arabic}+/u), word).toContain(word);
  }
});
