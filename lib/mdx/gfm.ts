// GitHub's extensions of Markdown for MDX, tried only on lines that can hold them: trying them everywhere was a third of the time.
import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import type { Processor } from 'unified';
import { walkMarkdown } from '@/lib/mdx/walk';

/** What is read of micromark's extensions, whose types are not part of a library of ours. */
interface Construct {
  readonly name?: string;
  readonly previous?: (this: Place, code: number | null) => boolean;
  readonly tokenize: (this: Place, effects: unknown, ok: unknown, nok: unknown) => unknown;
}
interface Place {
  readonly now: () => { readonly line: number };
}
type Constructs = Readonly<Record<string, Construct | readonly Construct[]>>;

/** The lines of a text, 1-based, on which something stands that an extension needs. */
interface Lines {
  /** Those with an `@`: without one nothing becomes an e-mail address. */
  readonly at: ReadonlySet<number>;
  /** Those that a table may take, from the one before its row of dashes to the next empty one (GFM 0.29, section 4.10). */
  readonly tables: ReadonlySet<number>;
}

const none: Lines = { at: new Set(), tables: new Set() };

/**
 * A parser with GitHub's extensions. Its trees are those of `remark-gfm`.
 *
 * @param processor parses Markdown, and is not yet frozen.
 */
export function parserWithGfm(processor: Processor<Root>): (text: string) => Root {
  let lines = none;
  const frozen = processor
    .use(remarkGfm)
    .use(function tryWhereNeeded(this: Processor) {
      const data = this.data() as unknown as {
        micromarkExtensions: { text?: Constructs; flow?: Constructs }[];
        fromMarkdownExtensions: unknown[];
      };
      data.micromarkExtensions = data.micromarkExtensions.map((extension) => ({
        ...extension,
        ...(extension.text && { text: mapConstructs(extension.text, (each) => onLinesWithAt(each, () => lines)) }),
        ...(extension.flow && { flow: mapConstructs(extension.flow, (each) => inTables(each, () => lines)) }),
      }));
      data.fromMarkdownExtensions = data.fromMarkdownExtensions.flat(3).map(onTextWithAddress);
    })
    .freeze();
  return (text) => {
    lines = linesOf(text);
    return frozen.parse(text);
  };
}

function linesOf(text: string): Lines {
  const at = new Set<number>();
  const tables = new Set<number>();
  let inTable = false;
  for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
    const number = index + 1;
    if (line.includes('@')) at.add(number);
    const isDelimiter = /^[\s>|:-]+$/.test(line) && /[|:]/.test(line) && line.includes('-');
    if (isDelimiter) tables.add(index);
    inTable = isDelimiter || (inTable && !/^[\s>]*$/.test(line));
    if (inTable) tables.add(number);
  }
  return { at, tables };
}

function mapConstructs(constructs: Constructs, map: (construct: Construct) => Construct): Constructs {
  const mapped = Object.entries(constructs).map(
    ([code, each]) => [code, Array.isArray(each) ? each.map(map) : map(each as Construct)] as const,
  );
  return Object.fromEntries(mapped);
}

/** Each word that may begin an address is set apart, and put together again: on most lines for nothing. */
function onLinesWithAt(construct: Construct, lines: () => Lines): Construct {
  if (construct.name !== 'emailAutolink') return construct;
  return {
    ...construct,
    // Asked of every letter: its own question is the cheaper one.
    previous(code) {
      return (construct.previous?.call(this, code) ?? true) && lines().at.has(this.now().line);
    },
  };
}

/** Each line of a paragraph might begin a table, which the one after it decides. */
function inTables(construct: Construct, lines: () => Lines): Construct {
  if (construct.name !== 'table') return construct;
  return {
    ...construct,
    tokenize(effects, ok, nok) {
      return lines().tables.has(this.now().line) ? construct.tokenize.call(this, effects, ok, nok) : nok;
    },
  };
}

/** The second look for addresses goes through the whole tree, for the few that the first one cannot see. */
function onTextWithAddress(extension: unknown): unknown {
  const { transforms } = extension as { transforms?: ((tree: Root) => unknown)[] };
  if (!transforms) return extension;
  return {
    ...(extension as object),
    transforms: transforms.map((transform) => (tree: Root) => (mayHoldAddress(tree) ? transform(tree) : undefined)),
  };
}

function mayHoldAddress(tree: Root): boolean {
  let found = false;
  walkMarkdown(tree, (node) => {
    if (found || node.type === 'link' || node.type === 'linkReference') return 'skip';
    if (node.type === 'text') found = /https?:\/\/|www\.|@/i.test(node.value);
    return undefined;
  });
  return found;
}
