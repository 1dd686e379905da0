import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { UsageError } from '@/lib/base/cli/command';
import { icons } from '@/lib/news/icons';
import { testTerminal } from '@/lib/tooling/testing/fixtures/test-terminal';

describe('news icons', () => {
  it('writes the icons in the accent colour, and replaces those that are there', async () => {
    const root = await mkdtemp(join(tmpdir(), 'icons-'));
    const terminal = testTerminal({ root });
    expect(await icons.run([], terminal)).toBe(0);
    expect(await icons.run([], terminal)).toBe(0);
    const names = ['favicon.svg', 'favicon.ico', 'apple-touch-icon.png'];
    expect(terminal.outLines.slice(0, 3)).toEqual(names.map((name) => `Wrote public/${name}.`));
    expect(await readFile(join(root, 'public/favicon.svg'), 'utf8')).toContain('fill="#1a4bcb"');
    expect(await sharp(join(root, 'public/apple-touch-icon.png')).metadata()).toMatchObject({
      width: 180,
      height: 180,
    });
    await rm(root, { recursive: true });
  });

  it('accepts no arguments', async () => {
    await expect(icons.run(['blue'], testTerminal({}))).rejects.toThrow(UsageError);
  });
});
