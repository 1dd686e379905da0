// The rules for bodies that need the tree and nothing of other files, all in one call.
import type { Root } from 'mdast';
import type { VFileMessage } from 'vfile-message';
import { findMissingAlt } from '@/lib/check/alt-text';
import { findAddressFaults } from '@/lib/check/body-addresses';
import { findCostlyText } from '@/lib/check/costly-text';
import { findDroppedHtml } from '@/lib/check/dropped-html';
import { findHiddenText } from '@/lib/check/hidden-text';
import { findTooManyNodes } from '@/lib/check/node-limit';
import { findIdCollisions } from '@/lib/check/own-ids';
import { explainSyntax } from '@/lib/check/syntax-remedy';
import type { Post } from '@/lib/content/posts';
import type { Problem } from '@/lib/content/problems';
import type { Breach } from '@/lib/mdx/rules';
import { type Format, parseBody } from '@/lib/mdx/syntax';

/** What is wrong at a place of a body, 1-based. */
export interface BodyFault extends Breach {
  readonly severity: 'error' | 'warning';
}

/** Every fault of a body that shows on its tree. @param headings the ids of its headings, where they are known. */
export function findBodyFaults(
  tree: Root,
  body: string,
  format: Format,
  headings: readonly { readonly id: string }[] = [],
): BodyFault[] {
  const tooMany = findTooManyNodes(tree);
  if (tooMany.length > 0) return tooMany;
  return [
    ...findAddressFaults(tree, format),
    ...findMissingAlt(tree, format),
    ...findHiddenText(tree, body),
    ...(format === 'md' ? [...findDroppedHtml(tree), ...findIdCollisions(tree, headings)] : []),
  ];
}

/** A post's body held to these rules. @returns `stop` where it may not be parsed, or was explained better than elsewhere. */
export function checkBodyRules(post: Post): { stop: boolean; problems: Problem[] } {
  const { body, format, bodyLine, shownFile } = post;
  const toProblem = (fault: BodyFault): Problem => ({ ...fault, file: shownFile, line: fault.line + bodyLine - 1 });
  const costly = findCostlyText(body);
  if (costly.length > 0) {
    return { stop: true, problems: costly.map((breach) => toProblem({ ...breach, severity: 'error' })) };
  }
  try {
    return { stop: false, problems: findBodyFaults(parseBody(body, format), body, format).map(toProblem) };
  } catch (error) {
    const { reason, line, column } = error as VFileMessage;
    const remedy = reason === undefined ? undefined : explainSyntax(body, { reason, line, column });
    if (!remedy) return { stop: false, problems: [] };
    const { place = { line: line ?? 1, column: column ?? 1 }, ...rest } = remedy;
    return { stop: true, problems: [toProblem({ ...place, ...rest, severity: 'error' })] };
  }
}
