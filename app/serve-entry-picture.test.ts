import { afterEach, expect, it, vi } from 'vitest';
import { entryPictureRoute } from '@/app/serve-entry-picture';
import type { Folder } from '@/lib/kinds/index';
import { writeContent } from '@/lib/tooling/testing/fixtures/content-folder';

afterEach(() => vi.unstubAllEnvs());

const drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>';
const acme = (id: string, logo: string) => ({
  [`adopters/${id}.yaml`]: `name: ${id}\nurl: https://${id}.example/\nprojects: [tool]\nlogo: "${logo}"\n`,
  [`adopters/${logo}`]: drawing,
});

async function serve(folder: Folder) {
  const { dir } = await writeContent({
    'projects.yaml':
      'projects:\n  - {id: tool, name: Tool, about: x, repository: https://a.example, color: "#1d4fd8"}\n',
    ...acme('one', 'one.svg'),
    ...acme('two', '100% Größe.svg'),
  });
  vi.stubEnv('CONTENT_DIR', dir);
  vi.stubEnv('NEWS_NOW', '2026-11-22T12:00:00Z');
  const { GET, generateStaticParams } = entryPictureRoute(folder);
  const get = (file: string) => GET(new Request('https://news.example/'), { params: Promise.resolve({ file }) });
  return { get, generateStaticParams };
}

it('serves what entries of a kind name, whether or not the name is encoded', async () => {
  const { get, generateStaticParams } = await serve('adopters');
  expect(await generateStaticParams()).toEqual([{ file: 'one.svg' }, { file: '100% Größe.svg' }]);
  for (const name of ['one.svg', '100% Größe.svg', encodeURIComponent('100% Größe.svg')]) {
    const answer = await get(name);
    expect(await answer.text(), name).toBe(drawing);
    expect(answer.headers.get('content-type')).toBe('image/svg+xml');
  }
});

it('serves nothing else: neither other files of the folder nor pictures of another kind', async () => {
  const { get } = await serve('adopters');
  await expect(get('one.yaml')).rejects.toThrow('NEXT_HTTP_ERROR_FALLBACK;404');
  const pictures = await serve('people');
  await expect(pictures.get('one.svg')).rejects.toThrow('NEXT_HTTP_ERROR_FALLBACK;404');
});
