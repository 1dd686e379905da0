// What static hosts read besides the pages: redirects as pages and as rules, headers as rules.

import { compare } from '@/lib/base/compare';
import { escapeHtml } from '@/lib/base/html';
import type { PlannedHeaders, PlannedRedirect } from '@/lib/output/export/plan-export';

/**
 * A page that leads to another, for hosts without rules.
 *
 * @param to the path that it leads to, encoded.
 * @param origin the site's, for the canonical address.
 * @param lang BCP 47.
 */
export function redirectPage(to: string, origin: string, lang: string): string {
  const path = escapeHtml(to);
  return `<!DOCTYPE html><html lang="${escapeHtml(lang)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Moved</title><meta http-equiv="refresh" content="0; url=${path}"><link rel="canonical" href="${escapeHtml(origin)}${path}"></head><body><p>This page has moved: <a href="${path}">${path}</a></p></body></html>\n`;
}

/** `_redirects`, as Netlify and Cloudflare Pages read it: from, to, status. */
export function redirectRules(redirects: readonly PlannedRedirect[], basePath: string): string {
  return redirects.map(({ address, to, status }) => `${encodeURI(basePath + address)} ${to} ${status}\n`).join('');
}

/**
 * `_headers`, as Netlify and Cloudflare Pages read it. A header that a wider rule gives already is not repeated. One that it
 * gives another value is removed first (`! name`): Cloudflare would join the two, and both policies would apply.
 */
export function headerRules(headers: readonly PlannedHeaders[]): string {
  const wide = headers.filter(({ path }) => path.endsWith('/*'));
  const rest = headers.filter(({ path }) => !path.endsWith('/*')).sort((a, b) => compare(a.path, b.path));
  return [...wide, ...rest]
    .map(({ path, headers: own }) => {
      const wider = wide.filter((each) => each.path !== path && path.startsWith(each.path.slice(0, -1)));
      const given = Object.entries(own).filter(([name, value]) => !wider.some((each) => each.headers[name] === value));
      const lines = given.flatMap(([name, value]) => [
        ...(wider.some((each) => each.headers[name] !== undefined) ? [`  ! ${name}\n`] : []),
        `  ${name}: ${value.replace(/[\r\n]+/g, ' ')}\n`,
      ]);
      return lines.length === 0 ? '' : `${path}\n${lines.join('')}`;
    })
    .join('');
}
