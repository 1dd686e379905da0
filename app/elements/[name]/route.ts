// The pages' own scripts, as one module.
import { getElements } from '@/lib/build/elements';

export const dynamic = 'force-static';
export const dynamicParams = false;

export async function generateStaticParams() {
  const { name } = await getElements();
  return [{ name }];
}

export async function GET() {
  const { code } = await getElements();
  return new Response(code, {
    headers: {
      'Content-Type': 'text/javascript; charset=utf-8',
      'Cache-Control': 'public, max-age=31536000, immutable',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}
