import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { errorsOf } from '@/lib/base/diagnostic';
import { check } from '@/lib/check/check';
import { makeCollect } from '@/lib/news/collect';
import { writeContent } from '@/lib/tooling/testing/fixtures/content-folder';
import { startServer } from '@/lib/tooling/testing/fixtures/fake-server';
import { testTerminal } from '@/lib/tooling/testing/fixtures/test-terminal';

const collect = makeCollect({ silence: 150, total: 600, retry: 1 });

const projects = [
  'projects:',
  '  - {id: tool, name: Tool, about: x, repository: https://github.com/example/tool2, color: "#1d4fd8"}',
  '  - {id: tool-legacy, name: Tool (legacy), about: x, repository: https://github.com/example/tool, color: "#0f766e"}',
  '',
].join('\n');

const list = (project: string, ...companies: string[]) =>
  ['adopters:', `  project: ${project}`, '  description: >', '    Hello', '  companies:', ...companies, ''].join('\n');

async function read(args: readonly string[], files: Record<string, string>) {
  const { dir: root } = await writeContent({ 'content/projects.yaml': projects, ...files });
  const terminal = testTerminal({ root });
  const code = await collect.run(['adopters', ...args], terminal);
  const errors = errorsOf((await check(join(root, 'content'))).problems);
  return { code, outLines: terminal.outLines, said: terminal.errLines.join('\n'), errors, root };
}

it('writes one file per organisation, even if it is in several lists', async () => {
  const { code, outLines, said, errors, root } = await read(['1.yaml', '2.yaml'], {
    '1.yaml': list(
      'Tool',
      '    - name: Media&shy;Markt&shy;Saturn',
      '      url: https://www.mediamarktsaturn.com',
      '      logo: logos/mms.svg',
      '    - name: William & Mary',
      '      url: https://www.wm.edu',
    ),
    '2.yaml': list('Tool (legacy)', '    - name: College of William & Mary', '      url: https://wm.edu/'),
  });
  expect({ code, outLines, errors }).toEqual({
    code: 0,
    outLines: ['content/adopters/mediamarktsaturn.yaml', 'content/adopters/william-and-mary.yaml'],
    errors: [],
  });
  expect(said).toContain('1.yaml: 2 use tool; their logos are not collected');
  expect(await readFile(join(root, 'content/adopters/mediamarktsaturn.yaml'), 'utf8')).toBe(
    '# yaml-language-server: $schema=../../.schemas/adopter.json\nname: MediaMarktSaturn\nurl: https://www.mediamarktsaturn.com\nprojects:\n  - tool\n',
  );
  expect(await readFile(join(root, 'content/adopters/william-and-mary.yaml'), 'utf8')).toContain(
    'projects:\n  - tool\n  - tool-legacy\n',
  );
});

it('does not change existing entries, and reports the differences', async () => {
  const { code, outLines, said } = await read(['1.yaml'], {
    'content/adopters/volvo.yaml':
      'name: Volvo Cars\nurl: https://www.volvocars.com/\nprojects: [tool-legacy]\njoined: 2022-02\n',
    'content/adopters/same.yaml': 'name: Same\nurl: https://same.example/\nprojects: [tool, tool-legacy]\n',
    '1.yaml': list(
      'tool',
      '    - {name: Volvo cars, url: "https://volvocars.com"}',
      '    - {name: Same, url: "https://same.example/"}',
    ),
  });
  expect({ code, outLines }).toEqual({ code: 0, outLines: [] });
  expect(said).toContain(
    'volvo.yaml was not changed, but 1.yaml differs: name is "Volvo Cars" here, "Volvo cars" there;',
  );
  expect(said).toMatch(/; projects\n/);
  expect(said).toContain('0 new, 1 unchanged');
});

describe('hostile or broken input', () => {
  it('is left out, and the rest is imported', async () => {
    const { code, outLines, said, errors } = await read(['1.yaml'], {
      '1.yaml': list(
        'Tool',
        '    - {name: Open, url: "http://open.example"}',
        '    - {name: Code, url: "javascript:alert(1)"}',
        '    - {name: "<b>Bold</b>", url: "https://bold.example"}',
        '    - {name: "../../../etc/passwd", url: "https://path.example"}',
        '    - {name: "日本", url: "https://日本.example"}',
        '    - 7',
        '    - {name: "&shy;", url: "https://x.example"}',
      ),
    });
    expect({ code, outLines, errors }).toEqual({
      code: 0,
      outLines: [
        'content/adopters/bold.yaml',
        'content/adopters/etc-passwd.yaml',
        'content/adopters/xn-wgv71a-example.yaml',
      ],
      errors: [],
    });
    expect(said).toContain('skipped "Open": "http://open.example" is not encrypted');
    expect(said).toContain('skipped "Code": "javascript:" URLs are not allowed');
    expect(said).toContain('skipped item 6: it has no name or no URL');
  });

  it.each([
    ['no YAML', 'a: [', /it is not a YAML list of adopters: line 1/],
    [
      'a character that nobody sees',
      list('tool', '    - {name: "A\\u202e", url: "https://a.example"}'),
      /it is not a YAML list of adopters: line \d+: .*U\+202E/,
    ],
    ['aliases', 'a: &a [1]\ncompanies: [*a]\n', /aliases \(\*name\) are not allowed/],
    ['another shape', 'companies: 7\n', /it does not have the form/],
    [
      'an unknown project',
      list('Tol', '    - {name: A, url: "https://a.example"}'),
      /no project "Tol" \(fix: did you mean --project tool/,
    ],
    ['no project', 'companies: []\n', /does not name a project/],
  ])('%s is reported', async (_, text, message) => {
    const { code, said } = await read(['1.yaml', 'nowhere.yaml'], { '1.yaml': text });
    expect(code).toBe(1);
    expect(said).toMatch(message);
    expect(said).toContain('nowhere.yaml: failed: the file does not exist');
  });
});

it('uses the given project', async () => {
  const { code, said } = await read(['1.yaml', '--project', 'tool-legacy'], { '1.yaml': 'companies: []\n' });
  expect(code).toBe(0);
  expect(said).toContain('0 use tool-legacy');
});

it('reads a URL', async () => {
  const server = await startServer({ '/a.yaml': { text: list('Tool', '    - {name: A, url: "https://a.example"}') } });
  const { code, outLines } = await read([`${server.origin}/a.yaml`], {});
  expect({ code, outLines }).toEqual({ code: 0, outLines: ['content/adopters/a.yaml'] });
});
