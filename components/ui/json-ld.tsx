// Structured data in a page: read by search engines, never executed.
import { toJsonLd } from '@/lib/output/seo/json-ld';

export function JsonLd({ data }: { data: Parameters<typeof toJsonLd>[0] }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: toJsonLd escapes what could close the element
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: toJsonLd(data) }} />;
}
