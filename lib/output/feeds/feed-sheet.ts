// How a feed looks in a browser: its style sheet, with what it says of itself.
import { readFileSync } from 'node:fs';
import { hasSection } from '@/lib/base/sections';
import { toUrl } from '@/lib/base/urls';
import { words } from '@/lib/base/words';

/** The style sheet of feeds. */
export function feedSheet(): string {
  const { sheet, sheetMore } = words.feeds;
  const text = hasSection('subscribe') ? `${sheet} ${sheetMore(toUrl('/subscribe/'))}` : sheet;
  const rules = `direction: ${words.direction}; }\nrss::before, atom|feed::before { content: ${toCssString(text)}; }`;
  return `${readFileSync('lib/output/feeds/feed.css', 'utf8')}\nrss, atom|feed { ${rules}\n`;
}

/** A text as CSS has it between quotation marks (CSS Syntax Level 3, section 4.3.5). */
function toCssString(text: string): string {
  return `"${text.replace(/[\\"]/g, '\\$&').replace(/\s+/g, ' ')}"`;
}
