// The baseline sites of the bench: the least code with which the framework shows the same posts.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

const layout = `export const metadata = { title: 'Bare template' };

export default function RootLayout({ children }: any) {
  return <html lang="en"><body>{children}</body></html>;
}
`;

const configSource = (rootFrom: string) => `import { availableParallelism } from 'node:os';
import { join } from 'node:path';

export default {
  turbopack: { root: join(import.meta.dirname, ${JSON.stringify(rootFrom)}) },
  typescript: { ignoreBuildErrors: true },
  experimental: { cpus: Math.min(availableParallelism(), 8) },
};
`;

const pageSource = (
  imports: string,
  render: string,
) => `import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
${imports}
const blog = join(/* turbopackIgnore: true */ process.env.CONTENT_DIR!, 'blog');

export const dynamicParams = false;

export function generateStaticParams() {
  return readdirSync(blog).flatMap((year) =>
    readdirSync(join(blog, year)).flatMap((month) =>
      readdirSync(join(blog, year, month)).map((slug) => ({ year, month, slug })),
    ),
  );
}

export default async function Page({ params }: { params: Promise<{ year: string; month: string; slug: string }> }) {
  const { year, month, slug } = await params;
  const file = join(blog, year, month, slug, 'index.md');
  const format = existsSync(file) ? 'md' : 'mdx';
  const text = readFileSync(format === 'md' ? file : file + 'x', 'utf8');
  ${render}
}
`;

const markdownPage = (components: readonly string[]) =>
  pageSource(
    `import matter from 'gray-matter';
import { compileMDX } from 'next-mdx-remote/rsc';

const Stub = ({ children }: any) => <div>{children}</div>;
const components = Object.fromEntries(${JSON.stringify(components)}.map((name: string) => [name, Stub]));`,
    `const { data, content: source } = matter(text);
  const { content } = await compileMDX({ source, components, options: { mdxOptions: { format } } });
  return <article><h1>{data.title}</h1>{content}</article>;`,
  );

/** Paragraphs of the source text: as many words, and no library. */
const plainPage = pageSource(
  '',
  `const paragraphs = text.split('\\n\\n');
  return <article><h1>{slug}</h1>{paragraphs.map((each, index) => <p key={index}>{each}</p>)}</article>;`,
);

/**
 * Writes such a site. It reads posts from `CONTENT_DIR/blog/YYYY/MM/slug/index.md(x)`.
 *
 * @param dir the folder to write it into; created if needed.
 * @param rootFrom the path from `dir` to the folder with `node_modules`, for the bundler.
 * @param components names that posts use; each is rendered as a plain `div`. Undefined: Markdown is not parsed.
 */
export async function writeBareTemplate(
  dir: string,
  rootFrom: string,
  components: readonly string[] | undefined,
): Promise<void> {
  const files = {
    'next.config.mjs': configSource(rootFrom),
    'app/layout.tsx': layout,
    'app/blog/[year]/[month]/[slug]/page.tsx': components ? markdownPage(components) : plainPage,
  };
  for (const [name, text] of Object.entries(files)) {
    const path = join(dir, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }
}
