import { describe, expect, it } from 'vitest';
import { findMojibake, repairMojibake } from '@/lib/content/mojibake';

const windowsHigh = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const macHigh =
  'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ';

/** What a text becomes when its UTF-8 bytes are read in another encoding. */
const misread = {
  'Windows-1252': (text: string) =>
    [...Buffer.from(text)]
      .map((byte) => (byte >= 0x80 && byte < 0xa0 ? windowsHigh[byte - 0x80] : String.fromCharCode(byte)))
      .join(''),
  'Latin-1': (text: string) => Buffer.from(text).toString('latin1'),
  'Mac Roman': (text: string) =>
    [...Buffer.from(text)].map((byte) => (byte >= 0x80 ? macHigh[byte - 0x80] : String.fromCharCode(byte))).join(''),
} as const;

/** Real text: correct, and what each must be repaired to after it was misread. */
const real = [
  'Jørn Ærøskøbing og Åse spiser rødgrød med fløde på Øresund',
  'ÅRHUS, ÆRØ og KØBENHAVN',
  'Łódź, Gdańsk, Kraków: zażółć gęślą jaźń; książka, więc źródło',
  'Phụ nữ Việt Nam nói tiếng Việt: Nguyễn Đình Thi, Đặng Thị Hà, người dùng',
  'TIẾNG VIỆT ĐÃ CÓ Ở ĐÂY',
  'Καλημέρα κόσμε, τι κάνεις; Ω, η Αθήνα',
  'مرحبا بالعالم، هذا نص عربي',
  'سلام دنیا، می‌خواهم',
  'שלום עולם',
  'Привет, мир: ёлка',
  '通量 社区新闻，日本語のテキスト、한국어',
  'नमस्ते दुनिया',
  'Ships 🚀 with 💖 and 👩‍💻, 🏳️‍🌈 and 👍🏽',
  'naïve café, “Über” – déjà vu… l’été à Zürich',
  'Straße, GRÜN, Größe, Café, São Paulo, Ñandú, Čeština, žluťoučký kůň',
  'Price: 5 €, ©2022 ™ → ≥ ½',
] as const;

describe('text that was decoded with the wrong encoding', () => {
  it.each(
    real.flatMap((text) =>
      (Object.keys(misread) as (keyof typeof misread)[]).map((encoding) => [encoding, text] as const),
    ),
  )('is put right, read as %s: %s', (encoding, text) => {
    const wrong = misread[encoding](text);
    expect(wrong).not.toBe(text);
    expect(findMojibake(wrong)).not.toEqual([]);
    expect(repairMojibake(wrong)).toBe(text);
  });

  it.each([
    ['J√∏rn', 'Jørn'],
    ['JÃ¸rn', 'Jørn'],
    ['JÃƒÂ¸rn', 'Jørn'],
    ['Jos√©', 'José'],
    ['cafÃ©', 'café'],
    ['CAFÃ‰', 'CAFÉ'],
    ['itâ€™s', 'it’s'],
    ['it‚Äôs', 'it’s'],
    ['â€œquotedâ€\u009d', '“quoted”'],
    ['Hello ðŸ˜€', 'Hello 😀'],
    ['Hello \u00f0\u009f\u0098\u0080', 'Hello 😀'],
    ['100Â°', '100°'],
    ['Â© 2022', '© 2022'],
    ['¬© 2022', '© 2022'],
    ['Ã˜rsted', 'Ørsted'],
    ['√òrsted', 'Ørsted'],
    ['Ã…rhus', 'Århus'],
    ['√Örhus', 'Århus'],
    ['StraÃŸe', 'Straße'],
    ['Stra√üe', 'Straße'],
    ['MÃ¼ller and SÃ¸n', 'Müller and Søn'],
    ['â†’ next', '→ next'],
    ['Viá»‡t', 'Việt'],
    ['KÄ™dzierzyn', 'Kędzierzyn'],
    ['voilÃ\u00a0!', 'voilà!'],
  ])('is repaired: %s', (wrong, right) => {
    expect(repairMojibake(wrong)).toBe(right);
    expect(findMojibake(right)).toEqual([]);
  });

  it('is reported with its place and encoding', () => {
    expect(findMojibake('Dear JÃ¸rn')).toEqual([{ index: 6, length: 2, repaired: 'ø', encoding: 'Windows-1252' }]);
    expect(findMojibake('Dear J√∏rn')).toEqual([{ index: 6, length: 2, repaired: 'ø', encoding: 'Mac Roman' }]);
  });

  it('is repaired next to correct text', () => {
    expect(repairMojibake('Jørn and JÃ¸rn')).toBe('Jørn and Jørn');
    expect(repairMojibake('“JÃ¸rn”')).toBe('“Jørn”');
  });
});

describe('correct text', () => {
  it.each([
    ...real,
    'Ã',
    'â',
    'Â',
    'Ä',
    'Ø',
    '√2',
    '√π ≈ 1.77',
    '2√π',
    'n√π',
    '√∞',
    '≈Ω',
    '¬π',
    '∆π',
    '¬Ω',
    '«États» et «écoles»',
    'CAFÉ»',
    '“CAFÉ”',
    'É»',
    '»É«',
    'DÉJÀ\u00a0!',
    'ÉTÉ\u00a0:',
    '«\u00a0été\u00a0»',
    '« voilà»…',
    '“Café”…',
    'IRMÃ” e IRMÃO',
    '“IRMÔ',
    'MÃ…',
    'ĐÃ… rồi',
    '“ĐÔ',
    'LÃ»',
    'NÃO',
    'NESTLÉ®',
    'NESTLÉ™',
    'CAFÉ…',
    'VOILÀ…',
    'ÅSE’S',
    'Å’s',
    '“Å”',
    '»Å«',
    '»Ø«',
    '„Ö“',
    '„Ä“',
    '10 Å”',
    '5 Å±0.2',
    '3×½',
    '5×10³',
    '2×²',
    'Ñ”',
    '“Ñ”',
    'Þ…',
    'ÞAÐ”',
    'Úžas',
    'ÚŽASNÉ',
    'Íšel',
    'Ö·',
    'L·L',
    'COL·LECCIÓ',
    'PARAL·LEL',
    '–été–',
    '—à savoir',
    ' —à savoir',
    '“à la carte”',
    '“été”',
    '‘été’',
    'l’été',
    'l’Été',
    '’été',
    '…été',
    'œuvre',
    'CŒUR',
    'œil',
    'ŒUVRE',
    'à l’œuvre…',
    '–π.χ.',
    '—Ω',
    '«π»',
    '…Ω',
    '’π',
    '‚Ähnlich‘',
    '„Ärger“',
    '„Élan“',
    '‚Über‘',
    '‰',
    '5‰°',
    '÷',
    'ƒ(x)',
    'ƒÄ',
    '≈Å',
    '≈ 5 Å',
    '∆°',
    '∆Ö',
    'ÿ',
    '€éuro',
    'Ünïcödé',
    'ÆØÅ æøå',
    'ÅÄÖ',
    'ÀÉÎÕÜ',
    'ÄÖÜß',
    'ÇĞİÖŞÜ',
    'Ãããa',
    'ÂNGELO',
    'pão, mãe, irmã…',
    'irmã”',
    'à”',
    'là”',
    'voilà”…',
    'å”…',
    'på”',
    '“på”…',
    'ré–mi',
    'fé—e',
    'é°',
    'm²·K',
    'Đà Nẵng',
    'Vũ Đức Đam',
    'ƠI',
    'ở “đó”…',
    '“Ở đây”',
    'ÁÂÃÀẢ',
    'GIÃ… GẠO',
    'Ϊ»',
    '«Ω»',
    'ΑΘΗΝΑ…',
    '…Ω…',
  ])('is not reported: %s', (text) => {
    expect(findMojibake(text)).toEqual([]);
    expect(repairMojibake(text)).toBe(text);
  });
});
