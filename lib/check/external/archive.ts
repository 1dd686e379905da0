// Archived copies of pages that are gone, from the Wayback Machine (https://archive.org/help/wayback_api.php).
import { z } from 'zod';
import { HttpError, type HttpOptions, request } from '@/lib/base/http/request';
import type { Turns } from '@/lib/check/external/turns';

const answerSchema = z.object({
  archived_snapshots: z.object({
    closest: z.object({ available: z.boolean(), url: z.string(), status: z.string().optional() }).optional(),
  }),
});

/**
 * Looks for a copy of a page.
 *
 * @param day `20220301`: the archive gives the copy nearest to that day.
 * @returns its https: address, `none` if there is no copy, or `silent` if the archive does not respond.
 * @throws the signal's reason where it is aborted.
 */
export async function findCopy(
  url: string,
  day: string | undefined,
  { archive, options, turns }: { readonly archive: string; readonly options: HttpOptions; readonly turns: Turns },
): Promise<{ readonly url: string } | 'none' | 'silent'> {
  const question = new URL(archive);
  question.searchParams.set('url', url);
  if (day) question.searchParams.set('timestamp', day);
  const headers = (at: URL) => ({ ...options.headers?.(at), accept: 'application/json' });
  try {
    const { status, text } = await turns.take(question.hostname, () => request(question, { ...options, headers }));
    if (status !== 200) return 'silent';
    const { closest } = answerSchema.parse(JSON.parse(text)).archived_snapshots;
    if (!closest?.available || !/^(?:2|-)/.test(closest.status ?? '2')) return 'none';
    const copy = URL.canParse(closest.url) ? new URL(closest.url) : undefined;
    if (copy?.hostname !== 'web.archive.org') return 'none';
    copy.protocol = 'https:';
    return { url: copy.href };
  } catch (error) {
    options.signal?.throwIfAborted();
    if (error instanceof HttpError || error instanceof SyntaxError || error instanceof z.ZodError) return 'silent';
    throw error;
  }
}
