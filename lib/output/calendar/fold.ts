// Long lines of iCalendar, folded and unfolded.

const limit = 75;

/**
 * Folds each line to at most 75 octets of UTF-8 without its break, and never within a character; a continued line begins
 * with a space, which counts (RFC 5545, section 3.1). Lines end in CRLF, the last one too.
 */
export function foldLines(lines: readonly string[]): string {
  return lines.map((line) => `${foldLine(line)}\r\n`).join('');
}

/** The content lines of an iCalendar text, whole again (RFC 5545, section 3.1). */
export function unfoldLines(text: string): string[] {
  return text
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n')
    .filter((line) => line !== '');
}

function foldLine(line: string): string {
  let folded = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > limit) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
}
