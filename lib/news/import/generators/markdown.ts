// A folder of Markdown files, with any generator or none: Eleventy, Hexo, Gatsby, Next.js, VitePress.
import { basename, dirname } from 'node:path/posix';
import type { Checkout } from '@/lib/news/import/checkout';
import { fieldOf, textOf, textsIn } from '@/lib/news/import/front-matter';
import { dateTokens, fillIn, joinPath } from '@/lib/news/import/generators/address-parts';
import type { Generator, ReadPost, SiteRules } from '@/lib/news/import/generators/generator';
import { originsFromHosts } from '@/lib/news/import/generators/origins';
import { type FoundFiles, findPostFiles, isBlogName, postFilesBelow } from '@/lib/news/import/generators/post-files';

/** Folders of posts in the order in which they are tried. */
const usual = [
  ...[
    'source/_posts',
    'content/blog',
    'content/posts',
    'content/post',
    'content/news',
    'content/articles',
    'src/posts',
    'src/blog',
  ],
  ...[
    'src/content/blog',
    'src/content/posts',
    'src/pages/blog',
    'pages/blog',
    'pages/posts',
    'posts',
    '_posts',
    'blog',
    'docs/blog',
  ],
  ...[
    'docs/posts',
    'data/blog',
    'news',
    'articles',
    'src/news',
    'src/articles',
    'src/_posts',
    'app/blog',
    'src/app/blog',
  ],
];

export const markdown: Generator = {
  name: 'markdown',
  label: 'plain Markdown',
  async detect(checkout) {
    const found = await findFiles(checkout);
    return found.files[0]?.file;
  },
  async read(checkout, posts) {
    const found =
      posts === undefined ? await findFiles(checkout) : { files: postFilesBelow(checkout, posts), places: [posts] };
    const isHexo = found.places.includes('source/_posts');
    const config = isHexo ? await checkout.config('_config.yml') : {};
    const pattern = isHexo ? (textOf(config, 'permalink') ?? ':year/:month/:day/:title/') : undefined;
    return {
      files: found.files,
      translations: [],
      places: found.places,
      addressOf: (post) => addressOf(post, pattern),
      ...(pattern === undefined
        ? { guess: 'a folder of Markdown files does not define addresses, so they are the paths of the files' }
        : {}),
      redirects: [],
      served: ['public', 'static', 'source', 'src', 'docs/public', 'docs/.vuepress/public', ''],
      origins: await originsFromHosts(checkout, textOf(config, 'url')),
      params: config,
      authors: await checkout.config(
        (await checkout.firstOf(['data/authors.yml', 'data/authors.json', 'authors.yml', 'blog/authors.yml'])) ??
          'authors.yml',
      ),
      problems: [],
    } satisfies SiteRules;
  },
};

async function findFiles(checkout: Checkout): Promise<FoundFiles> {
  for (const folder of usual) {
    const files = postFilesBelow(checkout, folder);
    if (files.length > 0) return { files, places: [folder] };
  }
  // A folder that is itself called “posts”, or one in which most files are dated.
  if (isBlogName(basename(checkout.folder))) {
    const files = postFilesBelow(checkout, '');
    if (files.length > 0) return { files, places: [''] };
  }
  return findPostFiles(checkout, '');
}

/** `permalink` of the front matter, Hexo's pattern, else the path of the file without its date, as Eleventy has it. */
function addressOf(post: ReadPost, pattern: string | undefined): string {
  const written = textOf(post.data, 'permalink', 'url');
  const isPlain = written !== undefined && !/[{}]/.test(written) && /^\//.test(written);
  if (isPlain) return joinPath(written).replace(/\/index\.html$/, '/');
  if (pattern !== undefined) {
    const category = textsIn(fieldOf(post.data, 'categories')).join('/');
    const title = joinPath(dirname(post.path), post.name).slice(1).replace(/^\.\//, '');
    return joinPath(
      fillIn(written ?? pattern, {
        ...dateTokens(post.date.local),
        title,
        name: post.name,
        post_title: post.title,
        category: category || 'uncategorized',
      }),
    );
  }
  const folder = post.root.replace(
    /^(?:src|source|content|pages|app|data|public)\/(?:content\/|pages\/|app\/)?|^_/g,
    '',
  );
  const above = dirname(post.path) === '.' ? '' : dirname(post.path);
  return joinPath(folder.replace(/^_/, ''), above, textOf(post.data, 'slug') ?? post.name, '/');
}
