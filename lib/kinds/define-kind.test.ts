import { toHtml } from 'hast-util-to-html';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { parseDayOrMonth } from '@/lib/base/dates';
import { isDiagnostic } from '@/lib/base/diagnostic';
import { dayOrMonth, field, httpsUrl, markdown, text, texts } from '@/lib/base/fields';
import { type HtmlNode, toNodes } from '@/lib/base/html';
import { defineKind } from '@/lib/kinds/define-kind';
import type { EntryKind } from '@/lib/kinds/index';
import type { EntryBase, Lookup, MarkdownRenderer } from '@/lib/kinds/kind';

const lookup: Lookup = { now: new Date('2026-01-15T12:00:00Z'), project: () => undefined, person: () => undefined };

const plainText: MarkdownRenderer = { block: (given) => given, inline: (given) => given };

const schema = z.strictObject({
  title: field(text, 'What is the job called?', 'Platform engineer'),
  organisation: field(text, 'Who offers it?', 'Example Ltd'),
  skills: field(texts.optional(), 'What is needed?', ['Go']),
  url: field(httpsUrl.optional(), 'Where to apply?', 'https://example.org/jobs'),
  closes: field(dayOrMonth.optional(), 'The last day?', '2026-03-31'),
  posted: field(dayOrMonth.optional(), 'Since when?', '2026-01-02'),
  about: field(markdown.optional(), 'What is the work?', 'Run things.'),
  perks: field(markdown.optional(), 'What else?', 'Tea.'),
  remote: field(z.boolean().optional(), 'From anywhere?', true),
  hoursPerWeek: field(z.number().optional(), 'How long?', 32),
});

const needed = { name: 'job', folder: 'jobs', label: { one: 'job', many: 'jobs' }, schema } as const;

const job = defineKind({ ...needed, ends: ({ closes }) => closes });

/** An entry as the content folder would give it. */
function entry(id: string, fields: Record<string, unknown> = {}) {
  const base: EntryBase = { id, file: `jobs/${id}.yaml`, shownFile: `content/jobs/${id}.yaml` };
  return { ...schema.parse({ title: 'Platform engineer', organisation: 'Example Ltd', ...fields }), ...base };
}

function day(text: string) {
  const parsed = parseDayOrMonth(text);
  if (isDiagnostic(parsed)) throw new Error(parsed.message);
  return parsed;
}

const html = (node: HtmlNode) => toHtml({ type: 'root', children: toNodes(node) });

describe('a kind of a name, labels and a schema', () => {
  it('has titles made from its labels, and keeps those that are given', () => {
    expect(job.label).toMatchObject({ title: 'Job', section: 'Jobs', all: 'All jobs', sought: 'a job' });
    const named = defineKind({ ...needed, label: { ...needed.label, section: 'Work' } });
    expect(named.label).toMatchObject({ title: 'Job', section: 'Work' });
  });

  it('has a place in its list for each entry, below the sub-path of the site too', () => {
    expect(job.path(entry('a.b'))).toBe('/jobs/#job-a.b');
    expect(job.view(entry('a.b'), lookup).url).toBe('/jobs/#job-a.b');
  });

  it('links the title of what has ended nowhere, as the list no longer shows it', () => {
    expect(job.view(entry('a', { closes: '2026-01-01' }), lookup).url).toBeUndefined();
    expect(job.view(entry('a', { closes: '2026-01-31' }), lookup).url).toBe('/jobs/#job-a');
  });

  it('links the title to the address of the entry, or to what href says', () => {
    const linked = entry('a', { url: 'https://example.org/a' });
    expect(job.view(linked, lookup).url).toBe('https://example.org/a');
    expect(defineKind({ ...needed, href: () => 'https://example.org/b' }).view(linked, lookup).url).toBe(
      'https://example.org/b',
    );
  });

  it('shows what is neither title, address nor prose as facts', () => {
    const fields = { skills: ['Go', 'Rust'], closes: '2026-03', url: 'https://example.org/', about: 'A', perks: 'B' };
    const view = job.view(entry('a', fields), lookup);
    expect(view.facts).toEqual(['Example Ltd', 'Go, Rust', 'Closes March 2026']);
    expect(view.about).toBe('A');
    const more = job.view(entry('a', { remote: true, hoursPerWeek: 32 }), lookup);
    expect(more.facts).toEqual(['Example Ltd', 'Remote', 'Hours per week 32']);
    expect(job.view(entry('a', { remote: false }), lookup).facts).toEqual(['Example Ltd']);
    const short = defineKind({ ...needed, facts: (each) => [each.organisation, undefined] });
    expect(short.view(entry('a', fields), lookup).facts).toEqual(['Example Ltd']);
  });

  it('fits where any kind does', () => {
    const any: Pick<EntryKind, 'title' | 'view' | 'isListed'> = job;
    expect(any.title(entry('a'), lookup)).toBe('Platform engineer');
  });

  it('is rendered in feeds and mail with everything that a card shows, and alone without its title', () => {
    const view = job.view(entry('a', { about: 'Run things.', url: 'https://example.org/a' }), lookup);
    const card = html(job.plain(view, plainText));
    expect(card).toContain('<strong><a href="https://example.org/a">Platform engineer</a></strong>');
    for (const part of ['<li>Example Ltd</li>', 'Run things.']) expect(card).toContain(part);
    const alone = html(job.plain(view, plainText, { alone: true, text: 'And more.' }));
    expect(alone).not.toContain('Platform engineer');
    for (const part of ['Example Ltd', 'Run things.', 'href="https://example.org/a"', 'And more.'])
      expect(alone).toContain(part);
    expect(html(job.plainList([view], plainText))).toBe(
      '<ul><li><a href="https://example.org/a">Platform engineer</a> (Example Ltd): Run things.</li></ul>',
    );
  });

  it('is described, asked for and begun from its schema', () => {
    expect(job.about).toBe('A job, jobs/<id>.yaml.');
    expect(job.recipe.questions.map(({ flag }) => flag)).toEqual(Object.keys(schema.shape));
    expect(job.recipe.questions.filter(({ required }) => required).map(({ flag }) => flag)).toEqual([
      'title',
      'organisation',
    ]);
    expect(job.recipe.toId(new Map([['title', 'Platform engineer']]))).toBe('platform-engineer');
    expect(job.template.file).toBe('jobs/your-job.yaml');
    expect(job.template.text).toContain('title: Platform engineer\n');
    expect(job.template.text).toContain('# closes: 2026-03-31\n');
  });

  it('says which component places it, where there is one', () => {
    expect(job.recipe.next('a', new Map()).join(' ')).toContain('<Job id="a" />');
    const study = defineKind({ ...needed, name: 'case-study', folder: 'case-studies' });
    expect(study.recipe.next('a', new Map()).join(' ')).toContain('<CaseStudy id="a" />');
    const none = defineKind({ ...needed, components: { one: false } });
    expect(none.recipe.next('a', new Map()).join(' ')).not.toContain('<Job');
  });

  it('has a component for one and one for all', () => {
    expect(job.components).toMatchObject({ one: { about: expect.any(String) }, all: { about: expect.any(String) } });
  });
});

describe('the list of a kind', () => {
  const closing = (closes: string) => entry('a', { closes });

  it('shows an entry until its last day has ended everywhere on earth', () => {
    expect(job.isListed(closing('2026-03-31'), new Date('2026-04-01T11:59:59Z'))).toBe(true);
    expect(job.isListed(closing('2026-03-31'), new Date('2026-04-01T12:00:00Z'))).toBe(false);
    expect(job.isListed(closing('2026-03'), new Date('2026-04-01T11:59:59Z'))).toBe(true);
    expect(job.isListed(closing('2026-03'), new Date('2026-04-01T12:00:00Z'))).toBe(false);
  });

  it('shows for good what has no last day', () => {
    expect(job.isListed(entry('a'), new Date('2099-01-01'))).toBe(true);
    expect(defineKind(needed).isListed(closing('2026-03-31'), new Date('2099-01-01'))).toBe(true);
  });

  it('has the newest first, then goes by id', () => {
    const list = [entry('b'), entry('a'), entry('old', { posted: '2025-12' }), entry('new', { posted: '2026-01-02' })];
    expect(list.sort((a, b) => job.compare(a, b)).map(({ id }) => id)).toEqual(['new', 'old', 'a', 'b']);
    const byTitle = defineKind({ ...needed, compare: (a, b) => (a.id < b.id ? 1 : -1) });
    expect(list.sort((a, b) => byTitle.compare(a, b)).map(({ id }) => id)).toEqual(['old', 'new', 'b', 'a']);
  });
});

describe('the feed of a kind', () => {
  const named = new Date('2026-01-10');

  it('dates an entry by its own date, else by the post that named it', () => {
    expect(job.feed?.published(entry('a', { posted: '2026-01-02' }), named)).toEqual(new Date('2026-01-02'));
    expect(job.feed?.published(entry('a'), named)).toEqual(named);
    expect(job.feed?.published(entry('a'), undefined)).toBeUndefined();
  });

  it('is not there where the kind wants none', () => {
    expect(defineKind({ ...needed, feed: false }).feed).toBeUndefined();
    expect(job.feed).toMatchObject({ title: 'jobs', description: 'Jobs, the newest first.' });
  });
});

describe('the edition of a month', () => {
  const span = { period: '2026-01', since: '2026-01-01', until: '2026-01-31', ahead: '2026-03-07' };

  it('has what was posted in it; without a date, what came into the repository in it', () => {
    const entries = [
      entry('in', { posted: '2026-01-31' }),
      entry('out', { posted: '2026-02-01' }),
      entry('added-in'),
      entry('added-out'),
      entry('unknown'),
    ];
    const added = new Map([
      ['jobs/added-in.yaml', day('2026-01-02')],
      ['jobs/added-out.yaml', day('2025-12-31')],
    ]);
    const [past, upcoming] = job.gather(entries, { span, projectRank: () => 0, addedOn: (file) => added.get(file) });
    expect(past.map(({ id }) => id)).toEqual(['in', 'added-in']);
    expect(upcoming).toEqual([]);
  });
});

describe('a field', () => {
  it.each(['id', 'file', 'shownFile'])('that is called "%s" is refused, as every entry has one', (name) => {
    const taken = z.strictObject({ title: text, [name]: text });
    expect(() => defineKind({ ...needed, schema: taken })).toThrow(`has a field "${name}"`);
  });

  it('of another name is taken', () => {
    expect(() => defineKind({ ...needed, schema: z.strictObject({ title: text, files: texts }) })).not.toThrow();
  });
});

describe('the folder', () => {
  const { folder: _, ...withoutFolder } = needed;

  it('has the name of many where none is given', () => {
    const kind = defineKind(withoutFolder);
    expect(kind.folder satisfies 'jobs').toBe('jobs');
    expect(kind.path(entry('a'))).toBe('/jobs/#job-a');
    expect(defineKind({ ...needed, folder: 'work' }).folder satisfies 'work').toBe('work');
  });

  it('must be given where that name cannot be one', () => {
    const label = { one: 'case study', many: 'case studies' } as const;
    expect(() => defineKind({ ...withoutFolder, name: 'case-study', label })).toThrow('"case studies" cannot be');
    expect(defineKind({ ...needed, name: 'case-study', folder: 'case-studies', label }).folder).toBe('case-studies');
  });
});

describe('names', () => {
  it.each(['Job', 'my jobs', 'jöb', '', '-job', 'job-', '1st'])('refuses "%s" as a name and as a folder', (name) => {
    expect(() => defineKind({ ...needed, name })).toThrow('cannot be the name');
    expect(() => defineKind({ ...needed, folder: name })).toThrow('cannot be the name');
  });

  it.each(['job', 'case-study', 'top10'])('takes "%s"', (name) => {
    expect(defineKind({ ...needed, name, folder: `${name}s` })).toMatchObject({ name, folder: `${name}s` });
  });
});
