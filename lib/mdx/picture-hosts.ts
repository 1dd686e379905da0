// Other sites whose pictures posts may show: a switch in lib/site.ts, which the policy of every page follows.
import { site } from '@/lib/site';

/** Whether a picture may be loaded from where it lies: over `https:`, from a host that lib/site.ts names. */
export function isShownFrom(src: string): boolean {
  if (site.pictureHosts.length === 0 || !/^https:\/\//i.test(src) || !URL.canParse(src)) return false;
  return site.pictureHosts.includes(new URL(src).host);
}
