import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { otherForms } from '@/lib/base/other-forms.mjs';

it('maps the Unicode form that a keyboard writes to the one on disk, and back', () => {
  const folder = mkdtempSync(join(tmpdir(), 'news-public-'));
  const [short, long] = ['NFC', 'NFD'].map((form) => 'caf\u00e9'.normalize(form)) as [string, string];
  try {
    mkdirSync(join(folder, long));
    for (const name of ['plain.txt', `${short}.txt`, `${long}/menu.txt`]) writeFileSync(join(folder, name), '');
    expect(otherForms(folder).sort()).toEqual(
      [
        [`/${long}.txt`, `/${short}.txt`],
        [`/${short}`, `/${long}`],
        [`/${short}/menu.txt`, `/${long}/menu.txt`],
      ].sort(),
    );
    writeFileSync(join(folder, `${long}.txt`), '');
    expect(otherForms(folder)).toHaveLength(2);
    expect(otherForms(join(folder, 'nowhere'))).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
