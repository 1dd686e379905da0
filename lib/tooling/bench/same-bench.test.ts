import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { differences, hashServed } from '@/lib/tooling/bench/same-bench';

it('finds what differs between two builds in what they serve, and nothing else', async () => {
  const root = await mkdtemp(join(tmpdir(), 'news-same-'));
  try {
    const build = async (name: string, page: string, id: string) => {
      const files = {
        'server/app/a.html': page,
        'server/app/feed.xml.body': 'f',
        'static/chunks/a.css': 'c',
        BUILD_ID: id,
      };
      for (const [path, text] of Object.entries(files)) {
        await mkdir(dirname(join(root, name, path)), { recursive: true });
        await writeFile(join(root, name, path), text);
      }
      return hashServed(join(root, name));
    };
    const one = await build('one', '<p>x', '1');
    expect(one.size).toBe(3);
    expect(differences(one, await build('two', '<p>x', '2'))).toEqual([]);
    expect(differences(one, await build('three', '<p>y', '1'))).toEqual([join('server', 'app', 'a.html')]);
    expect(differences(one, new Map([...one].slice(1)))).toEqual([[...one.keys()][0]]);
  } finally {
    await rm(root, { recursive: true });
  }
});
