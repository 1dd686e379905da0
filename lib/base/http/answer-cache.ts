// A cache of responses in files, for conditional requests (RFC 9110, section 13.1).
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { keepFile, readKept } from '@/lib/base/build-cache';
import type { HttpReply } from '@/lib/base/http/request';

const keptSchema = z.object({
  /** Where it came from in the end. */
  url: z.string(),
  etag: z.string().optional(),
  lastModified: z.string().optional(),
  /** The `Link` header, for further pages. */
  link: z.string().optional(),
  /** When it came, or was last said to be unchanged. Milliseconds since 1970. */
  from: z.number(),
  text: z.string(),
});

export type KeptAnswer = z.output<typeof keptSchema>;

/** The file of an answer. @param key all that decides what is answered: the address, whether a token is sent. */
export function answerFile(folder: string, key: string): string {
  return join(folder, `${createHash('sha256').update(key).digest('hex')}.json`);
}

/** What is kept in a file; undefined where it is missing or damaged. */
export function readAnswer(file: string): KeptAnswer | undefined {
  const text = readKept(file)?.toString('utf8');
  return text === undefined ? undefined : keptSchema.safeParse(JSON.parse(text)).data;
}

/**
 * Asks whether an answer has changed, and keeps the new one.
 *
 * @param ask gets the headers that say what is known, and throws for an answer that is not to be kept.
 */
export async function askIfChanged(
  file: string,
  kept: KeptAnswer | undefined,
  now: () => number,
  ask: (conditions: Readonly<Record<string, string>>) => Promise<HttpReply>,
): Promise<KeptAnswer> {
  const { etag, lastModified } = kept ?? {};
  const since = lastModified ? { 'if-modified-since': lastModified } : {};
  const { status, headers, text, url } = await ask(etag ? { 'if-none-match': etag } : { ...since });
  const answer =
    status === 304 && kept
      ? { ...kept, from: now() }
      : { url, etag: headers.etag, lastModified: headers['last-modified'], link: headers.link, from: now(), text };
  keepFile(file, JSON.stringify(answer));
  return answer;
}
