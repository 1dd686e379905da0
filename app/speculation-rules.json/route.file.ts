// Which links a browser may follow ahead of a click, so that the next page is there at once. Every answer names this file.
import { toUrl } from '@/lib/base/urls';

export const dynamic = 'force-static';

export function GET() {
  const rules = {
    prerender: [
      {
        where: {
          and: [
            // Addresses of pages end in a slash; those of feeds, calendars, data and pictures do not.
            { href_matches: [toUrl('/'), toUrl('/*/')] },
            { not: { selector_matches: '[href^="#"]' } },
          ],
        },
        // Once a reader points at a link, and no sooner.
        eagerness: 'moderate',
      },
    ],
  };
  return new Response(JSON.stringify(rules), {
    headers: {
      'Content-Type': 'application/speculationrules+json',
      'Cache-Control': 'public, max-age=86400',
      // A picture that is opened by itself stands in a sandbox, from which this address is another site's.
      'Access-Control-Allow-Origin': '*',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}
