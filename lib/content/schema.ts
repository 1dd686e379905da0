// Every field of every kind of entry, with its description: what validates is also what documents and completes.
import { z } from 'zod';
import { postPathPattern } from '@/lib/base/address';
import { parseInstant } from '@/lib/base/dates';
import { dayOrMonth, entryId, field, httpsUrl, instant, markdown, report, text, texts, zone } from '@/lib/base/fields';
import { instantsOf, parseLocalTime } from '@/lib/base/zones';
import { expandRule, ruleFault } from '@/lib/kinds/event/repeats';

/** A site path with its final slash, whether or not it was written with one. */
const sitePath = z.string().transform((value, context): string => {
  const path = (value.endsWith('/') ? value : `${value}/`).normalize('NFC');
  if (/^(?:\/(?!\.{1,2}\/)[^\s\\?#%/]+)+\/$/.test(path)) return path;
  const fix = 'write a path of this site, such as /blog/2022/03/february-update/';
  report(context, `"${value}" is no path of this site`, { code: 'address/form', fix });
  return z.NEVER;
});

/** The address of a post. */
const postPath = z.string().transform((value, context): string => {
  const path = value.endsWith('/') ? value : `${value}/`;
  if (postPathPattern.test(path)) return path;
  const fix = 'write it like /blog/2022/03/february-update/';
  report(context, `"${value}" is no address of the form /blog/YYYY/MM/slug/`, { code: 'post/address', fix });
  return z.NEVER;
});

const aliases = field(
  z.union([sitePath.transform((value) => [value]), z.array(sitePath)]).optional(),
  'Older addresses that lead here.',
  ['/blog/2022-03-01-february-update/'],
);

/** A field that Hugo knows and that means nothing here: accepted, so that posts move in as they are. */
function ignored(what: string, example: unknown) {
  return field(z.unknown().optional(), `Of Hugo: ${what}. Accepted, and not used.`, example);
}

/** What a monthly update covers: ids of entries, names of people. */
const coverage = {
  period: field(
    z
      .string()
      .regex(/^\d{4}-(?:0[1-9]|1[0-2])$/, 'is no month')
      .optional(),
    'The month that a monthly update covers.',
    '2022-02',
  ),
  releases: field(z.array(entryId).optional(), 'Releases that it covers, by id.', ['tool-0.27.0']),
  events: field(z.array(entryId).optional(), 'Events that it covers, by id.', ['tool-for-newcomers']),
  adopters: field(z.array(entryId).optional(), 'Adopters that joined, by id.', ['volvo-cars']),
  ecosystem: field(z.array(entryId).optional(), 'Ecosystem entries that joined, by id.', ['tf-controller']),
  people: field(z.array(entryId).optional(), 'People who took a role, by id.', ['paulo-gomes']),
  contributors: field(z.array(text).optional(), 'People to thank, by the names they use.', ['Stefan Prodan']),
  posts: field(z.array(postPath).optional(), 'Posts published in the month, by address.', [
    '/blog/2022/02/security-image-provenance/',
  ]),
  omit: field(
    z.array(text).optional(),
    'What the editor left out on purpose: ids (or `adopters/id`, where two kinds share one), addresses of posts, names.',
    ['bug-scrub-2022-03-09'],
  ),
};

/** What `news draft` has put into the lists so far, so that it can tell what an editor took out again. */
const drafted = field(
  z
    .strictObject({
      releases: z.array(entryId).optional(),
      events: z.array(entryId).optional(),
      people: z.array(entryId).optional(),
      adopters: z.array(entryId).optional(),
      ecosystem: z.array(entryId).optional(),
      posts: z.array(postPath).optional(),
      contributors: z.array(text).optional(),
    })
    .optional(),
  'Kept by `news draft`: what it has put into the lists so far. An id that stands here and no longer in its list was taken out.',
  { releases: ['tool-1.2.0'] },
);

/** The front matter of a post. */
export const postSchema = z.strictObject({
  title: field(text, 'The headline, as readers see it in lists, feeds and cards.', 'February 2022 update'),
  description: field(text.optional(), 'One sentence that says why to read it.', 'Version 0.27 and eight new adopters.'),
  date: field(instant, 'When it is published: an ISO date (00:00 UTC) or an instant with offset.', '2022-03-01'),
  lastmod: field(instant.optional(), 'When it was last changed in substance.', '2022-03-04'),
  corrections: field(
    z.array(z.strictObject({ date: instant, text: markdown })).optional(),
    'What was wrong and has been put right since, the latest last.',
    [{ date: '2022-03-04', text: 'An earlier version named the wrong release.' }],
  ),
  withdrawn: field(
    markdown.optional(),
    'Why the post is not to be read any more. Its address stays and says so; its text is not shown.',
    'The advice in it is no longer safe.',
  ),
  author: field(texts.optional(), 'Who wrote it: one person, or a list.', 'dholbach'),
  authors: field(texts.optional(), 'Who wrote it, as a list. The same as `author`.', ['dholbach', 'kingdonb']),
  tags: field(texts.optional(), 'What it is about.', ['monthly-update']),
  draft: field(z.boolean().optional(), 'True while it is not to be published.', true),
  url: field(
    postPath.optional(),
    'The address, where it is not the one of the file.',
    '/blog/2022/03/february-update/',
  ),
  slug: field(text.optional(), 'The last part of the address, where it is not made from the title.', 'february-update'),
  aliases,
  resources: field(
    z
      .array(
        z.strictObject({
          src: text,
          title: text.optional(),
          name: text.optional(),
          params: z.record(z.string(), z.unknown()).optional(),
        }),
      )
      .optional(),
    'Titles for the pictures beside the post, by pattern; `:counter` numbers them.',
    [{ src: '**.png', title: 'Image #:counter' }],
  ),
  evergreen: field(z.boolean().optional(), 'True for a post that does not age.', true),
  image: field(text.optional(), 'The picture for lists and cards: the name of one beside the post.', 'diagram.png'),
  lang: field(
    z
      .string()
      .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'is no language tag')
      .optional(),
    'The language it is written in (BCP 47), where it is not the site’s.',
    'fr',
  ),
  publishDate: field(instant.optional(), 'From when on readers see it, where that is not `date`.', '2022-03-02'),
  expiryDate: field(instant.optional(), 'From when on no list shows it; its address stays.', '2023-03-01'),
  categories: field(texts.optional(), 'Of Hugo: more of what it is about. Read as `tags`.', ['announcement']),
  images: field(texts.optional(), 'Of Hugo: pictures for cards; the first that lies beside the post.', ['card.png']),
  linkTitle: field(text.optional(), 'Of Hugo: a shorter title, for lists and for links to the post.', 'February'),
  keywords: ignored('words for search engines', ['monthly update']),
  weight: ignored('its place in a menu', 10),
  type: ignored('the kind of its layout', 'blog'),
  layout: ignored('its layout', 'post'),
  menu: ignored('its entry in a menu', 'main'),
  toc: field(z.unknown().optional(), 'Of Hugo: `false` for a post without a list of contents.', false),
  summary: field(z.unknown().optional(), 'Of Hugo: read as `description`, where there is none.', 'What is new.'),
  params: field(z.record(z.string(), z.unknown()).optional(), 'Of Hugo: values that the shortcode `param` shows.', {
    version: '1.0',
  }),
  ...coverage,
  drafted,
});

export type PostFields = z.output<typeof postSchema>;

/** The front matter of `blog/_index.md`. Hugo's themes read many more fields of it, which mean nothing here. */
export const sectionSchema = z.looseObject({
  title: field(text.optional(), 'What the list of posts is called.', 'Blog'),
  description: field(text.optional(), 'What it holds, in a sentence.', 'News of the project.'),
});

export const eventKinds = ['talk', 'meetup', 'conference', 'meeting', 'bug-scrub', 'webinar', 'workshop'] as const;

/** A day, or a local date-time with an offset where the clock would leave it open. */
const localTime = z.string().transform((value, context): string => {
  if (/^\d{4}-\d{2}-\d{2}$/.test(value) && parseInstant(value) instanceof Date) return value;
  if (parseLocalTime(value)) return value.replace(' ', 'T');
  const fix = 'write a day (2022-03-03), or a local time (2022-03-03T10:00) together with "zone"';
  report(context, `"${value}" is no day and no local time`, { code: 'event/time', fix });
  return z.NEVER;
});

const day = z.string().transform((value, context): string => {
  if (/^\d{4}-\d{2}-\d{2}$/.test(value) && parseInstant(value) instanceof Date) return value;
  report(context, `"${value}" is no day`, { code: 'date/form', fix: 'write it like 2022-03-03' });
  return z.NEVER;
});

const repeats = z.string().transform((value, context): string => {
  const rule = value
    .trim()
    .replace(/^RRULE:/i, '')
    .toUpperCase();
  const fault = ruleFault(rule);
  if (!fault) return rule;
  report(context, fault.message, { code: 'event/repeats', fix: fault.fix });
  return z.NEVER;
});

const speaker = z.union([
  text.transform((name) => ({ name, affiliation: undefined })),
  z.strictObject({ name: text, affiliation: text.optional() }),
]);

/** An event, `events/<id>.yaml`. */
export const eventSchema = z
  .strictObject({
    title: field(text, 'What it is called.', 'The Tool for Newcomers'),
    kind: field(z.enum(eventKinds), 'What sort of event it is.', 'webinar'),
    start: field(localTime, 'When it begins: a local time together with `zone`, or a day alone.', '2022-03-03T10:00'),
    end: field(localTime.optional(), 'When it ends, in the form of `start`.', '2022-03-03T11:00'),
    zone: field(zone.optional(), 'The IANA time zone of `start` and `end`.', 'America/Los_Angeles'),
    url: field(httpsUrl.optional(), 'Where to read more or sign up.', 'https://example.org/event'),
    location: field(text.optional(), 'Where people meet.', 'Valencia, Spain'),
    online: field(z.boolean().optional(), 'True where people meet online.', true),
    speakers: field(z.array(speaker).optional(), 'Who speaks: ids of people, or names with an affiliation.', [
      'scott-rigby',
      { name: 'Ada Lovelace', affiliation: 'Analytical Engines' },
    ]),
    description: field(markdown.optional(), 'What it is about, in Markdown.', 'A tour of what it does.'),
    repeats: field(repeats.optional(), 'How it repeats: an RFC 5545 rule.', 'FREQ=WEEKLY;BYDAY=TH'),
    except: field(z.array(day).optional(), 'Days on which a repeated event does not take place.', ['2022-12-29']),
    status: field(z.enum(['confirmed', 'cancelled', 'moved']).optional(), 'Whether it takes place.', 'cancelled'),
    recording: field(
      httpsUrl.optional(),
      'Where to watch it, once it is over.',
      'https://www.youtube.com/watch?v=r_vKf5l1D1M',
    ),
    slides: field(httpsUrl.optional(), 'Where its slides are, once it is over.', 'https://example.org/slides.pdf'),
    aliases,
  })
  .superRefine(({ start, end, zone: name, repeats: rule, except }, context) => {
    const timed = start.includes('T');
    if (timed && !name) {
      return report(
        context,
        'a time needs its zone',
        { code: 'event/zone', fix: 'add "zone: Europe/Berlin", or wherever it takes place' },
        ['start'],
      );
    }
    if (end && end.includes('T') !== timed) {
      const fix = timed ? 'give "end" a time' : 'give "start" a time and a zone';
      return report(context, '"start" and "end" must both be days or both be times', { code: 'event/time', fix }, [
        'end',
      ]);
    }
    if (timed && name) {
      const ends: [PropertyKey, string | undefined][] = [
        ['start', start],
        ['end', end],
      ];
      for (const [key, value] of ends) {
        const fault = value && clockFault(value, name);
        if (fault) return report(context, ...fault, [key]);
      }
    }
    if (end && moment(end, name) < moment(start, name)) {
      return report(
        context,
        `it ends (${end}) before it begins (${start})`,
        { code: 'event/order', fix: 'correct "end"' },
        ['end'],
      );
    }
    if (timed && end && moment(end, name) === moment(start, name)) {
      return report(context, 'it ends when it begins', { code: 'event/order', fix: 'correct "end", or leave it out' }, [
        'end',
      ]);
    }
    if (rule && expandRule(toWallTime(start), rule).next().value !== toWallTime(start)) {
      const fix = 'let "start" be the first of the repeated times';
      return report(context, `the rule "${rule}" does not hold the start, ${start}`, { code: 'event/repeats', fix }, [
        'repeats',
      ]);
    }
    if (except && !rule) {
      return report(
        context,
        '"except" goes with "repeats"',
        { code: 'event/repeats', fix: 'add "repeats", or remove "except"' },
        ['except'],
      );
    }
  });

export type EventFields = z.output<typeof eventSchema>;

/** A local time without its offset and with seconds: what rules of repetition count in. A day stays a day. */
export function toWallTime(time: string): string {
  const local = time.replace(/(?:Z|[+-]\d{2}:\d{2})$/, '');
  return local.includes('T') && local.length === 16 ? `${local}:00` : local;
}

function clockFault(value: string, name: string): [message: string, detail: { code: string; fix: string }] | undefined {
  const local = parseLocalTime(value);
  if (!local) return undefined;
  const instants = instantsOf(local, name);
  if (instants.length === 1) return undefined;
  if (instants.length > 1) {
    return [
      `"${value}" comes twice that day in ${name}: clocks go back`,
      { code: 'event/ambiguous-time', fix: 'add the offset, such as 2022-10-30T02:30+02:00' },
    ];
  }
  const message =
    local.offset === undefined
      ? `"${value}" does not exist in ${name}: clocks go forward over it`
      : `"${value}" has not the offset of ${name}`;
  return [
    message,
    {
      code: 'event/no-such-time',
      fix: local.offset === undefined ? 'use the time that clocks show' : 'leave the offset out',
    },
  ];
}

/** Milliseconds to compare by: instants of times, days of days. */
function moment(value: string, name: string | undefined): number {
  const local = parseLocalTime(value);
  return local && name ? (instantsOf(local, name)[0]?.getTime() ?? 0) : Date.parse(`${value.slice(0, 10)}T00:00:00Z`);
}

/** A release, `releases/<project>-<version>.yaml`. */
export const releaseSchema = z.strictObject({
  project: field(entryId, 'Which project, by its id in projects.yaml.', 'tool'),
  version: field(
    z.string().regex(/^\d+(?:\.\d+)*(?:[-+.][0-9A-Za-z.-]+)?$/, 'is no version: write it without a leading v'),
    'The version, in quotes: 1.10 is not 1.1.',
    '"0.27.0"',
  ),
  date: field(
    dayOrMonth.optional(),
    'When it was released: a day, or a month where no source gives the day.',
    '2022-02',
  ),
  prerelease: field(z.boolean().optional(), 'True for a version to try out before the real one.', true),
  url: field(httpsUrl.optional(), 'The release notes.', 'https://github.com/example/tool/releases/tag/v0.27.0'),
  highlights: field(z.array(markdown).optional(), 'What is new, a line each, in Markdown.', [
    'Alerts choose their sources by label.',
  ]),
  breaking: field(
    z.array(z.strictObject({ change: markdown, action: markdown })).optional(),
    'What breaks, and what to do about each.',
    [{ change: 'Names must be DNS labels.', action: 'Rename resources before upgrading.' }],
  ),
  security: field(
    z.array(z.strictObject({ id: text, summary: markdown, url: httpsUrl.optional() })).optional(),
    'What was secured, with identifiers.',
    [{ id: 'CVE-2021-41254', summary: 'Users of kustomize-controller could run commands.' }],
  ),
  upgrade: field(markdown.optional(), 'How to upgrade, in Markdown.', 'Upgrade the controllers before the CLI.'),
  aliases,
});

export type ReleaseFields = z.output<typeof releaseSchema>;

const logo = z.string().regex(/^[^/\\]+\.(?:svg|png|webp)$/i, 'is no file name that ends in .svg, .png or .webp');

/** An adopter, `adopters/<id>.yaml`. */
export const adopterSchema = z.strictObject({
  name: field(text, 'What the organisation is called.', 'Volvo Cars'),
  url: field(httpsUrl, 'Its web site.', 'https://www.volvocars.com/'),
  logo: field(
    logo.optional(),
    'Its logo, the name of a file beside this one: SVG, PNG or WebP, up to 50 kB.',
    'volvo-cars.svg',
  ),
  projects: field(z.array(entryId).min(1, 'names no project'), 'What it uses, by the ids of projects.yaml.', ['tool']),
  joined: field(dayOrMonth.optional(), 'When it came forward: a day or a month.', '2022-02'),
  kind: field(text.optional(), 'What sort of organisation it is.', 'Manufacturer'),
  about: field(text.optional(), 'What it does with the projects, in a sentence.', 'Runs its clusters with it.'),
  story: field(httpsUrl.optional(), 'A case study.', 'https://example.org/story'),
});

export type AdopterFields = z.output<typeof adopterSchema>;

/** An ecosystem entry, `ecosystem/<id>.yaml`. */
export const ecosystemSchema = z.strictObject({
  name: field(text, 'What it is called.', 'Flamingo'),
  url: field(httpsUrl, 'Where it lives.', 'https://github.com/example/flamingo'),
  about: field(text, 'What it does, in a sentence.', 'Lets two tools work together.'),
  kind: field(
    text,
    'What sort of thing it is: controller, tool, extension, integration, platform, plugin.',
    'integration',
  ),
  joined: field(dayOrMonth.optional(), 'When it was added: a day or a month.', '2022-04'),
});

export type EcosystemFields = z.output<typeof ecosystemSchema>;

const role = z.strictObject({
  role: z.enum(['author', 'maintainer', 'contributor']),
  project: entryId.optional(),
  of: text.optional(),
  since: dayOrMonth.optional(),
  until: dayOrMonth.optional(),
});

/** A person, `people/<id>.yaml`. */
export const personSchema = z.strictObject({
  name: field(text, 'The name they use.', 'Paulo Gomes'),
  roles: field(z.array(role).optional(), 'What they are here, and since when.', [
    { role: 'maintainer', project: 'tool', of: 'source-controller', since: '2022-02' },
  ]),
  affiliation: field(text.optional(), 'Where they work.', 'Analytical Engines'),
  links: field(z.array(z.strictObject({ title: text, url: httpsUrl })).optional(), 'Where to find them.', [
    { title: 'GitHub', url: 'https://github.com/example' },
  ]),
  picture: field(
    z
      .string()
      .regex(/^[^/\\]+\.(?:png|webp|jpe?g)$/i, 'is no file name that ends in .png, .webp or .jpg')
      .optional(),
    'Their picture, the name of a file beside this one: PNG, WebP or JPEG.',
    'paulo-gomes.jpg',
  ),
  aliases,
});

export type PersonFields = z.output<typeof personSchema>;

/** Who contributed in a month, `contributors/<YYYY-MM>.yaml`: what `news collect contributors` writes. */
export const contributorsSchema = z.strictObject({
  people: field(
    z.array(
      z.strictObject({
        name: text,
        url: httpsUrl.optional(),
        first: z.boolean().optional(),
        repositories: z.array(z.string().regex(/^[\w.-]+\/[\w.-]+$/, 'is no repository such as "owner/name"')),
      }),
    ),
    'Who contributed in the month: the names they use, whether for the first time, and to which repositories.',
    [{ name: 'Ann Lee', url: 'https://example.org/ann', first: true, repositories: ['example/tool2'] }],
  ),
});

export type ContributorsFields = z.output<typeof contributorsSchema>;

/** The family of projects, `projects.yaml`. */
export const projectsSchema = z.strictObject({
  projects: field(
    z.array(
      z.strictObject({
        id: entryId,
        name: text,
        about: text,
        repository: httpsUrl,
        url: httpsUrl.optional(),
        color: z.string().regex(/^#[0-9a-f]{6}$/i, 'is no colour such as "#1d4fd8"'),
      }),
    ),
    'The projects, in the order in which they are shown.',
    [{ id: 'tool', name: 'The Tool', about: '…', repository: 'https://github.com/example/tool', color: '#1d4fd8' }],
  ),
});

export type ProjectFields = z.output<typeof projectsSchema>['projects'][number];

/** What the community says of its projects in every edition, `facts.yaml`. */
export const factsSchema = z.strictObject({
  facts: field(
    z.array(z.strictObject({ icon: text.optional(), title: text, about: markdown })),
    'The facts, in order.',
    [{ icon: '🤝', title: 'For apps and infrastructure', about: 'One tool delivers both.' }],
  ),
});

export type FactFields = z.output<typeof factsSchema>['facts'][number];
