// What the HTML of footnotes says, in the language of the site.
import { words } from '@/lib/base/words';

const { text } = words;

/** Options of remark-rehype: the heading of footnotes, and what screen readers call the links back from them. */
export const footnoteOptions = {
  footnoteLabel: text.footnotes,
  footnoteBackLabel: (reference: number, again: number) =>
    text.backTo(again > 1 ? `${reference + 1}-${again}` : String(reference + 1)),
};
