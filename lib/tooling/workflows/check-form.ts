// Answers on an issue from a form, when it is opened or edited: what to correct, or the file that it will be.
import type { EntryFile } from '@/lib/content/entry-from-answers';
import {
  type FormIssue,
  type FormProblem,
  findKinds,
  type Place,
  readFormIssue,
  toProblemList,
} from '@/lib/tooling/workflows/form-issue';
import type { GitHub } from '@/lib/tooling/workflows/github';
import { quoteBlock, quoteText } from '@/lib/tooling/workflows/hostile-text';
import { type Kept, keepComment } from '@/lib/tooling/workflows/keep-up-to-date';
import { acceptedLabel, formMarker, toCorrect } from '@/lib/tooling/workflows/propose-entry';

const soon =
  'Keep the headings, and write below them. This comment changes soon after you have saved the text. Nothing is published before a maintainer has accepted it.';
const complete = 'Thank you! Everything is complete. This is the file that will be made:';
const waiting = `You do not need to do anything more. When a maintainer adds the label “${acceptedLabel}”, it becomes a pull request.`;
const acceptedBefore = `This issue was accepted with earlier answers. To propose these, a maintainer removes the label “${acceptedLabel}” and adds it again.`;

/**
 * Keeps the one comment on an issue up to date. It makes no pull request, whatever labels the issue has.
 *
 * @returns what was done; undefined for an issue that does not come from a form of a kind of entry.
 */
export async function checkForm(github: GitHub, { issue }: FormIssue, place: Place): Promise<Kept | undefined> {
  const [kind, ...more] = findKinds(issue, place.root).found;
  if (!kind || more.length > 0) return undefined;
  const { file, isAnswered, problems, warnings } = await readFormIssue(issue, kind, place);
  if (!isAnswered) return undefined;
  const isAccepted = issue.labels.some(({ name }) => name === acceptedLabel);
  const text =
    problems.length > 0
      ? `${toCorrect}\n\n${toProblemList(problems)}\n\n${soon}`
      : [`${complete} ${showFile(file)}`, ...toNote(warnings), isAccepted ? acceptedBefore : waiting].join('\n\n');
  return keepComment(github, issue.number, formMarker, text);
}

function toNote(warnings: readonly FormProblem[]): string[] {
  return warnings.length === 0 ? [] : [`Is this intended?\n\n${toProblemList(warnings)}`];
}

function showFile({ path, text }: EntryFile): string {
  return `${quoteText(`content/${path}`)}\n\n${quoteBlock(text, 'yaml')}`;
}
