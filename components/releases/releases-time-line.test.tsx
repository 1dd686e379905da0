import { fromHtml } from 'hast-util-from-html';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { ReleasesTimeLine } from '@/components/releases/releases-time-line';
import type { TimedRelease } from '@/components/releases/releases-time-line-layout';

const from = new Date('2019-01-01T00:00:00Z');
const to = new Date('2024-06-01T00:00:00Z');

function release(version: string, date: string, marks: Partial<TimedRelease> = {}): TimedRelease {
  const url = `/releases/tool/${version}/`;
  return { version, date: new Date(date), label: `Tool ${version}`, url, breaking: false, secured: false, ...marks };
}

const few = [
  release('2.3.0', '2024-05-13', { breaking: true, when: '13 May 2024' }),
  release('0.27.0', '2022-02-01'),
  release('0.18.0', '2021-10-01', { secured: true }),
];
const many = Array.from({ length: 500 }, (_, index) => {
  const date = new Date(to.getTime() - index * 3 * 86_400_000).toISOString();
  return release(`1.${500 - index}.0`, date, { breaking: index % 50 === 3, secured: index % 50 === 3 });
});

const lane = (releases: TimedRelease[], name = 'Tool') => ({ name, color: '#1d4fd8', releases });
const render = (props: Partial<Parameters<typeof ReleasesTimeLine>[0]>) =>
  renderToStaticMarkup(<ReleasesTimeLine lanes={[lane(few)]} from={from} to={to} {...props} />);
const textOf = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
const chartOf = (html: string) => html.slice(0, html.indexOf('<details'));

describe('ReleasesTimeLine', () => {
  it('links each mark, with all that it means in words', () => {
    const links = [...chartOf(render({})).matchAll(/<a href="([^"]+)" aria-label="([^"]+)"/g)].map(
      ([, ...parts]) => parts,
    );
    expect(links).toEqual([
      ['/releases/tool/0.18.0/', 'Tool 0.18.0, October 2021, security fixes'],
      ['/releases/tool/0.27.0/', 'Tool 0.27.0, February 2022'],
      ['/releases/tool/2.3.0/', 'Tool 2.3.0, 13 May 2024, breaking changes'],
    ]);
  });

  it('keeps the links out of the picture', () => {
    const picture = /<svg[^>]*role="img".*?<\/svg>/.exec(render({}))?.[0] ?? '';
    expect(picture).toContain('</desc>');
    expect(picture).not.toContain('<a ');
  });

  it('explains the shapes that it shows, and no others', () => {
    const legend = (html: string) => textOf(/<figcaption.*<\/figcaption>/.exec(html)?.[0] ?? '');
    expect(legend(render({}))).toBe('Releases over time Release Breaking changes Security fixes');
    expect(legend(render({ lanes: [lane([release('1', '2022-01-01')])] }))).toBe('Releases over time Release');
    expect(legend(render({ lanes: [lane(many), lane(few, 'B')] }))).toBe(
      'Releases over time Release Breaking changes Security fixes Breaking changes and security fixes',
    );
  });

  it('has a picture with a name and a description, whose ids a page can choose', () => {
    const html = render({});
    expect(html).toMatch(
      /role="img" aria-labelledby="releases-time-line-title" aria-describedby="releases-time-line-desc"/,
    );
    expect(html).toContain('<title id="releases-time-line-title">Releases over time</title>');
    expect(html).toMatch(
      /<desc id="releases-time-line-desc">One lane per project, from January 2019 to June 2024\. Releases: Tool 3\./,
    );
    expect(render({ id: 'b' })).toContain('aria-labelledby="b-title"');
    expect(render({ id: 'b' })).not.toContain('releases-time-line-');
  });

  it('has the same data in a table behind a disclosure, without a day that nobody wrote', () => {
    const table =
      /<details.*<summary[^>]*>Show as a table<\/summary>.*(<table.*<\/table>).*<\/details>/.exec(render({}))?.[1] ??
      '';
    expect(textOf(table)).toBe(
      'Releases by project Release Date Changes Tool 2.3.0 13 May 2024 Breaking changes Tool 0.27.0 February 2022 Tool 0.18.0 October 2021 Security fixes',
    );
    expect(table.match(/<a href="\/releases\/tool\//g)).toHaveLength(3);
  });

  it('has years above, and the names of lanes', () => {
    const text = textOf(chartOf(render({ lanes: [lane(few), lane([], 'Flagger')] })));
    for (const year of [2019, 2020, 2021, 2022, 2023, 2024]) expect(text).toContain(String(year));
    expect(text).toContain('Flagger – none in this period');
    expect(text).not.toContain('Tool – none');
  });

  it('shortens a name that is too long for the screen', () => {
    const name = 'The first generation of Tool together with its Helm Operator and all that belonged to it';
    const text = textOf(chartOf(render({ lanes: [lane(few, name)] })));
    expect(text).toContain('The first generation of Tool to…');
    expect(text).toContain('The first generation of Tool together with its Helm Operator an…');
    expect(textOf(chartOf(render({})))).not.toContain('…');
  });

  it('says in words that there is nothing to draw', () => {
    const nothing = '<p class="invite">No release has a date yet.</p>';
    expect(render({ lanes: [] })).toBe(nothing);
    expect(render({ lanes: [lane([])] })).toBe(nothing);
    expect(render({ lanes: [lane(few)], from: to, to })).toBe(nothing);
    expect(render({ lanes: [lane([release('1', '2024-06-01')])], from: to, to })).not.toBe(nothing);
  });

  it.each([
    ['a few releases', [lane(few)]],
    ['500 releases', [lane(many)]],
  ])('draws %s without scripts, styles and figures that are none', (_, lanes) => {
    const html = render({ lanes });
    expect(html).not.toMatch(/<script|style=|on[a-z]+=|NaN|Infinity|undefined/);
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const faults: string[] = [];
    fromHtml(html, { fragment: true, onerror: ({ ruleId }) => void faults.push(ruleId ?? '') });
    expect(faults).toEqual([]);
  });

  it('names a few of 500 releases, and links all', () => {
    const html = chartOf(render({ lanes: [lane(many)] }));
    expect(html.match(/<a /g)).toHaveLength(500);
    const named = html.match(/<text[^>]*>1\.\d+\.0<\/text>/g) ?? [];
    expect(named.length).toBeGreaterThan(5);
    expect(named.length).toBeLessThan(30);
  });
});
