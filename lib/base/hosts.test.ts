import { describe, expect, it } from 'vitest';
import { explainHost } from '@/lib/base/hosts';

const codeOf = (address: string) => explainHost(address, 'link')?.code;

describe('look-alike hosts, each next to a similar one that is accepted', () => {
  it.each([
    ['a Cyrillic letter', 'https://kеttle.example/', 'https://kettle.example/', 'link/look-alike'],
    ['it in another label', 'https://www.kеttle.example/', 'https://www.kettle.example/', 'link/look-alike'],
    ['it as Punycode', 'https://xn--kttle-4of.example/', 'https://xn--bcher-kva.example/', 'link/look-alike'],
    ['a Greek letter', 'https://kettlε.example/', 'https://kettle.example/', 'link/look-alike'],
    ['only letters that look Latin', 'https://саре.example/', 'https://пример.example/', 'link/look-alike'],
    ['those as Punycode', 'https://xn--80ak6ac.example/', 'https://xn--e1afmkfd.example/', 'link/look-alike'],
    ['those in Greek', 'https://αυτο.example/', 'https://ελλάδα.example/', 'link/look-alike'],
    ['those in Armenian', 'https://սօս.example/', 'https://հայաստան.example/', 'link/look-alike'],
    ['Cherokee', 'https://ꮪꭵꮯ.example/', 'https://සිංහල.example/', 'link/look-alike'],
    ['Thai and Latin', 'https://kettleไทย.example/', 'https://ไทย.example/', 'link/look-alike'],
    ['Cyrillic and Greek', 'https://примερ.example/', 'https://пример.example/', 'link/look-alike'],
    ['Cyrillic and Chinese', 'https://例え語а.example/', 'https://例え語a.example/', 'link/look-alike'],
    ['a phonetic letter', 'https://ɡithub.example/', 'https://øl.example/', 'link/look-alike'],
    ['a stroke over a letter', 'https://kettle.com\u0338login.example/', 'https://kettlé.example/', 'link/look-alike'],
    ['ノ between Latin letters', 'https://exampleノlogin.example/', 'https://ノート.example/', 'link/look-alike'],
    ['a zero of Bengali', 'https://g০০gle.example/', 'https://g00gle.example/', 'link/look-alike'],
    ['a fraction slash', 'https://a.example⁄b.example/', 'https://a.example/⁄b.example/', 'link/host'],
    ['a division slash', 'https://a.example∕b.example/', 'https://a.example/∕', 'link/host'],
    ['a big solidus', 'https://a.example⧸b.example/', 'https://a.example/b', 'link/host'],
    ['a box drawing', 'https://a.example╱b.example/', 'https://a.example/b', 'link/host'],
    ['an ideographic full stop', 'https://a。example.b.example/', 'https://a.example/。', 'link/host'],
    ['a full-width full stop', 'https://a．example.b.example/', 'https://a.example/．', 'link/host'],
    ['a half-width full stop', 'https://a｡example.b.example/', 'https://a.example/｡', 'link/host'],
    ['a dot leader', 'https://a․example.b.example/', 'https://a.example/', 'link/host'],
    ['a hyphenation point', 'https://a‧example.b.example/', 'https://col·lecció.example/', 'link/host'],
    ['a middle dot', 'https://a·example.b.example/', 'https://intel·ligent.example/', 'link/host'],
    ['full-width letters', 'https://ｋettle.example/', 'https://kettle.example/', 'link/host'],
    ['letters in circles', 'https://ⓚettle.example/', 'https://Kettle.example/', 'link/host'],
    ['a ligature', 'https://ﬂux.example/', 'https://tool.example/', 'link/host'],
    ['a letter as a percent sign', 'https://k%65ttle.example/', 'https://kettle.example/%65', 'link/host'],
    ['a number for a host', 'https://2130706433/', 'https://127.0.0.1/', 'link/host'],
    ['a backslash', 'https://a.example\\@b.example/', 'https://a.example/@b.example', 'link/host'],
    ['an em dash', 'https://a—b.example/', 'https://a-b.example/', 'link/host'],
    ['in capitals', 'HTTPS://KЕTTLE.EXAMPLE/', 'HTTPS://KETTLE.EXAMPLE:443/A', 'link/look-alike'],
    ['with a port', 'https://kеttle.example:8443/', 'https://kettle.example:8443/', 'link/look-alike'],
    ['in mail', 'mailto:ann@kеttle.example?subject=a', 'mailto:ann@kettle.example?subject=kе@kе', 'link/look-alike'],
    ['in the second recipient', 'mailto:a@b.example,c@kеttle.example', 'mailto:a@b.example', 'link/look-alike'],
  ])('%s', (_, bad, good, code) => {
    expect(codeOf(bad)).toBe(code);
    expect(codeOf(good)).toBeUndefined();
  });

  it.each([
    'https://bücher.example/',
    'https://faß.example/',
    'https://例え.example/',
    'https://日本語a.example/',
    'https://한국.example/',
    'https://שלום.example/',
    'https://भारत.example/',
    'https://ไทย.example/',
    'https://сор.рф/',
    'https://αυτο.ελ/',
    'https://i❤️.example/',
    'https://[::1]:3000/',
    'https://127.0.0.1/',
    'https://example.org./',
    'https://a_b.example/',
    'https://spaß-und-öl.example?a=1',
    'https://ドメイン・名.example/',
    'https://نامه\u200cای.example/',
  ])('%s is accepted', (address) => {
    expect(explainHost(address, 'url')).toBeUndefined();
  });

  it('reports the host that browsers use, and the misleading character', () => {
    expect(explainHost('https://a。b.example/', 'url')?.message).toBe(
      'browsers read the host "a。b.example" as "a.b.example"',
    );
    expect(explainHost('https://a⁄b.example/', 'url')).toMatchObject({
      code: 'url/host',
      message: 'the host "a⁄b.example" contains U+2044, which is not a letter or a digit',
    });
    expect(explainHost('https://kеttle.example/', 'url')?.message).toBe(
      'the domain "kеttle.example" mixes Latin and Cyrillic letters',
    );
  });
});
