// Which links a browser may prerender before a click, so that the next page appears at once. Every response names this file.
import { toUrl } from '@/lib/base/urls';

export const dynamic = 'force-static';

export function GET() {
  const rules = {
    prerender: [
      {
        where: {
          and: [
            // Addresses of pages end in a slash; those of feeds, calendars, data and images do not.
            { href_matches: [toUrl('/'), toUrl('/*/')] },
            { not: { selector_matches: '[href^="#"]' } },
          ],
        },
        // When a reader points at a link, not before.
        eagerness: 'moderate',
      },
    ],
  };
  return new Response(JSON.stringify(rules), {
    headers: {
      'Content-Type': 'application/speculationrules+json',
      'Cache-Control': 'public, max-age=86400',
      // An image opened on its own is in a sandbox, for which this file has another origin.
      'Access-Control-Allow-Origin': '*',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}
