// Checks what lib/site.ts says, but for its links to pages: lib/check/site-links.ts.
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { now } from '@/lib/base/clock';
import { type Diagnostic, error, warning } from '@/lib/base/diagnostic';
import { field, httpsUrl, parsed, report, text, zone } from '@/lib/base/fields';
import { words } from '@/lib/base/words';
import { checkFonts } from '@/lib/check/fonts';
import { locateSettings } from '@/lib/check/located-settings';
import { checkMark } from '@/lib/check/mark';
import { siteFile } from '@/lib/check/site-links';
import { validate } from '@/lib/content/validate';
import { checkAccent } from '@/lib/output/design/tokens';
import { explainExpiry } from '@/lib/output/seo/security-text';
import { site } from '@/lib/site';
import type { Site } from '@/lib/site-types';

const colour = parsed((value) => {
  if (/^#[0-9a-f]{6}$/i.test(value)) return value;
  const [, short] = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(value) ?? [];
  const long = short?.length === 3 ? short.replace(/./g, '$&$&') : short;
  return error('site/value', `"${value}" is not a colour`, `write ${long ? `#${long}` : 'it like #1a4bcb'}`);
});

/** The address of another site, or what has another form. */
function httpsUrlOr(other: RegExp) {
  return z.string().superRefine((value, context) => {
    const { issues = [] } = (!other.test(value) && httpsUrl.safeParse(value).error) || {};
    for (const { message, ...issue } of issues) {
      context.addIssue({ code: 'custom', message, params: 'params' in issue ? issue.params : undefined });
    }
  });
}

/** An address of another site, or a path of this one. */
const address = httpsUrlOr(/^\/(?!\/)/);

/** An address without path, query and fragment. */
const origin = parsed((value) => {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (url && /^https?:$/.test(url.protocol) && [url.origin, `${url.origin}/`].includes(value)) return value;
  const fix = url && /^https?:$/.test(url.protocol) ? `write ${url.origin}` : 'write it like https://news.example.org';
  return error('site/value', `"${value}" is not an origin`, fix);
});

const host = z.string().regex(/^[a-z0-9.-]+(?::\d+)?$/, 'is not a host');
const language = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'is not a BCP 47 language tag');
const id = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'is not made of small letters, digits and single hyphens');
const instant = z
  .string()
  .refine(
    (value) => /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/.test(value) && !Number.isNaN(Date.parse(value)),
    'is not an instant',
  );

/** Things of which no two have the same id. */
function distinct<T extends z.ZodObject<{ id: z.ZodString }>>(item: T) {
  return z.array(item).superRefine((items, context) => {
    const seen = new Set<unknown>();
    for (const [index, { id }] of items.entries()) {
      if (seen.has(id)) context.addIssue({ code: 'custom', message: `"${id}" is there twice`, path: [index, 'id'] });
      seen.add(id);
    }
  });
}

/** One whose `name` may be left out where the language has words for it. */
function named<T extends z.ZodObject>(item: T, name: string, hasWords: (item: z.output<T>) => boolean) {
  return item.superRefine((given, context) => {
    if (name in given || hasWords(given)) return;
    report(context, error('site/value', `needs a "${name}"`, `add what readers see: { …, ${name}: '…' }`), []);
  });
}

const eventKind = named(
  z.strictObject({ id, label: text.optional(), isMeeting: z.boolean().optional() }),
  'label',
  (kind) => Object.hasOwn(words.kinds.event.kinds, kind.id),
);

const navigationEntry = named(z.strictObject({ title: text.optional(), url: z.string() }), 'title', (entry) =>
  Object.hasOwn(words.sections, entry.url.slice(1, -1)),
);

const families = z.array(z.string().regex(/^[\p{L}\p{N} ._-]+$/u, 'is not the name of a font')).optional();
const oneRange = String.raw`U\+(?:[0-9a-f]{1,6}(?:-[0-9a-f]{1,6})?|[0-9a-f]{0,5}\?{1,6})`;

const fontFile = z.strictObject({
  family: z.string().regex(/^[\p{L}\p{N} ._-]+$/u, 'is not the name of a font'),
  file: field(
    z.string().regex(/^\/fonts\/[\w.-]+\.woff2$/, 'is not a WOFF2 file in public/fonts/'),
    'Its address.',
    '/fonts/a.woff2',
  ),
  weight: field(
    z.union([z.int().min(1).max(1000), z.string().regex(/^\d{1,4} \d{1,4}$/, 'is not a range of weights')]).optional(),
    'Its weight.',
    '100 900',
  ),
  style: z.enum(['normal', 'italic']).optional(),
  unicodeRange: field(
    z
      .string()
      .regex(new RegExp(`^${oneRange}(?:, *${oneRange})*$`, 'i'), 'is not a list of ranges')
      .optional(),
    'Its characters.',
    'U+0000-00FF, U+0131',
  ),
  preload: z.boolean().optional(),
});

const link = { title: text, url: field(address, 'Where it leads.', '/blog/') };

/** What each setting may be. The types are those of `Site`; this is about what types cannot say. */
const settings = z.strictObject({
  name: text,
  shortName: text,
  description: text,
  lang: field(language, 'The language.', 'en'),
  origin,
  accent: z.union([colour, z.strictObject({ light: colour, dark: colour.optional() })]),
  mark: field(
    z.string().regex(/^\/[\w./-]+\.svg$/, 'is not an SVG file in public/'),
    'A file.',
    '/mark.svg',
  ).optional(),
  fonts: z
    .strictObject({
      text: families,
      headings: families,
      interface: families,
      code: families,
      files: z.array(fontFile).optional(),
    })
    .optional(),
  docsOrigin: origin.optional(),
  docsUrl: httpsUrl.optional(),
  navigation: z.array(navigationEntry),
  sections: z.partialRecord(z.enum(Object.keys(words.sections)), z.record(z.string(), text)),
  eventKinds: distinct(eventKind),
  usualZones: field(z.array(field(zone, 'A zone.', 'Europe/Berlin')).optional(), 'Zones.', ['Europe/Berlin']),
  ecosystemKinds: z.array(text),
  ecosystemCounted: z.looseObject({ other: text }).optional(),
  repository: z.strictObject({ url: httpsUrl, editUrl: httpsUrl, newFileUrl: httpsUrl, issuesUrl: httpsUrl }),
  security: z.strictObject({
    contact: httpsUrlOr(/^mailto:[^@\s]+@[^@\s]+$/),
    policy: httpsUrl,
    expires: field(instant, 'When it expires.', '2027-11-01T00:00:00Z'),
  }),
  channels: z.array(z.strictObject(link)),
  mailForm: z
    .strictObject({
      action: httpsUrl,
      field: text.optional(),
      hidden: z.record(text, z.string()).optional(),
      title: text.optional(),
      about: text.optional(),
    })
    .optional(),
  announcements: distinct(
    z.strictObject({
      id,
      title: text,
      form: z.enum(['thread', 'post', 'mail', 'slack']),
      limit: field(z.int().min(100, 'is too short for a sentence and a link'), 'Characters.', 500),
      counts: z.enum(['x', 'mastodon', 'plain']),
    }),
  ),
  waysToJoin: z.array(z.strictObject({ ...link, about: text })),
  contentLicence: z.strictObject({ name: text, url: httpsUrl }).optional(),
  trademarks: text.optional(),
  privacy: z.string().optional(),
  postsPerPage: field(z.int().min(1, 'must be at least 1').max(100, 'must be at most 100'), 'Posts on a page.', 12),
  typographer: z.boolean(),
  pictureHosts: field(z.array(field(host, 'A host.', 'images.example.org')), 'Hosts.', ['images.example.org']),
  oldPosts: z
    .union([
      z.literal(false),
      z.strictObject({ days: field(z.int().min(1, 'must be at least 1'), 'Days.', 365), text: text.optional() }),
    ])
    .optional(),
} satisfies Readonly<Record<keyof Site, z.ZodType>>);

/** The names of all settings. */
export const settingNames: readonly string[] = Object.keys(settings.shape);

/**
 * All that is wrong with the settings, with the lines of lib/site.ts.
 *
 * @param given by default those of lib/site.ts. @param source the text of their file.
 */
export async function checkSettings(given: Site = site, source?: string): Promise<Diagnostic[]> {
  const located = locateSettings(given, source ?? (await readFile(siteFile, 'utf8').catch(() => '')));
  const read = validate(settings, located, 'site', siteFile);
  if ('problems' in read) return read.problems;
  // Each message begins with the setting that it is about.
  const fonts = await checkFonts(given.fonts ?? {});
  const mark = given.mark === undefined ? [] : await checkMark(given.mark);
  return [...checkAccent(given.accent), ...mark, ...fonts, ...checkExpiry(given), ...checkMailForm(given)].map(
    (problem) => {
      const [, setting = ''] = /^"([^"]+)"/.exec(problem.message) ?? [];
      return { ...problem, file: siteFile, ...located.placeOf(setting.split('.')) };
    },
  );
}

/** The form is on the page of a section, which a site may not have. */
function checkMailForm({ mailForm, sections }: Site): Diagnostic[] {
  if (!mailForm || sections.subscribe) return [];
  const message = '"mailForm": the form is on the page /subscribe/, which this site does not have';
  return [error('site/value', message, 'add "subscribe: {}" to sections, or remove mailForm')];
}

/** What has expired is of no use to those who report vulnerabilities. `news doctor` says it a month before. */
function checkExpiry({ security: { expires } }: Site): Diagnostic[] {
  if (Date.parse(expires) > now().getTime()) return [];
  const fix = 'check that the contact is right, and choose a day about eleven months from now';
  return [warning('site/value', `"security.expires": ${explainExpiry(expires, now())}`, fix)];
}
