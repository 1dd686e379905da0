import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkMark } from '@/lib/check/mark';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mark-'));
});

afterAll(() => rm(folder, { recursive: true }));

const svg = (content: string, head = 'viewBox="0 0 32 32"') =>
  `<svg xmlns="http://www.w3.org/2000/svg" ${head}>${content}</svg>`;
const path = '<path d="M0 0h32v32z"/>';

/** What is wrong with a file as the mark: severity and message. */
async function problemsOf(text: string): Promise<string[]> {
  await writeFile(join(folder, 'mark.svg'), text);
  return (await checkMark('/mark.svg', folder)).map(({ severity, message }) => `${severity} ${message}`);
}

describe('the mark of a community', () => {
  it.each([
    ['shapes without colours', svg(path)],
    ['currentColor', svg('<path fill="currentColor" d="M0 0h32v32z"/>')],
    ['its own colours', svg('<path fill="#1a4bcb" d="M0 0h32v32z"/><path fill="#fff" d="M0 0h9v9z"/>')],
    [
      'a gradient',
      svg('<linearGradient id="a"><stop stop-color="#c33"/></linearGradient><path fill="url(#a)" d="M0 0h9v9z"/>'),
    ],
    ['a nearly square viewBox', svg(path, 'viewBox="0 0 40 32"')],
  ])('is accepted with %s', async (_, text) => {
    expect(await problemsOf(text)).toEqual([]);
  });

  it.each([
    ['a script', svg('<script>1</script>'), /^error "mark": in line 1 of public\/mark.svg, <script>/],
    [
      'an image',
      svg('<image href="data:image/png;base64,AAAA"/>'),
      /^error "mark": in line 1 of public\/mark.svg, <image>/,
    ],
    ['text', svg('<text>News</text>'), /^error "mark": public\/mark.svg has "text", which is not shown everywhere$/],
    ['no viewBox', svg(path, 'width="32"'), /^error "mark": public\/mark.svg has no viewBox$/],
    ['a wide viewBox', svg(path, 'viewBox="0 0 41 32"'), /^error "mark": .* is 41 × 32, which is not a square$/],
    ['too much in it', svg(path.repeat(200)), /^error "mark": public\/mark.svg is larger than 4 kB$/],
    [
      'colours that are as dark as the page',
      svg('<path fill="#123" stroke="black" d="M0 0h32v32z"/>'),
      /^warning "mark": no colour of public\/mark.svg has a contrast of 3 in the dark scheme$/,
    ],
    ['colours that are as light as the page', svg('<path fill="#ffe" d="M0 0h9v9z"/>'), /3 in the light scheme$/],
  ])('is refused with %s', async (_, text, message) => {
    expect(await problemsOf(text)).toEqual([expect.stringMatching(message)]);
  });

  it('is refused where there is no such file', async () => {
    const [problem, ...others] = await checkMark('/other.svg', folder);
    expect(others).toEqual([]);
    expect(problem?.message).toBe('"mark": there is no file public/other.svg');
  });
});
