// What to write instead of what is Markdown and is no MDX: comments, addresses in angle brackets, `<br>`, a bare `<`.

/** A fault of syntax in words that help. */
export interface SyntaxRemedy {
  readonly code: 'mdx/comment' | 'mdx/autolink' | 'mdx/syntax';
  readonly message: string;
  readonly fix: string;
  /** In the body, 1-based; undefined where the parser's own place is best. */
  readonly place?: { readonly line: number; readonly column: number };
}

const empty = 'area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr';

/**
 * Explains why MDX cannot be parsed, where the reason is one that people meet often.
 *
 * @param error the parser's reason and its 1-based place in the body.
 * @returns undefined where the parser's words are the best there are.
 */
export function explainSyntax(
  body: string,
  error: { readonly reason: string; readonly line?: number | undefined; readonly column?: number | undefined },
): SyntaxRemedy | undefined {
  const unclosed = new RegExp(`^Expected a closing tag for \`<(${empty})>\` \\((\\d+):(\\d+)`).exec(error.reason);
  if (unclosed) {
    const [, name = '', line, column] = unclosed;
    return {
      code: 'mdx/syntax',
      message: `<${name}> is not closed`,
      fix: `write <${name} />`,
      place: { line: Number(line), column: Number(column) },
    };
  }
  if (!error.line || !error.column) return undefined;
  const lines = body.split('\n');
  const before = (lines[error.line - 1] ?? '').slice(0, error.column);
  const open = before.lastIndexOf('<');
  if (open < 0) return undefined;
  const rest = [(lines[error.line - 1] ?? '').slice(open), ...lines.slice(error.line)].join('\n');
  const place = { line: error.line, column: open + 1 };
  if (rest.startsWith('<!--')) {
    const text = /^<!--([\s\S]*?)-->/.exec(rest)?.[1]?.trim().replace(/\s+/g, ' ') ?? '';
    const note = text.length > 60 ? `${text.slice(0, 60)}…` : text;
    const fix = note ? `remove it, or write "# ${note}" in the front matter` : 'remove it';
    return { code: 'mdx/comment', message: 'MDX knows no HTML comments', fix, place };
  }
  const address = /^<([a-z][a-z0-9+.-]*:[^\s<>]+)>/i.exec(rest)?.[1];
  const mail = /^<([^\s<>@/]+@[^\s<>@/]+)>/.exec(rest)?.[1];
  if (address || mail) {
    const shown = address?.replace(/^mailto:/i, '') ?? mail ?? '';
    const message = `MDX takes <${address ?? mail}> for an element`;
    return { code: 'mdx/autolink', message, fix: `write [${shown}](${address ?? `mailto:${mail}`})`, place };
  }
  const sign = /^<([^\sa-z$_/>][^\s<]{0,20})/i.exec(rest)?.[1];
  if (sign) {
    return {
      code: 'mdx/syntax',
      message: `"<${sign}" begins like an element and is none`,
      fix: `write \\<${sign}`,
      place,
    };
  }
  const bare = /^<[^<>]*?\s([a-z-]+)=([^\s"'{}<>]+)/i.exec(rest);
  if (bare && error.reason.includes('before attribute value')) {
    return {
      code: 'mdx/syntax',
      message: `the value of ${bare[1]} is not in quotes`,
      fix: `write ${bare[1]}="${bare[2]}"`,
    };
  }
  return undefined;
}
