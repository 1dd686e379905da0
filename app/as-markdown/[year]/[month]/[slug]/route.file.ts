// One post as Markdown. Requests for `/blog/2022/03/a/index.md` are rewritten to it: the framework gives each of two processes
// half of all routes, ordered by name, and next to the posts' pages this one would make one half much larger than the other.
import { fileRoute } from '@/app/param-route';
import { serveText } from '@/app/serve';
import { toPostMarkdown } from '@/app/views/post-text';
import { getContent, getPostPages } from '@/lib/content/queries';

export const dynamic = 'force-static';
export const dynamicParams = false;

export const { generateStaticParams, GET } = fileRoute({
  async list() {
    const posts = (await getPostPages()).filter(({ withdrawn }) => withdrawn === undefined);
    return posts.map(({ year, month, slug }) => ({ year, month, slug }));
  },
  find: async ({ year, month, slug }) => (await getContent()).postByUrl.get(`/blog/${year}/${month}/${slug}/`),
  respond: async (post) => serveText(await toPostMarkdown(post, await getContent()), 'text/markdown'),
});
