// What the check finds in adopters alone, with examples.
import { actingDrawing, bytes, type CodeEntry, drawing, type Example, halfPng, hugePng, png } from '@/lib/kinds/codes';

const acme = (...lines: string[]): Example => ({
  'adopters/acme.yaml': ['name: Acme', 'url: https://acme.example/', 'projects: [flux]', ...lines, ''].join('\n'),
});

export function adopterCodes(): readonly CodeEntry[] {
  return [
    {
      code: 'logo/missing',
      about: 'An adopter names a logo that does not lie beside it.',
      wrong: acme('logo: acme.svg'),
      right: { ...acme('logo: acme.svg'), 'adopters/acme.svg': drawing },
    },
    {
      code: 'logo/size',
      about: 'A logo has more than 50 kB.',
      wrong: { ...acme('logo: acme.svg'), 'adopters/acme.svg': bytes('a drawing of 60 kB', ' '.repeat(60_000)) },
      right: { ...acme('logo: acme.svg'), 'adopters/acme.svg': drawing },
    },
    {
      code: 'logo/type',
      about: 'A logo is not what its name says.',
      wrong: { ...acme('logo: acme.webp'), 'adopters/acme.webp': png },
      right: { ...acme('logo: acme.png'), 'adopters/acme.png': png },
    },
    {
      code: 'logo/svg',
      about: 'A logo that is a drawing holds something that acts, loads or explodes.',
      wrong: { ...acme('logo: acme.svg'), 'adopters/acme.svg': actingDrawing },
      right: { ...acme('logo: acme.svg'), 'adopters/acme.svg': drawing },
    },
    {
      code: 'logo/unreadable',
      about: 'A logo breaks off before its end.',
      wrong: { ...acme('logo: acme.png'), 'adopters/acme.png': halfPng },
      right: { ...acme('logo: acme.png'), 'adopters/acme.png': png },
    },
    {
      code: 'logo/dimensions',
      about: 'A logo has more than 8,000 pixels on a side.',
      wrong: { ...acme('logo: acme.png'), 'adopters/acme.png': hugePng },
      right: { ...acme('logo: acme.png'), 'adopters/acme.png': png },
    },
    {
      code: 'adopter/twice',
      about: 'Two adopters have one name or one address.',
      wrong: { ...acme(), 'adopters/acme-inc.yaml': 'name: ACME\nurl: https://acme-inc.example/\nprojects: [flux]\n' },
      right: { ...acme(), 'adopters/bolt.yaml': 'name: Bolt\nurl: https://bolt.example/\nprojects: [flux]\n' },
    },
    {
      code: 'adopter/same-domain',
      about: 'The address of an adopter lies below that of another: perhaps the two are one.',
      wrong: { ...acme(), 'adopters/bolt.yaml': 'name: Bolt\nurl: https://acme.example/bolt/\nprojects: [flux]\n' },
      right: { ...acme(), 'adopters/bolt.yaml': 'name: Bolt\nurl: https://bolt.example/\nprojects: [flux]\n' },
    },
  ];
}
