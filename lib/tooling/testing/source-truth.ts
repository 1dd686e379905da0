// What a Hugo post says, read from its source by patterns alone: nothing of the site's own parsers, which it is to judge.

/** What a post's page must show. */
export interface SourceTruth {
  readonly title: string;
  /** Where it says that it is; undefined where it leaves that to Hugo. */
  readonly url: string | undefined;
  readonly aliases: readonly string[];
  /** Texts of headings, in order, without marks. */
  readonly headings: readonly string[];
  /** Where links lead, as written. */
  readonly links: readonly string[];
  readonly pictures: readonly SourcePicture[];
  /** Blocks of code, without the spaces around them. */
  readonly code: readonly string[];
  readonly videos: number;
  /** Addresses of posts elsewhere that are quoted. */
  readonly quotes: readonly string[];
}

/** A picture as it is asked for. */
export interface SourcePicture {
  /** A file's name or address; of a shortcode that looks for one, a part of the name. */
  readonly name: string;
  readonly isPart: boolean;
  /** How wide it is asked to be. Pixels. */
  readonly width: number | undefined;
}

/** Reads a post's file with front matter in YAML or TOML. */
export function readSource(text: string): SourceTruth {
  const [, front = '', body = ''] = /^(?:---|\+\+\+)\n([\s\S]*?)\n(?:---|\+\+\+)\n?([\s\S]*)$/.exec(text) ?? [];
  const { code, prose } = withoutCode(body);
  const plain = prose.replace(/(`+)(?!`)[\s\S]*?[^`]\1(?!`)/g, (span) => (span.includes('\n\n') ? span : ' '));
  const definitions = new Map(
    [...plain.matchAll(/^ {0,3}\[([^\]^]+)\]:\s*<?(\S+?)>?(?:\s+["'(].*)?$/gm)].map(([, id = '', url = '']) => [
      id.toLowerCase(),
      url,
    ]),
  );
  return {
    title: field(front, 'title') ?? '',
    url: field(front, 'url'),
    aliases: [...(/^aliases\s*[:=]\s*\[(.*)\]/m.exec(front)?.[1]?.split(',') ?? [])].map((each) =>
      each.trim().replace(/^["']|["']$/g, ''),
    ),
    headings: headingsOf(prose),
    links: linksOf(plain, definitions),
    pictures: picturesOf(plain),
    code,
    videos: plain.match(/\{\{<\s*(?:youtube|vimeo)\s/g)?.length ?? 0,
    quotes: [...plain.matchAll(/\{\{<\s*(?:tweet|x|twitter)\s+user="(\w+)"\s+id="(\d+)"/g)].map(
      ([, user, id]) => `https://x.com/${user}/status/${id}`,
    ),
  };
}

function field(front: string, name: string): string | undefined {
  const value = new RegExp(`^${name}\\s*[:=]\\s*(.*)$`, 'm').exec(front)?.[1]?.trim();
  return value?.replace(/^"(.*)"$/, '$1').replace(/^'(.*)'$/, (_, inner: string) => inner.replaceAll("''", "'"));
}

function withoutCode(body: string): { code: string[]; prose: string } {
  const code: string[] = [];
  const prose = body
    .replace(
      /^([ \t]*)(`{3,}|~{3,})[^\n]*\n([\s\S]*?)\n?^[ \t]*\2[ \t]*$/gm,
      (_, indent: string, __, inner: string) => {
        const spaces = indent.length;
        code.push(inner.replace(new RegExp(`^[ \\t]{0,${spaces}}`, 'gm'), '').trim());
        return '';
      },
    )
    .replace(/\{\{<\s*highlight[^>]*>\}\}([\s\S]*?)\{\{<\s*\/highlight\s*>\}\}/g, (_, inner: string) => {
      code.push(inner.trim());
      return '';
    })
    .replace(/<!--[\s\S]*?-->/g, '');
  return { code, prose };
}

function headingsOf(prose: string): string[] {
  const found = [...prose.matchAll(/^ {0,3}#{1,6}[ \t]+(.*)$|^(\S.*)\n(?:=+|-{3,})[ \t]*$/gm)];
  return found.map(([, atx, setext]) =>
    bare((atx ?? setext ?? '').replace(/\s+#+\s*$/, '').replace(/\s*\{[#.][^}]*\}\s*$/, '')),
  );
}

/** A line of Markdown as readers see it. */
function bare(markdown: string): string {
  return plainText(
    markdown
      .replace(/!\[[^\]]*\]\([^)]*\)/g, '')
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .replace(/<[^>]+>/g, '')
      .replace(/\\([^\w\s])/g, '$1')
      .replace(/[*`]|(?<!\w)_|_(?!\w)/g, ''),
  );
}

/** A text without what the typographer and spaces change. */
export function plainText(text: string): string {
  return text
    .replace(/[“”«»]|<<|>>/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/…/g, '...')
    .replace(/—/g, '---')
    .replace(/–/g, '--')
    .replace(/\s+/g, ' ')
    .trim();
}

function linksOf(plain: string, definitions: ReadonlyMap<string, string>): string[] {
  const links: string[] = [];
  const text = String.raw`(?:[^\[\]\\]|\\.|!?\[[^\[\]]*\](?:\([^()]*\))?)*`;
  const rest = plain.replace(
    new RegExp(String.raw`(!?)\[(${text})\]\(\s*<?([^\s()<>]+(?:\([^\s()]*\))?)>?(?:\s+"[^"]*")?\s*\)`, 'g'),
    (_, mark: string, inner: string, url: string) => {
      if (mark === '') links.push(url);
      return mark === '' ? ` ${inner.replace(/https?:\S+/g, '')} ` : ' ';
    },
  );
  const others = rest
    .replace(/^ {0,3}\[[^\]]+\]:.*$/gm, ' ')
    .replace(/\[([^[\]]+)\](?:\[([^[\]]*)\])?/g, (_, label: string, id: string | undefined) => {
      const url = definitions.get((id || label).toLowerCase());
      if (url) links.push(url);
      return ' ';
    });
  for (const [, url = ''] of others.matchAll(/<a\s[^>]*href="([^"]+)"/g)) links.push(url.replaceAll('&amp;', '&'));
  const words = others.replace(/<(?!https?:)[^>]*>/g, ' ').replace(/\{\{[<%][\s\S]*?[>%]\}\}/g, ' ');
  for (const [url] of words.matchAll(/https?:\/\/[^\s<>]*[^\s<>.,:;!?"'*_~)]/g)) links.push(url);
  return links;
}

function picturesOf(plain: string): SourcePicture[] {
  const pictures: SourcePicture[] = [];
  const add = (name: string, isPart: boolean, width?: string) =>
    pictures.push({ name: name.replaceAll('&amp;', '&'), isPart, width: width ? Number(width) : undefined });
  for (const [, name = ''] of plain.matchAll(/!\[[^\]]*\]\(\s*<?([^\s()<>]+)>?[^)]*\)/g)) add(name, false);
  for (const [tag] of plain.matchAll(/<img\s[^>]*>/g)) {
    add(/src="([^"]+)"/.exec(tag)?.[1] ?? '', false, /\swidth="(\d+)"/.exec(tag)?.[1]);
  }
  for (const [, name = '', width] of plain.matchAll(/\{\{<\s*imgproc\s+"?([^\s"]+)"?\s+\w+\s+"?(\d+)x/g))
    add(name, true, width);
  for (const [tag] of plain.matchAll(/\{\{<\s*figure\s[\s\S]*?>\}\}/g)) {
    add(/src="([^"]+)"/.exec(tag)?.[1] ?? '', false, /width="(\d+)/.exec(tag)?.[1]);
  }
  return pictures;
}
