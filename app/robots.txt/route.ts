// What search engines may read: everything, and nothing of a preview.
import { isPreview } from '@/lib/content/visibility';

export const dynamic = 'force-static';

export function GET() {
  const text = `User-agent: *\nDisallow:${isPreview() ? ' /' : ''}\n`;
  return new Response(text, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
}
