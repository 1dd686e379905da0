// A sample: its text with a button to copy it, and how a post with it looks, made by the pipeline of posts.
import { sampleCommunity, sampleLookup } from '@/app/components/sample-entries';
import type { Sample } from '@/app/components/samples';
import { cardImage } from '@/app/views/cards';
import { toEditionView } from '@/app/views/edition-view';
import { createMdxComponents } from '@/components/mdx/components';
import { toUrl } from '@/lib/base/urls';
import { toCoverage } from '@/lib/content/load-posts';
import type { BodyContext, Post } from '@/lib/content/posts';
import { resolveEdition } from '@/lib/edition/resolve';
import { valueIn } from '@/lib/kinds/define-kind';
import type { EntryKind } from '@/lib/kinds/index';
import type { EntryBase, Lookup } from '@/lib/kinds/kind';
import { type BodySource, getBody } from '@/lib/mdx/body-cache';
import type { CompiledBody } from '@/lib/mdx/compile';
import type { Picture } from '@/lib/mdx/picture';
import { toPlacements } from '@/lib/mdx/placements';
import { renderBody } from '@/lib/mdx/render';
import { cardSize } from '@/lib/output/cards/card-facts';

interface ShownSampleProps extends Sample {
  /** Those next to the post, by name. */
  readonly pictures: ReadonlyMap<string, Picture>;
}

export async function ShownSample({ title, source, format = 'mdx', beside, listed, pictures }: ShownSampleProps) {
  const body = await compile({ body: source, format, context }, pictures);
  const post = { ...samplePost, coverage: { ...samplePost.coverage, ...listed } };
  const given = { community: sampleCommunity, lookup: sampleLookup, postAt: () => samplePost };
  const edition = resolveEdition(post, given, toPlacements(body.placements));
  const toViews = async (kind: EntryKind, entries: readonly EntryBase[]) =>
    entries.map((entry) => toView(kind, entry, edition.lookup));
  const view = await toEditionView(edition, pictures, toViews);
  return (
    <div className="mt-6 grid grid-cols-[minmax(0,1fr)] gap-3">
      {title && <p className="label">{title}</p>}
      <Code text={source} lang={format} />
      {beside && (
        <details>
          <summary className="label">{beside.title}</summary>
          <Code text={beside.source} lang="yaml" />
        </details>
      )}
      <div className="prose p-4 [border:1px_solid_var(--color-line)] [&>:last-child]:mb-0">
        {renderBody(body, createMdxComponents(view))}
      </div>
    </div>
  );
}

const compiled = new Map<string, Promise<CompiledBody>>();

/** Compiles a text once: nothing that it depends on changes while this module is loaded, in development too. */
function compile(source: BodySource, pictures: ReadonlyMap<string, Picture>): Promise<CompiledBody> {
  const body = compiled.get(source.body) ?? getBody(source, pictures);
  compiled.set(source.body, body);
  return body;
}

/** A text as posts show code. */
async function Code({ text, lang }: { text: string; lang: string }) {
  const fence = '`'.repeat(8);
  const body = await compile({ body: `${fence}${lang}\n${text}\n${fence}`, format: 'mdx' }, new Map());
  return <div className="prose [&>:last-child]:mb-0">{renderBody(body, {})}</div>;
}

/** What shortcodes of the samples refer to. */
const context: BodyContext = {
  params: { version: '1.2.0' },
  refs: { 'a-post.md': toUrl('/blog/') },
  texts: { 'tool.yaml': 'kind: Tool\n' },
};

const samplePost: Post = {
  ...{ url: '/blog/', year: '', month: '', slug: '', date: sampleLookup.now },
  ...{ title: 'A post of the month', description: 'What it says, in a sentence.' },
  ...{ file: '', shownFile: '', format: 'mdx', body: '', bodyLine: 1, files: [] },
  ...{ authors: [], tags: [], aliases: [], draft: false, evergreen: true },
  coverage: toCoverage({ posts: ['/blog/'], contributors: ['Ann Lee', 'Bo Chen', 'Grace Hopper', 'Jean Bartik'] }),
};

/** The view of an entry. One that names a picture has the site's icon in its place. */
function toView(kind: EntryKind, entry: EntryBase, lookup: Lookup) {
  const icon = { src: toUrl('/favicon.svg'), width: 32, height: 32 };
  const picture = kind.pictures && valueIn(entry, kind.pictures.field) ? icon : undefined;
  return { ...kind.view(entry, lookup), picture };
}

/** The pictures next to the invented post: social cards of pages, because every site has those. */
export async function samplePictures(): Promise<ReadonlyMap<string, Picture>> {
  const pages = { 'first.png': '/', 'second.png': '/blog/' };
  const pictures = Object.entries(pages).map(async ([name, path]): Promise<[string, Picture]> => {
    const { pathname, search } = new URL((await cardImage(path)).href);
    return [name, { src: pathname + search, srcSet: '', ...cardSize }];
  });
  return new Map(await Promise.all(pictures));
}
