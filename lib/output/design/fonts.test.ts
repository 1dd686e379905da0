import { describe, expect, it } from 'vitest';
import { fontSheet, preloadedFonts } from '@/lib/output/design/fonts';

const versions = { versionOf: () => 'abc' };

describe('the style sheet of the fonts', () => {
  it('has the fonts of systems, and loads nothing, where a community chooses none', () => {
    const sheet = fontSheet({}, versions);
    expect(sheet).toContain('--font-serif: Charter, "Bitstream Charter", "Sitka Text", Cambria, serif;');
    expect(sheet).toContain('--font-headings: var(--font-serif);');
    expect(sheet).toContain('--font-sans: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;');
    expect(sheet).not.toMatch(/@font-face|url\(/);
    expect(preloadedFonts({}, versions)).toEqual([]);
  });

  it('has a face for each file, which never moves text that is shown', () => {
    const fonts = {
      text: ['Inter Tight', 'sans-serif'],
      headings: ['Alegreya', 'serif'],
      files: [
        { family: 'Inter Tight', file: '/fonts/inter.woff2', weight: '100 900', style: 'italic', preload: true },
        { family: 'Alegreya', file: '/fonts/alegreya.woff2', weight: 700, unicodeRange: 'U+0000-00FF, U+0131' },
      ],
    } as const;
    expect(fontSheet(fonts, versions)).toContain(`@font-face {
  font-family: "Inter Tight";
  src: url("/fonts/inter.woff2?v=abc") format("woff2");
  font-display: optional;
  font-weight: 100 900;
  font-style: italic;
}
@font-face {
  font-family: Alegreya;
  src: url("/fonts/alegreya.woff2?v=abc") format("woff2");
  font-display: optional;
  font-weight: 700;
  unicode-range: U+0000-00FF, U+0131;
}
@theme {
  --font-serif: "Inter Tight", sans-serif;
  --font-headings: Alegreya, serif;
`);
    expect(preloadedFonts(fonts, versions)).toEqual(['/fonts/inter.woff2?v=abc']);
  });
});
