// In development, every address that no other route matches: old addresses lead to their pages, as in a build, and all others show
// the page for what is missing, with the script that loads the right page once it is there.
import { notFound, permanentRedirect } from 'next/navigation';
import { decodeParam } from '@/app/param-route';
import { getContent } from '@/lib/content/queries';

export { metadata } from '@/app/not-found';

export default async function Page({ params }: { params: Promise<{ alias: string[] }> }) {
  const { alias } = await params;
  const post = (await getContent()).aliases.get(`/${alias.map(decodeParam).join('/')}/`);
  if (!post) notFound();
  // Without the sub-path, which the framework adds.
  permanentRedirect(post.url);
}
