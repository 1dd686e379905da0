import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { parseAnswers, parseForm } from '@/lib/tooling/workflows/form';

const questions = [
  { id: 'name', label: 'Name?' },
  { id: 'about', label: 'What for?' },
  { id: 'kind', label: 'Kind?' },
];

describe('parseForm', () => {
  it('reads the questions of a form', async () => {
    const form = parseForm(await readFile('.github/ISSUE_TEMPLATE/ecosystem.yml', 'utf8'));
    expect(form.slice(0, 2)).toEqual([
      { id: 'name', label: 'What is it called?' },
      { id: 'url', label: 'What is its URL?' },
    ]);
  });

  it('rejects a file that is not a form', () => {
    expect(() => parseForm('body: text')).toThrow();
    expect(parseForm('body: []')).toEqual([]);
  });
});

describe('parseAnswers', () => {
  const read = (body: string) => Object.fromEntries(parseAnswers(body, questions));

  it('reads answers of one line and of several', () => {
    expect(
      read('### Name?\r\n\r\nA\r\n\r\n### What for?\r\n\r\nOne.\r\n\r\nTwo.\r\n\r\n### Kind?\r\n\r\ntool'),
    ).toEqual({
      name: 'A',
      about: 'One.\n\nTwo.',
      kind: 'tool',
    });
  });

  it('leaves out unanswered questions', () => {
    expect(read('### Name?\n\n_No response_\n\n### What for?\n\nNone\n\n### Kind?\n\n')).toEqual({});
    expect(read('### Name?\n\nNone of them\n')).toEqual({ name: 'None of them' });
  });

  it('treats a heading inside an answer as part of it', () => {
    expect(read('### Name?\n\nA\n### Other\nB\n### Name?\nC')).toEqual({ name: 'A\n### Other\nB\n### Name?\nC' });
  });

  it('reads nothing before the first question, and nothing after 20,000 characters', () => {
    expect(read('Hello\n### Name?\n\nA')).toEqual({ name: 'A' });
    expect(read(`### Name?\n\n${'x'.repeat(30_000)}\n### Kind?\n\ntool`).kind).toBeUndefined();
  });

  it('drops control characters and those that change the text direction', () => {
    expect(read('### Name?\n\na\u0000\u001b[31m\u202eb\tc')).toEqual({ name: 'a[31mb\tc' });
  });
});
