// The last resort for a part of a body that the check refuses: it is kept as text, in a block of code.

/**
 * Puts the block around a line into a fence, so that nothing in it has a meaning.
 *
 * @param line 1-based, within the body.
 * @returns undefined if the line is in a fence already, or if there is no such line.
 */
export function keepAsText(body: string, line: number): string | undefined {
  const lines = body.split('\n');
  const at = line - 1;
  if (lines[at] === undefined || fencedLines(lines).has(at)) return undefined;
  const isBlank = (index: number) => (lines[index] ?? '').trim() === '';
  const fenced = fencedLines(lines);
  let start = at;
  while (start > 0 && !isBlank(start) && !isBlank(start - 1) && !fenced.has(start - 1)) start -= 1;
  let end = at;
  while (end + 1 < lines.length && !isBlank(end) && !isBlank(end + 1) && !fenced.has(end + 1)) end += 1;
  const block = lines.slice(start, end + 1);
  const longest = Math.max(
    2,
    ...block
      .join('\n')
      .split(/[^`]+/)
      .map((ticks) => ticks.length),
  );
  const fence = '`'.repeat(longest + 1);
  return [...lines.slice(0, start), '', `${fence}text`, ...block, fence, '', ...lines.slice(end + 1)].join('\n');
}

/** The lines of fenced code, their fences included. 0-based. */
function fencedLines(lines: readonly string[]): ReadonlySet<number> {
  const fenced = new Set<number>();
  let open: string | undefined;
  for (const [index, line] of lines.entries()) {
    const [, sign = '', rest = ''] = /^[\s>]*(?:[-*+]\s+|\d+[.)]\s+)*(`{3,}|~{3,})(.*)$/.exec(line) ?? [];
    if (open === undefined && sign !== '' && !(sign.startsWith('`') && rest.includes('`'))) open = sign;
    else if (open !== undefined) {
      fenced.add(index);
      if (sign.startsWith(open) && rest.trim() === '') open = undefined;
      continue;
    }
    if (open !== undefined) fenced.add(index);
  }
  return fenced;
}
