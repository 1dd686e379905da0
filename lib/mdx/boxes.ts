// Boxes as other generators write them: `:::note` with `:::` below (Docusaurus, Starlight, VuePress, Quarto), and `!!! note` or
// `??? note` with indented text below (Python-Markdown, MkDocs). They become the same callouts as GitHub's alerts.
import { inCapitals } from '@/lib/base/english';

/** The first line of a box. */
export interface BoxLine {
  /** How many colons begin it, so that as many end it; undefined for one whose text is indented. */
  readonly colons?: number | undefined;
  /** What it is called, as written. */
  readonly name: string;
  /** Whether a box of that name is known. */
  readonly isKnown: boolean;
  /** The arguments of the shortcode that stands for it: `box`, `title` and `open`. */
  readonly named: ReadonlyMap<string, string>;
}

/** The callout of each name. Those after the first of a line have their name as title, unless they have one of their own. */
const callouts: Readonly<Record<string, string>> = {
  ...namesOf('note', 'abstract summary tldr question help faq example quote cite todo seealso'),
  ...namesOf('tip', 'success check done'),
  ...namesOf('caution', 'failure fail missing bug'),
  ...{ important: 'important', warning: 'warning', warn: 'warning', attention: 'warning' },
  ...{ info: 'note', hint: 'tip', danger: 'caution', error: 'caution' },
};

function namesOf(kind: string, others: string): Record<string, string> {
  return Object.fromEntries([kind, ...others.split(' ')].map((name) => [name, kind]));
}

/** Names that add nothing to the type of the callout. */
const untitled = /^(?:note|info|tip|hint|important|warning|warn|attention|caution|danger|error)$/;

/** Names of boxes, for messages. */
export const boxNames: readonly string[] = [...Object.keys(callouts), 'details'];

/** `:::note Title`, `:::note[Title]{#id}`, `::: {.callout-note title="Title"}`. */
const withColons =
  /^(:{3,})[ \t]*(?:\{([^{}]*)\}|([a-z][\w-]*))(?:\[((?:[^[\]]|\[[^[\]]*\])*)\])?(?:[ \t]*\{([^{}]*)\})?(?:[ \t]+([^\s:{].*?))?[ \t]*:*$/i;

/** `!!! note "Title"`, `??? note`, `???+ note inline end "Title"`. */
const withMarks = /^(!!!|\?\?\?\+?)[ \t]+([a-z][\w-]*)((?:[ \t]+[a-z][\w-]*)*)(?:[ \t]+"(.*)")?[ \t]*$/i;

/** Reads a line without what is before it in its list or quote; undefined where it begins no box. */
export function readBoxLine(line: string): BoxLine | undefined {
  if (line.length > 300) return undefined;
  const [, colons, braces = '', word, label, more = '', rest] = withColons.exec(line) ?? [];
  if (colons) {
    const name = word ?? /\.(?:callout-)?([a-z][\w-]*)/i.exec(braces)?.[1];
    const title = label ?? rest ?? /\btitle="([^"]*)"/.exec(braces + more)?.[1];
    return name === undefined ? undefined : toLine(name, title, { colons: colons.length });
  }
  const [, marks, name, classes = '', title] = withMarks.exec(line) ?? [];
  if (!marks || !name) return undefined;
  // Several words without a title are a sentence, except for where a box is placed.
  if (title === undefined && classes.trim() !== '' && !/^(?:[ \t]+(?:inline|end|annotate))+$/.test(classes))
    return undefined;
  return toLine(name, title, { fold: marks === '!!!' ? undefined : marks === '???+' });
}

/** @param kind `fold` is for boxes that open and close: whether it is open. */
function toLine(
  name: string,
  title: string | undefined,
  { colons, fold }: { colons?: number; fold?: boolean | undefined },
): BoxLine {
  const known = name.toLowerCase();
  const isFold = fold !== undefined || known === 'details' || known === 'spoiler' || known === 'collapse';
  const callout = Object.hasOwn(callouts, known) ? callouts[known] : undefined;
  const isKnown = callout !== undefined || (isFold && fold === undefined);
  const ownTitle = title?.replace(/[*_`]+/g, '').trim() ?? (untitled.test(known) && !isFold ? '' : inCapitals(name));
  // A box of colons may be no callout at all, but a column or a picture in the middle.
  const box = isFold ? 'details' : (callout ?? (colons === undefined ? 'note' : 'none'));
  const named = new Map([['box', box]]);
  if (ownTitle !== '') named.set('title', ownTitle);
  if (fold) named.set('open', 'true');
  return { colons, name, isKnown, named };
}
