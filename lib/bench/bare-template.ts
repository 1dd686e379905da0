// The sites that ours is compared with: the least that the same framework needs to show the same posts, with the same MDX
// library and without any Markdown.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

const config = `import { availableParallelism } from 'node:os';
import { join } from 'node:path';

export default {
  turbopack: { root: join(import.meta.dirname, ROOT) },
  typescript: { ignoreBuildErrors: true },
  experimental: { cpus: Math.min(availableParallelism(), 8) },
};
`;

const layout = `import type { ReactNode } from 'react';

export const metadata = { title: 'Bare template' };

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  );
}
`;

const listing = `
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
`;

const markdownPage = `import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import matter from 'gray-matter';
import { compileMDX } from 'next-mdx-remote/rsc';

const Stub = ({ children }: any) => <div>{children}</div>;
const components = Object.fromEntries(COMPONENTS.map((name: string) => [name, Stub]));
${listing}
  const { data, content: source } = matter(text);
  const { content } = await compileMDX({
    source,
    components,
    options: { mdxOptions: { format } },
  });
  return (
    <article>
      <h1>{data.title}</h1>
      {content}
    </article>
  );
}
`;

/** Paragraphs of the text as it was written: as many words, and no library at all. */
const plainPage = `import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
${listing}
  return (
    <article>
      <h1>{slug}</h1>
      {text.split('\\n\\n').map((paragraph, index) => (
        <p key={index}>{paragraph}</p>
      ))}
    </article>
  );
}
`;

/**
 * Writes such a site. It reads posts from `CONTENT_DIR/blog/YYYY/MM/slug/index.md(x)` and knows nothing else.
 *
 * @param dir the folder to write it into; made where it is not there.
 * @param rootFrom the path from `dir` to the folder that holds `node_modules`, as the bundler must be told.
 * @param components names that posts use; each is drawn as a plain `div`. Undefined: no Markdown is read at all.
 */
export async function writeBareTemplate(
  dir: string,
  rootFrom: string,
  components: readonly string[] | undefined,
): Promise<void> {
  const page = components ? markdownPage.replace('COMPONENTS', JSON.stringify(components)) : plainPage;
  const files = {
    'next.config.mjs': config.replace('ROOT', JSON.stringify(rootFrom)),
    'app/layout.tsx': layout,
    'app/blog/[year]/[month]/[slug]/page.tsx': page,
  };
  for (const [name, text] of Object.entries(files)) {
    const path = join(dir, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }
}
