// Where to report a weakness of the site (RFC 9116).
import { securityText } from '@/lib/seo/security-text';
import { site } from '@/lib/site';
import { toHref } from '@/lib/urls';

export const dynamic = 'force-static';

export function GET() {
  const text = securityText({ ...site.security, canonical: toHref('/.well-known/security.txt'), language: site.lang });
  return new Response(text, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
}
