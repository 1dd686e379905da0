// lib/site.ts for another community: the same file with other values, so that its comments stay.
import { wordsOf } from '@/lib/base/words';
import type { Answers } from '@/lib/news/init/answers';
import { addressesOf } from '@/lib/news/init/code-host';
import type { Site } from '@/lib/site-types';

/** What becomes of a setting: it stays as it is, gets a value, or becomes a comment with an example. */
type Change<Value> = 'keep' | { readonly value: Value } | { readonly example: Value };

/** What becomes of each setting. A setting without one is a type error. */
export type Changes = { readonly [Key in keyof Required<Site>]: Change<Required<Site>[Key]> };

const day = 86_400_000;

/** The settings of a community that has given no more than the answers. @param instant today, for security.txt. */
export function changesFor(answers: Answers, instant: Date): Changes {
  const { name, about, origin, repository, colour, lang } = answers;
  const { sections } = wordsOf(lang);
  const { repository: addresses, security } = addressesOf(repository);
  // RFC 9116 recommends less than a year.
  const expires = `${new Date(instant.getTime() + 364 * day).toISOString().slice(0, 10)}T00:00:00Z`;
  const inNavigation = ['blog', 'releases', 'events', 'adopters', 'ecosystem', 'links', 'community'] as const;
  return {
    name: { value: name },
    shortName: { value: name.replace(/ Community (?=News$)/, ' ') },
    description: { value: about },
    lang: { value: lang },
    origin: { value: origin },
    accent: { value: colour },
    mark: { example: '/mark.svg' },
    fonts: {
      example: {
        text: ['Inter', 'sans-serif'],
        files: [{ family: 'Inter', file: '/fonts/inter.woff2', preload: true }],
      },
    },
    docsOrigin: { example: 'https://docs.example.org' },
    docsUrl: { example: 'https://docs.example.org/guide/' },
    navigation: { value: inNavigation.map((id) => ({ url: `/${id}/` }) as const) },
    sections: { value: Object.fromEntries(Object.keys(sections).map((id) => [id, {}])) },
    eventKinds: {
      value: [
        { id: 'talk' },
        { id: 'meetup' },
        { id: 'conference' },
        { id: 'meeting', isMeeting: true },
        { id: 'webinar' },
        { id: 'workshop' },
      ],
    },
    usualZones: { example: ['Europe/Berlin', 'UTC'] },
    ecosystemKinds: { value: ['tool', 'extension', 'integration', 'platform', 'plugin'] },
    ecosystemCounted: { example: { one: '# tool', other: '# tools' } },
    repository: { value: addresses },
    security: { value: { ...security, expires } },
    channels: { value: [] },
    mailForm: { example: { action: 'https://mail.example.org/subscribe', field: 'email' } },
    announcements: 'keep',
    waysToJoin: { value: [] },
    contentLicence: 'keep',
    trademarks: { example: 'All names and logos are trademarks of their owners.' },
    privacy: 'keep',
    postsPerPage: 'keep',
    typographer: 'keep',
    pictureHosts: { value: [] },
    oldPosts: { value: { days: 365 } },
  };
}

/**
 * lib/site.ts with other values. Comments stay, and so does everything that is not about a setting.
 *
 * @param text as `npm run format` writes it: each setting begins on a line of its own, indented by two spaces.
 * @throws {Error} if the file does not have that form.
 */
export function toSiteFile(text: string, changes: Changes): string {
  const [head, body, tail] = /^(.*?^export const site: Site = \{\n)(.*?)(^\};\n.*)$/ms.exec(text)?.slice(1) ?? [];
  if (head === undefined || body === undefined || tail === undefined) {
    throw new Error('lib/site.ts has no “export const site: Site = {…};” (fix: restore the original with Git).');
  }
  const changed = Object.entries(changes).reduce((rest, [key, change]) => {
    if (change === 'keep') return rest;
    const written = 'value' in change ? setting(key, change.value) : `  // ${setting(key, change.example).trimStart()}`;
    // Up to the next setting or comment; or what was made a comment before.
    const pattern = new RegExp(`^ {2}${key}:.*?(?=^ {2}[\\w/]|(?![^]))|^ {2}// ${key}:[^\\n]*\\n`, 'ms');
    return pattern.test(rest) ? rest.replace(pattern, () => written) : rest + written;
  }, body);
  return head + changed + tail;
}

/** The longest line of the formatter. Characters. */
const lineWidth = 120;

function setting(key: string, value: unknown): string {
  const start = `  ${key}: `;
  const line = `${start}${toLiteral(value, 2, start.length)},\n`;
  return typeof value === 'string' && line.length > lineWidth + 1 ? `  ${key}:\n    ${quote(value)},\n` : line;
}

/**
 * A value as the formatter writes it.
 *
 * @param indent of the line on which it begins. @param used what is on that line before it. Characters.
 */
function toLiteral(value: unknown, indent: number, used: number): string {
  if (typeof value === 'string') return quote(value);
  if (typeof value !== 'object' || value === null) return String(value);
  const isList = Array.isArray(value);
  const [open, close, gap] = isList ? ['[', ']', ''] : ['{', '}', ' '];
  const inner = indent + 2;
  const parts = Object.entries(value).map(([key, each]) => {
    const name = isList ? '' : `${key}: `;
    return name + toLiteral(each, inner, inner + name.length);
  });
  if (parts.length === 0) return open + close;
  const line = `${open}${gap}${parts.join(', ')}${gap}${close}`;
  // The formatter writes a list of objects with several fields as a table.
  const isTable =
    isList && value.length > 1 && value.every((each) => typeof each === 'object' && Object.keys(each).length > 1);
  if (!isTable && !line.includes('\n') && used + line.length < lineWidth) return line;
  const rows = parts.map((part) => `${' '.repeat(inner)}${part},\n`);
  return `${open}\n${rows.join('')}${' '.repeat(indent)}${close}`;
}

/** In single quotes, unless that needs more backslashes than double ones. */
function quote(text: string): string {
  const doubled = JSON.stringify(text);
  const inner = doubled.slice(1, -1);
  const isDouble = (inner.match(/'/g)?.length ?? 0) > (inner.match(/\\"/g)?.length ?? 0);
  return isDouble ? doubled : `'${inner.replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}
