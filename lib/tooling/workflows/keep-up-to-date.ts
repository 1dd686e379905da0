// One comment or issue that a workflow writes once and updates from then on.
import { z } from 'zod';
import type { GitHub } from '@/lib/tooling/workflows/github';

/** The author of what workflows write. Another author's marker is ignored. */
const workflowUser = 'github-actions[bot]';

/** The most characters that are written, below GitHub's limit of 65,536. */
const longest = 60_000;

const written = z.object({
  body: z.string().nullable(),
  user: z.object({ login: z.string() }).nullable(),
});
const comment = written.extend({ id: z.number().int() });
const issue = written.extend({ number: z.number().int(), state: z.string(), pull_request: z.unknown().optional() });
const anything = z.unknown();

/** What was done. */
export type Kept = 'created' | 'updated' | 'unchanged' | 'closed';

/**
 * Writes the workflow's one comment on an issue or pull request.
 *
 * @param marker a word that no other workflow uses, at the start of the comment and not shown.
 */
export async function keepComment(github: GitHub, number: number, marker: string, text: string): Promise<Kept> {
  const body = withMarker(marker, text);
  const comments = await github.list(`/issues/${number}/comments`, comment);
  const ours = comments.find((each) => isOurs(each, marker));
  if (!ours) {
    await github.ask('POST', `/issues/${number}/comments`, anything, { body });
    return 'created';
  }
  if (ours.body === body) return 'unchanged';
  await github.ask('PATCH', `/issues/comments/${ours.id}`, anything, { body });
  return 'updated';
}

/**
 * Writes the workflow's one issue, and opens it again where it was closed.
 *
 * @param text undefined closes the issue.
 */
export async function keepIssue(
  github: GitHub,
  { marker, title, label }: { readonly marker: string; readonly title: string; readonly label: string },
  text: string | undefined,
): Promise<Kept> {
  const issues = await github.list(`/issues?state=all&labels=${encodeURIComponent(label)}`, issue);
  const ours = issues.find((each) => isOurs(each, marker) && each.pull_request === undefined);
  if (text === undefined) {
    if (ours?.state !== 'open') return 'unchanged';
    const body = withMarker(marker, 'Nothing is left to do.');
    await github.ask('PATCH', `/issues/${ours.number}`, anything, { body, state: 'closed' });
    return 'closed';
  }
  const body = withMarker(marker, text);
  if (!ours) {
    await github.ask('POST', '/issues', anything, { title, body, labels: [label] });
    return 'created';
  }
  if (ours.body === body && ours.state === 'open') return 'unchanged';
  await github.ask('PATCH', `/issues/${ours.number}`, anything, { body, state: 'open' });
  return 'updated';
}

function isOurs({ body, user }: z.output<typeof written>, marker: string): boolean {
  return user?.login === workflowUser && (body ?? '').startsWith(markerComment(marker));
}

function markerComment(marker: string): string {
  return `<!-- ${marker} -->`;
}

function withMarker(marker: string, text: string): string {
  const body = `${markerComment(marker)}\n${text.trim()}\n`;
  if (body.length <= longest) return body;
  // Whole lines only: half a code span would not quote its text.
  const kept = body.slice(0, longest);
  return `${kept.slice(0, kept.lastIndexOf('\n'))}\n\nThe rest is too long to show.\n`;
}
