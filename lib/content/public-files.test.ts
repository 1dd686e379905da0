import { symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { hasPublicFile } from '@/lib/content/public-files';
import { writeContent } from '@/lib/tooling/testing/fixtures/content-folder';

it('finds files by their exact names, and in any form of Unicode', async () => {
  const composed = 'Caf\u00e9.pdf';
  const { dir } = await writeContent({
    'img/a.png': '',
    [`menus/${composed.normalize('NFD')}`]: '',
    [`menus/${composed.toUpperCase()}`]: '',
  });
  const has = (path: string) => hasPublicFile(path, dir);
  expect(['/img/a.png', `/menus/${composed}`, `/menus/${composed.normalize('NFD')}`].map(has)).toEqual([
    true,
    true,
    true,
  ]);
  const others = ['/img/', '/img', '/img/A.png', '/img/a.png/', '/img/a.png/b', '/../img/a.png/..', '', '/'];
  expect(others.filter(has)).toEqual([]);
  expect(has(`/${'a'.repeat(5_000)}`) || has('/a\0b') || has('/menus/Cafe.pdf')).toBe(false);
  await symlink('gone.png', join(dir, 'img/link.png'));
  expect(has('/img/link.png')).toBe(false);
  await writeFile(join(dir, 'img/gone.png'), '');
  expect(has('/img/link.png')).toBe(true);
});
