// Replaces templates of Hugo and Zola in bodies with their output if it is certain, and keeps all others.
import { globMatcher } from '@/lib/base/glob';
import { needsEnd, shortcodeNames } from '@/lib/mdx/shortcode-specs';
import { findShortcodes, type Piece, type Shortcode } from '@/lib/mdx/shortcodes';
import { boxTags, isBoxKind, toArgument } from '@/lib/news/import/bodies/boxes';
import { fenceFor, maskCode } from '@/lib/news/import/bodies/code';
import type { Draft, Edit } from '@/lib/news/import/bodies/draft';
import { toVideo } from '@/lib/news/import/bodies/liquid';
import { printed, valueAt } from '@/lib/news/import/bodies/values';
import type { BodySource } from '@/lib/news/import/source';

/** Replaces Hugo's shortcodes that depend on the site: configuration values, other posts, and those of well-known themes. */
export function putHugo(draft: Draft, source: BodySource): void {
  if (!/\{\{[<%]/.test(draft.text)) return;
  const edits: Edit[] = [];
  const walk = (pieces: readonly Piece[]): void => {
    for (const piece of pieces) {
      if ('shown' in piece) continue;
      edits.push(...hugoEdits(draft, source, piece));
      walk(piece.children);
    }
  };
  walk(findShortcodes(draft.text, needsEnd).pieces);
  draft.edit(edits);
}

function hugoEdits(draft: Draft, source: BodySource, shortcode: Shortcode): Edit[] {
  const { name, positional, named, start, end, inner } = shortcode;
  const first = positional[0] ?? named.get('path') ?? named.get('name') ?? '';
  const whole = (text: string | undefined, kind: string): Edit[] => {
    if (text === undefined) return [];
    draft.count(kind);
    return [{ start, end, text }];
  };
  if (name === 'param') {
    const value = printed(
      valueAt(source.post.data, first) ?? valueAt(params(source), first) ?? valueAt(source.site.params, first),
    );
    return whole(value, 'param');
  }
  if (name === 'ref' || name === 'relref') return whole(hugoRef(draft, source, first, start), 'ref');
  if (name === 'comment' && inner) {
    const comment = draft.text.slice(inner.start, inner.end);
    return whole(comment.includes('--') ? '' : `<!--${comment}-->`, 'comments');
  }
  if (shortcodeNames.includes(name)) return [];
  if (/^youtube/.test(name)) return whole(toVideo('youtube', named.get('id') ?? first), 'shortcodes');
  if (name === 'asciinema' || name === 'asciicast') {
    const id = named.get('id') ?? named.get('key') ?? /\/a\/([\w-]+)/.exec(named.get('src') ?? '')?.[1] ?? first;
    return /^[\w-]+$/.test(id) ? whole(`[A recording on asciinema](https://asciinema.org/a/${id})`, 'shortcodes') : [];
  }
  if (/^(?:img|image|picture|fig|photo|imgresize|responsive-image|lightbox)$/.test(name) && !inner)
    return whole(hugoPicture(shortcode), 'shortcodes');
  const shown = inner ? undefined : hugoText(shortcode);
  if (shown !== undefined) return whole(shown, 'shortcodes');
  if (!inner) {
    draft.report(
      'import/template',
      start,
      `there is no shortcode "${name}" on this site`,
      'write what it showed, or remove it',
    );
    return [];
  }
  const content = draft.text.slice(inner.start, inner.end);
  if (name === 'mermaid') return whole(fenced(content, 'mermaid'), 'shortcodes');
  if (/^(?:text|code|codeblock|code-block)$/.test(name)) {
    return whole(fenced(content, positional[0] ?? named.get('lang') ?? named.get('language') ?? ''), 'shortcodes');
  }
  const tags = hugoTags(shortcode);
  if (tags) draft.count('shortcodes');
  else {
    const message = `there is no shortcode "${name}" on this site: only what is between its tags is kept`;
    draft.report('import/template', start, message, 'look at how it is shown');
  }
  return [
    { start, end: inner.start, text: tags?.open ?? '' },
    { start: inner.end, end, text: tags?.close ?? '' },
  ];
}

/** What a shortcode without an end shows that only has a text: of a glossary, a button, an icon. */
function hugoText({ name, positional, named }: Shortcode): string | undefined {
  if (/^(?:icon|toc|fa|fontawesome|br|clear)$/.test(name)) return '';
  const text = named.get('text') ?? named.get('label');
  const href = named.get('link') ?? named.get('href') ?? named.get('url');
  if (/button|btn/.test(name) && href) return `[${text ?? positional[0] ?? href}](${href})`;
  return text;
}

function params({ site }: BodySource): Readonly<Record<string, unknown>> {
  const inside = site.params.params;
  return typeof inside === 'object' && inside !== null ? (inside as Record<string, unknown>) : site.params;
}

function fenced(text: string, lang: string): string {
  const code = text.replace(/^[ \t]*\n|\n?[ \t]*$/g, '');
  const marks = fenceFor(code);
  return `${marks}${lang}\n${code}\n${marks}`;
}

/** Boxes and disclosures of other themes. */
function hugoTags({ name, positional, named }: Shortcode): { open: string; close: string } | undefined {
  const title = named.get('title') ?? named.get('header') ?? named.get('summary');
  if (/^(?:notice|admonition|admonish|callout|hint|alert|box|blockquote-alert)$/.test(name)) {
    const kind = named.get('type') ?? named.get('kind') ?? named.get('color') ?? positional[0] ?? 'note';
    const label = title ?? (positional[1] && isBoxKind(positional[0] ?? '') ? positional[1] : undefined);
    return boxTags(isBoxKind(kind) ? kind : 'note', label ?? (isBoxKind(kind) ? undefined : ''));
  }
  if (/^(?:quote|blockquote|epigraph)$/.test(name)) {
    const author = named.get('author') ?? named.get('source') ?? named.get('cite');
    return { open: '<blockquote>\n\n', close: `${author ? `\n\n— ${author}` : ''}\n\n</blockquote>` };
  }
  if (isBoxKind(name)) return boxTags(name, title ?? positional[0]);
  if (/^(?:expand|collapse|spoiler|accordion)$/.test(name)) {
    return {
      open: `{{% details summary="${toArgument(title ?? positional[0] ?? 'Details')}" %}}`,
      close: '{{% /details %}}',
    };
  }
  if (name === 'tabs') return { open: '{{< tabpane >}}', close: '{{< /tabpane >}}' };
  return undefined;
}

function hugoPicture({ named, positional }: Shortcode): string | undefined {
  const src = named.get('src') ?? named.get('url') ?? named.get('path') ?? named.get('link') ?? positional[0];
  if (!src) return undefined;
  const alt = named.get('alt') ?? named.get('title') ?? positional[1] ?? '';
  const caption = named.get('caption');
  const extra = caption ? ` caption="${caption.replace(/["\\]/g, '\\$&')}"` : '';
  return `{{< figure src="${src}" alt="${toArgument(alt)}"${extra} >}}`;
}

/** The address that `ref` means: of a post, else of a page of the old site. */
function hugoRef(draft: Draft, { resolveLink, site }: BodySource, written: string, start: number): string | undefined {
  const [path = '', fragment = ''] = written.split(/(?=#)/);
  if (path === '') return fragment || undefined;
  const names = [
    written,
    `${path}.md${fragment}`,
    `${path}/index.md${fragment}`,
    `${path.replace(/\/?_?index\.md$/, '')}${fragment}`,
  ];
  const post = names.map((each) => resolveLink(each)).find((each) => each !== undefined);
  if (post !== undefined) return post;
  const [origin = ''] = site.origins;
  const page = path
    .replace(/^\//, '')
    .replace(/(?:^|\/)_?index\.md$/, '')
    .replace(/\.md$/, '');
  const address = `${origin}/${page}${page === '' || page.endsWith('/') ? '' : '/'}${fragment}`;
  draft.report(
    'import/link',
    start,
    `"${written}" is not a post: the link leads to ${address}`,
    'check that this page exists',
  );
  return address;
}

/** Pictures that shortcodes find by a pattern: `gallery`, `imgproc`. @param names of the files in the post's folder. */
export function matchedByShortcodes(text: string, names: readonly string[]): string[] {
  if (!/\{\{[<%]\s*(?:gallery|imgproc)\b/.test(text)) return [];
  const found = new Set<string>();
  const walk = (pieces: readonly Piece[]): void => {
    for (const piece of pieces) {
      if ('shown' in piece) continue;
      walk(piece.children);
      const first = piece.named.get('match') ?? piece.positional[0];
      const pattern =
        piece.name === 'gallery' ? (first ?? '**') : piece.name === 'imgproc' && first ? `**${first}*` : undefined;
      if (pattern !== undefined) for (const name of names.filter(globMatcher(pattern))) found.add(name);
    }
  };
  walk(findShortcodes(text, needsEnd).pieces);
  return [...found];
}

const zolaCall =
  /\{\{\s*([A-Za-z_]\w*)\(((?:[^()"'`]|"[^"]*"|'[^']*'|`[^`]*`)*)\)\s*\}\}|\{%-?\s*(?:end\s*|([A-Za-z_]\w*)\(((?:[^()"'`]|"[^"]*"|'[^']*'|`[^`]*`)*)\)\s*)-?%\}/g;

/** Replaces Zola's shortcodes: `{{ youtube(id="…") }}`, `{% quote(author="…") %}…{% end %}`. */
export function putZola(draft: Draft): void {
  if (!/\{[{%]/.test(draft.text)) return;
  const shown = maskCode(draft.text, { indented: true, comments: true });
  const edits: Edit[] = [];
  const open: (Call & { start: number; end: number })[] = [];
  for (const match of shown.matchAll(zolaCall)) {
    const [whole, inline, inlineArgs, block, blockArgs] = match;
    const { index: start } = match;
    const end = start + whole.length;
    const argsOf = (given: string | undefined) => {
      const from = draft.text.indexOf('(', start) + 1;
      return readArguments(draft.text.slice(from, from + (given?.length ?? 0)));
    };
    if (inline) {
      const text = zolaInline({ name: inline, args: argsOf(inlineArgs) });
      if (text === undefined) reportCall(draft, start, whole);
      else edits.push({ start, end, text });
      draft.count('shortcodes', text === undefined ? 0 : 1);
    } else if (block) open.push({ name: block, args: argsOf(blockArgs), start, end });
    else {
      const opened = open.pop();
      if (opened) edits.push(...closeZola(draft, opened, start, end));
    }
  }
  draft.edit(edits);
  const escaped = maskCode(draft.text, { indented: true, comments: true });
  draft.count(
    'shortcodes',
    draft.replace(escaped, /(\{[{%])\/\*([\s\S]*?)\*\/([}%]\})/g, ([, a, text, b]) => `${a}${text}${b}`),
  );
}

interface Call {
  readonly name: string;
  readonly args: ReadonlyMap<string, string>;
}

function readArguments(text: string): ReadonlyMap<string, string> {
  const args = new Map<string, string>();
  for (const [, name = '', value = ''] of text.matchAll(/([A-Za-z_]\w*)\s*=\s*("[^"]*"|'[^']*'|`[^`]*`|[^,\s]+)/g)) {
    args.set(name.toLowerCase(), value.replace(/^(["'`])([\s\S]*)\1$/, '$2'));
  }
  return args;
}

function reportCall(draft: Draft, start: number, written: string): void {
  const shown = written.replace(/\s+/g, ' ').slice(0, 80);
  draft.report('import/template', start, `"${shown}" is kept as text`, 'write what it showed, or remove it');
}

function first(args: ReadonlyMap<string, string>, ...names: readonly string[]): string | undefined {
  return names.map((name) => args.get(name)).find((value) => value !== undefined);
}

function zolaInline({ name, args }: Call): string | undefined {
  const at = (...names: string[]) => first(args, ...names);
  if (/youtube|vimeo/.test(name)) return toVideo(name, at('id', 'url', 'src') ?? '');
  if (name === 'gist') {
    const [, user, id] = /github\.com\/([\w-]+)\/([0-9a-f]+)/i.exec(at('url') ?? '') ?? [];
    return user && id ? `{{< gist ${user} ${id} >}}` : undefined;
  }
  if (name === 'streamable' && at('id')) return `<https://streamable.com/${at('id')}>`;
  if (/image|img|figure|picture|photo/.test(name)) {
    const src = at('src', 'path', 'url', 'image', 'file');
    const [alt, caption] = [at('alt', 'title', 'description') ?? '', at('caption')];
    if (!src) return undefined;
    const extra = caption ? ` caption="${caption.replace(/["\\]/g, '\\$&')}"` : '';
    return `{{< figure src="${src}" alt="${toArgument(alt || (caption ?? ''))}"${extra} >}}`;
  }
  const text = at('text', 'content', 'body');
  if (text !== undefined && isBoxKind(name)) {
    const { open, close } = boxTags(name, at('title'));
    return `${open}\n${text}\n${close}`;
  }
  return undefined;
}

function closeZola(draft: Draft, opened: Call & { start: number; end: number }, start: number, end: number): Edit[] {
  const { name, args } = opened;
  const inner = draft.text.slice(opened.end, start);
  const wrap = (open: string, close: string): Edit[] => {
    draft.count('shortcodes');
    return [
      { start: opened.start, end: opened.end, text: open },
      { start, end, text: close },
    ];
  };
  const title = first(args, 'title', 'heading');
  if (/^(?:quote|blockquote)$/.test(name)) {
    const author = first(args, 'author', 'by', 'cite');
    const text = inner.trim() + (author ? `\n\n— ${author}` : '');
    draft.count('shortcodes');
    return [
      {
        start: opened.start,
        end,
        text: text
          .split('\n')
          .map((line) => `> ${line}`.trimEnd())
          .join('\n'),
      },
    ];
  }
  if (name === 'mermaid') {
    draft.count('shortcodes');
    return [{ start: opened.start, end, text: fenced(inner, 'mermaid') }];
  }
  if (/^(?:details?|collapse|spoiler|expand)$/.test(name)) {
    return wrap(
      `{{% details summary="${toArgument(first(args, 'summary', 'title') ?? 'Details')}" %}}`,
      '{{% /details %}}',
    );
  }
  const kind = /^(?:alert|admonition|callout|notice|hint|box)$/.test(name)
    ? (first(args, 'type', 'kind', 'level', 'icon') ?? 'note')
    : name;
  if (isBoxKind(kind)) {
    const { open, close } = boxTags(kind, title);
    return wrap(open, close);
  }
  const written = draft.text.slice(opened.start, opened.end);
  reportCall(draft, opened.start, written);
  return [];
}
