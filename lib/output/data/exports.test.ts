import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { loadCommunity } from '@/lib/content/community';
import { adopterSchema } from '@/lib/kinds/adopter/schema';
import { ecosystemSchema } from '@/lib/kinds/ecosystem/schema';
import { eventSchema } from '@/lib/kinds/event/schema';
import { releaseSchema } from '@/lib/kinds/release/schema';
import { type DataExport, exportKinds, toExport } from '@/lib/output/data/exports';
import { toJsonSchema } from '@/lib/output/data/schemas';
import { writeContent } from '@/lib/tooling/testing/content-folder';

const files = {
  'projects.yaml': 'projects:\n  - {id: flux, name: Flux, about: x, repository: https://a.example, color: "#1d4fd8"}\n',
  'events/b.yaml': `title: B
kind: bug-scrub
start: 2022-03-03 10:00
end: 2022-03-03T11:00
zone: America/Los_Angeles
online: true
speakers: [Ada Lovelace, {name: Grace Hopper, affiliation: Navy}]
repeats: RRULE:freq=weekly;byday=th
except: [2022-12-29]
`,
  'events/a.yaml': 'title: A\nkind: talk\nstart: 2022-05-17\n',
  'releases/flux-1.10.0.yaml': `project: flux
version: "1.10.0"
date: 2022-02
breaking:
  - {change: a, action: b}
security:
  - {id: CVE-2022-1, summary: c, url: https://a.example/cve}
`,
  'releases/flux-1.9.0.yaml': 'project: flux\nversion: "1.9.0"\ndate: 2022-02-01\n',
  'adopters/volvo-cars.yaml':
    'name: Volvo Cars\nurl: https://v.example\nlogo: v.svg\nprojects: [flux]\njoined: 2022-02\n',
  'adopters/v.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  'ecosystem/flamingo.yaml': 'name: Flamingo\nurl: https://f.example\nabout: x\nkind: tool\njoined: 2022-04-01\n',
};

async function load(dir?: string) {
  const { community, problems } = await loadCommunity(dir ?? (await writeContent(files)).dir);
  if (dir === undefined) expect(problems).toEqual([]);
  const { events, releases, adopters, ecosystem } = community;
  return {
    events: toExport('events', events),
    releases: toExport('releases', releases),
    adopters: toExport('adopters', adopters),
    ecosystem: toExport('ecosystem', ecosystem),
  };
}

const schemas = {
  events: eventSchema,
  releases: releaseSchema,
  adopters: adopterSchema,
  ecosystem: ecosystemSchema,
} as const;

const kinds = { events: 'event', releases: 'release', adopters: 'adopter', ecosystem: 'ecosystem' } as const;

describe('toExport', () => {
  it('says what it is, where it is kept, and what its entries follow', async () => {
    const { events, adopters } = await load();
    const { entries: _, ...head } = events;
    expect(head).toEqual({
      title: expect.stringMatching(/: events$/),
      href: expect.stringMatching(/^https:\/\/.+\/data\/events\.json$/),
      licence: expect.stringMatching(/^https:/),
      schema: expect.stringMatching(/^https:\/\/.+\/schemas\/event\.json$/),
    });
    expect(adopters.logos).toMatch(/^https:\/\/.+\/adopters\/logos\/$/);
  });

  it('gives the fields as they were written, by id, without how they are kept here', async () => {
    const { events, releases, adopters, ecosystem } = await load();
    expect(events.entries).toEqual([
      { id: 'a', title: 'A', kind: 'talk', start: '2022-05-17' },
      {
        id: 'b',
        title: 'B',
        kind: 'bug-scrub',
        start: '2022-03-03T10:00',
        end: '2022-03-03T11:00',
        zone: 'America/Los_Angeles',
        online: true,
        speakers: [{ name: 'Ada Lovelace' }, { name: 'Grace Hopper', affiliation: 'Navy' }],
        repeats: 'FREQ=WEEKLY;BYDAY=TH',
        except: ['2022-12-29'],
      },
    ]);
    expect(releases.entries).toEqual([
      {
        id: 'flux-1.10.0',
        project: 'flux',
        version: '1.10.0',
        date: '2022-02',
        breaking: [{ change: 'a', action: 'b' }],
        security: [{ id: 'CVE-2022-1', summary: 'c', url: 'https://a.example/cve' }],
      },
      { id: 'flux-1.9.0', project: 'flux', version: '1.9.0', date: '2022-02-01' },
    ]);
    expect(adopters.entries).toEqual([
      {
        id: 'volvo-cars',
        name: 'Volvo Cars',
        url: 'https://v.example',
        logo: 'v.svg',
        projects: ['flux'],
        joined: '2022-02',
      },
    ]);
    expect(ecosystem.entries).toEqual([
      { id: 'flamingo', name: 'Flamingo', url: 'https://f.example', about: 'x', kind: 'tool', joined: '2022-04-01' },
    ]);
  });

  it('is the same text each time, whatever the order it is given', async () => {
    const { community } = await loadCommunity((await writeContent(files)).dir);
    const { releases } = community;
    const text = JSON.stringify(toExport('releases', releases));
    expect(JSON.stringify(toExport('releases', [...releases].reverse()))).toBe(text);
    expect(JSON.stringify(toExport('releases', releases))).toBe(text);
    expect(text).not.toMatch(/shownFile|yaml|news-content/);
  });

  it('is empty where there is nothing', () => {
    expect(toExport('ecosystem', []).entries).toEqual([]);
  });
});

describe.each([
  ['what one of everything holds', undefined],
  ['what this repository holds', 'content'],
])('%s', (_, dir) => {
  it.each(exportKinds)('follows the schemas, once it is JSON: %s', async (kind) => {
    const data = JSON.parse(JSON.stringify((await load(dir))[kind])) as DataExport;
    const published = z.fromJSONSchema(JSON.parse(JSON.stringify(toJsonSchema(kinds[kind]))));
    for (const { id, ...entry } of data.entries) {
      expect(schemas[kind].safeParse(entry).error, id).toBeUndefined();
      expect(published.safeParse(entry).error, id).toBeUndefined();
      expect(published.safeParse({ ...entry, shownFile: 'x' }).success, id).toBe(false);
    }
  });
});
