import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { entriesOf } from '@/lib/content/community';
import { loadCommunity } from '@/lib/content/load-community';
import { adopter } from '@/lib/kinds/adopter/kind';
import { ecosystem } from '@/lib/kinds/ecosystem/kind';
import { event } from '@/lib/kinds/event/kind';
import { type EntryKind, kindIn } from '@/lib/kinds/index';
import { release } from '@/lib/kinds/release/kind';
import { type DataExport, exportKinds, toExport } from '@/lib/output/data/exports';
import { toJsonSchema } from '@/lib/output/data/schemas';
import { writeContent } from '@/lib/tooling/testing/fixtures/content-folder';

const files = {
  'projects.yaml': 'projects:\n  - {id: tool, name: Tool, about: x, repository: https://a.example, color: "#1d4fd8"}\n',
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
  'releases/tool-1.10.0.yaml': `project: tool
version: "1.10.0"
date: 2022-02
breaking:
  - {change: a, action: b}
security:
  - {id: CVE-2022-1, summary: c, url: https://a.example/cve}
`,
  'releases/tool-1.9.0.yaml': 'project: tool\nversion: "1.9.0"\ndate: 2022-02-01\n',
  'adopters/volvo-cars.yaml':
    'name: Volvo Cars\nurl: https://v.example\nlogo: v.svg\nprojects: [tool]\njoined: 2022-02\n',
  'adopters/v.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  'ecosystem/flamingo.yaml': 'name: Flamingo\nurl: https://f.example\nabout: x\nkind: tool\njoined: 2022-04-01\n',
  'links/a-year.yaml':
    'title: A year\nurl: https://a.example/year\nform: case-study\ndate: 2022-02\nby: [Ada Lovelace]\nprojects: [tool]\nlanguage: fr\n',
};

async function load(kind: EntryKind, dir?: string): Promise<DataExport> {
  const { community, problems } = await loadCommunity(dir ?? (await writeContent(files)).dir);
  if (dir === undefined) expect(problems).toEqual([]);
  return toExport(kind, entriesOf(community, kind));
}

it('has every kind except people', () => {
  expect(exportKinds).toEqual(['events', 'releases', 'adopters', 'ecosystem', 'links']);
});

describe('toExport', () => {
  it('has its title, its address and the schema of its entries', async () => {
    const { entries: _, ...head } = await load(event);
    expect(head).toEqual({
      title: expect.stringMatching(/: events$/),
      href: expect.stringMatching(/^https:\/\/.+\/data\/events\.json$/),
      licence: expect.stringMatching(/^https:/),
      schema: expect.stringMatching(/^https:\/\/.+\/schemas\/event\.json$/),
    });
    expect(await load(adopter)).toMatchObject({ logos: expect.stringMatching(/^https:\/\/.+\/adopters\/logos\/$/) });
  });

  it('has the written fields by id, without internal data', async () => {
    expect((await load(event)).entries).toEqual([
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
    expect((await load(release)).entries).toEqual([
      {
        id: 'tool-1.10.0',
        project: 'tool',
        version: '1.10.0',
        date: '2022-02',
        breaking: [{ change: 'a', action: 'b' }],
        security: [{ id: 'CVE-2022-1', summary: 'c', url: 'https://a.example/cve' }],
      },
      { id: 'tool-1.9.0', project: 'tool', version: '1.9.0', date: '2022-02-01' },
    ]);
    expect((await load(adopter)).entries).toEqual([
      {
        id: 'volvo-cars',
        name: 'Volvo Cars',
        url: 'https://v.example',
        logo: 'v.svg',
        projects: ['tool'],
        joined: '2022-02',
      },
    ]);
    expect((await load(ecosystem)).entries).toEqual([
      { id: 'flamingo', name: 'Flamingo', url: 'https://f.example', about: 'x', kind: 'tool', joined: '2022-04-01' },
    ]);
  });

  it('is the same text whatever the order of the entries', async () => {
    const { community } = await loadCommunity((await writeContent(files)).dir);
    const { releases } = community;
    const text = JSON.stringify(toExport(release, releases));
    expect(JSON.stringify(toExport(release, [...releases].reverse()))).toBe(text);
    expect(JSON.stringify(toExport(release, releases))).toBe(text);
    expect(text).not.toMatch(/shownFile|yaml|news-content/);
  });

  it('is empty without entries', () => {
    expect(toExport(ecosystem, []).entries).toEqual([]);
  });
});

describe.each([
  ['one entry of each kind', undefined],
  ['the fixtures', 'e2e/fixtures/site'],
])('%s', (_, dir) => {
  it.each(exportKinds)('follows the schemas, once it is JSON: %s', async (folder) => {
    const kind = kindIn(folder) ?? event;
    const data = JSON.parse(JSON.stringify(await load(kind, dir))) as DataExport;
    expect(data.entries.length).toBeGreaterThan(0);
    const published = z.fromJSONSchema(JSON.parse(JSON.stringify(toJsonSchema(kind.name))));
    for (const { id, ...entry } of data.entries) {
      expect(kind.schema.safeParse(entry).error, id).toBeUndefined();
      expect(published.safeParse(entry).error, id).toBeUndefined();
      expect(published.safeParse({ ...entry, shownFile: 'x' }).success, id).toBe(false);
    }
  });
});
