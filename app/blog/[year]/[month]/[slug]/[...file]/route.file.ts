// The files next to a post, and smaller variants of its images, at the post's own address.
import { fileRoute } from '@/app/param-route';
import { serveFile } from '@/app/serve';
import { getPost, getPostPages } from '@/lib/content/queries';
import { listVariants, renderVariant } from '@/lib/output/pictures/pictures';
import { readServed } from '@/lib/output/pictures/read-served';

export const dynamic = 'force-static';
export const dynamicParams = false;

export const { generateStaticParams, GET } = fileRoute({
  async list() {
    const posts = (await getPostPages()).filter((post) => post.files.length > 0);
    const params = posts.map(async (post) => {
      const { year, month, slug, files } = post;
      return [...files, ...(await listVariants(post))].map(({ name }) => ({
        year,
        month,
        slug,
        file: name.split('/'),
      }));
    });
    return (await Promise.all(params)).flat();
  },
  async find({ year, month, slug, file }) {
    const post = await getPost(`/blog/${year}/${month}/${slug}/`);
    const isIt = ({ name }: { name: string }) => name === file.join('/');
    const original = post?.files.find(isIt);
    const variant = original ?? (post && (await listVariants(post)).find(isIt));
    return original ? { original } : variant && 'file' in variant ? { variant } : undefined;
  },
  async respond({ original, variant }) {
    if (original) return serveFile(await readServed(original), original.type, 'public, max-age=3600');
    const bytes = await renderVariant(variant.file, variant.width, variant.type);
    // Static hosts take few rules: a variant for mail has the headers of all other pictures of its form.
    const caching = variant.type === 'image/webp' ? 'public, max-age=31536000, immutable' : 'public, max-age=3600';
    return serveFile(bytes, variant.type, caching);
  },
});
