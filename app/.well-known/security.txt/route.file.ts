// Where to report a vulnerability of the site (RFC 9116).
import { toHref } from '@/lib/base/urls';
import { securityText } from '@/lib/output/seo/security-text';
import { site } from '@/lib/site';

export const dynamic = 'force-static';

export function GET() {
  const text = securityText({ ...site.security, canonical: toHref('/.well-known/security.txt'), language: site.lang });
  return new Response(text, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
}
