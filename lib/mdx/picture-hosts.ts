// Other sites whose pictures posts may show: `pictureHosts` of lib/site.ts, which the policy of every page follows.
import { site } from '@/lib/site';

/** Whether an external image may be shown: over `https:`, from one of the `pictureHosts`. */
export function isShownFrom(src: string): boolean {
  if (site.pictureHosts.length === 0 || !/^https:\/\//i.test(src) || !URL.canParse(src)) return false;
  return site.pictureHosts.includes(new URL(src).host);
}
