// Where a site is served, from the files of its hosts.
import type { Checkout } from '@/lib/news/import/checkout';
import { fieldOf, isRecord, readToml, textOf } from '@/lib/news/import/front-matter';

/**
 * The origins of a site, without a slash at the end: what its configuration says, the domain in `CNAME`, the addresses in
 * netlify.toml's environment, and the home page in package.json. Addresses of this machine and of previews do not count.
 */
export async function originsFromHosts(checkout: Checkout, written: string | undefined): Promise<string[]> {
  const found = [written];
  for (const file of ['CNAME', 'static/CNAME', 'public/CNAME']) {
    const domain = (await checkout.text(file))?.trim();
    if (domain !== undefined && /^[\w.-]+\.\w+$/.test(domain)) found.push(`https://${domain}`);
  }
  const netlify = readToml((await checkout.text('netlify.toml')) ?? '').data;
  for (const key of ['context.production.environment', 'build.environment']) {
    const environment = fieldOf(netlify, key);
    if (isRecord(environment)) found.push(textOf(environment, 'SITE_URL', 'HUGO_BASEURL', 'BASE_URL', 'SITE', 'URL'));
  }
  const home = textOf(await checkout.config('package.json'), 'homepage');
  if (home !== undefined && !/github\.com|npmjs\.com/.test(home)) found.push(home);
  const origins = found.flatMap((each) => {
    if (each === undefined || !/^https?:\/\/\S+$/.test(each) || !URL.canParse(each)) return [];
    const { hostname, origin } = new URL(each);
    return /^(?:localhost|[\d.]+|example\.(?:com|org)|your-.*|\[.*)$/.test(hostname) ? [] : [origin];
  });
  return [...new Set(origins)];
}
