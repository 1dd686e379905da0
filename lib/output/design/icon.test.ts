import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { toAccent } from '@/lib/output/design/accent';
import { drawIcon, iconSvg, icons } from '@/lib/output/design/icon';

const accent = toAccent().light;

describe('the icon', () => {
  it.each(icons)('is rendered as $name', async ({ size, purpose }) => {
    const bytes = drawIcon(iconSvg(accent, purpose), size);
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'png', width: size, height: size });
    const [, , , alpha] = await sharp(bytes)
      .ensureAlpha()
      .extract({ left: 0, top: 0, width: 1, height: 1 })
      .raw()
      .toBuffer();
    expect(alpha).toBe(purpose === 'maskable' ? 255 : 0);
  });
});
