// The gallery for authors: what a post may contain, each with its text to copy and how it looks. In dev and previews only.
import { slug } from 'github-slugger';
import type { Metadata } from 'next';
import { markdownSamples, type Sample, samplesOf, shortcodeSamples } from '@/app/components/samples';
import { ShownSample, samplePictures } from '@/app/components/shown-sample';
import { Contents } from '@/components/blog/contents';
import { PageTitle } from '@/components/ui/page-parts';
import { listed } from '@/lib/base/english';
import { toHref, toUrl } from '@/lib/base/urls';
import { renderInline } from '@/lib/mdx/markdown';
import type { Picture } from '@/lib/mdx/picture';
import { type Attribute, componentSpecs, entryComponents } from '@/lib/mdx/vocabulary';

export const metadata: Metadata = {
  title: 'Components for posts',
  robots: { index: false },
  alternates: { canonical: toHref('/components/') },
};

/** One thing that a post may contain. */
interface Part {
  readonly id: string;
  readonly title: string;
  readonly about?: string | undefined;
  readonly attributes?: Readonly<Record<string, Attribute>> | undefined;
  readonly samples: readonly Sample[];
}

interface Group {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly parts: readonly Part[];
}

const ofEntries = new Set(entryComponents.map(({ name }) => name));

const groups: readonly Group[] = [
  {
    id: 'site-entries',
    title: 'Entries',
    about:
      'These components place entries in the text: one by its id, or all that the front matter lists. What is listed and not placed is shown at the end of the post.',
    parts: Object.keys(componentSpecs)
      .filter((name) => ofEntries.has(name))
      .map(toPart),
  },
  {
    id: 'site-others',
    title: 'Other components',
    about: 'For every post whose file ends in `.mdx`.',
    parts: Object.keys(componentSpecs)
      .filter((name) => !ofEntries.has(name))
      .map(toPart),
  },
  {
    id: 'site-markdown',
    title: 'Markdown',
    about: 'In `.mdx` and in `.md`. In `.mdx`, write `\\{` for `{` and `\\<` for `<`.',
    parts: toParts('markdown', markdownSamples),
  },
  {
    id: 'site-shortcodes',
    title: 'Shortcodes',
    about: 'In `.md` alone, for posts that have moved in from Hugo and Docsy.',
    parts: toParts('shortcode', shortcodeSamples),
  },
];

/** A component of the vocabulary. */
function toPart(name: string): Part {
  const { about, attributes, text } = componentSpecs[name] ?? {};
  return {
    id: `site-${slug(name)}`,
    title: text ? `<${name}>` : `<${name} />`,
    about,
    attributes,
    samples: samplesOf(name),
  };
}

function toParts(prefix: string, samples: readonly (Sample & { readonly title: string })[]): Part[] {
  return samples.map(({ title, ...sample }) => ({ id: `site-${prefix}-${slug(title)}`, title, samples: [sample] }));
}

export default async function ComponentsPage() {
  const pictures = await samplePictures();
  const headings = groups.flatMap(({ id, title, parts }) => [
    { rank: 2, id, text: title },
    ...parts.map((part) => ({ rank: 3, id: part.id, text: part.title })),
  ]);
  return (
    <div className="frame">
      <PageTitle title="Components for posts">
        <p>
          What a post may contain. Copy the text of what you need, and change it. Below it is how it looks. The entries
          are invented, so their links lead nowhere.
        </p>
      </PageTitle>
      <div className="post-grid">
        <div className="min-w-0">
          <Contents headings={headings} />
        </div>
        <div className="min-w-0 lg:col-start-2 [&_.copy-button]:opacity-100 max-md:[&_.copy-button]:static max-md:[&_.copy-button]:mt-2">
          {groups.map(({ id, title, about, parts }) => (
            <section key={id} aria-labelledby={id} className="mb-16">
              <h2 id={id} className="section-title">
                {title}
              </h2>
              <div className="prose">
                <p>{renderInline(about)}</p>
              </div>
              {parts.map((part) => (
                <PartSection key={part.id} part={part} pictures={pictures} />
              ))}
            </section>
          ))}
          <p>
            <a href={toUrl('/components/design/')} className="tap">
              Colours, sizes and the parts of pages
            </a>
          </p>
        </div>
      </div>
    </div>
  );
}

function PartSection({ part, pictures }: { part: Part; pictures: ReadonlyMap<string, Picture> }) {
  const { id, title, about, attributes = {}, samples } = part;
  return (
    <section aria-labelledby={id} className="mt-12">
      <h3 id={id} className="title">
        {title}
      </h3>
      <div className="prose mt-2">
        {about && <p>{renderInline(about)}</p>}
        {Object.keys(attributes).length > 0 && (
          <ul>
            {Object.entries(attributes).map(([name, { required, words, about: meaning }]) => (
              <li key={name}>
                <code>{name}</code>
                {required ? ', required' : ''}
                {words && ` (${listed(words, 'or')})`}: {renderInline(meaning)}
              </li>
            ))}
          </ul>
        )}
      </div>
      {samples.map((sample) => (
        <ShownSample key={sample.source} {...sample} pictures={pictures} />
      ))}
    </section>
  );
}
