import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Callout } from '@/components/ui/callout';

describe('Callout', () => {
  it.each([
    ['note', 'Note'],
    ['tip', 'Tip'],
    ['important', 'Important'],
    ['warning', 'Warning'],
    ['caution', 'Caution'],
  ])('of the kind %s is titled and named %s', (kind, title) => {
    expect(renderToStaticMarkup(<Callout kind={kind}>text</Callout>)).toBe(
      `<aside class="callout callout-${kind}" aria-label="${title}"><p class="callout-title">${title}</p>text</aside>`,
    );
  });

  it.each(['danger', '', 'Note', 'constructor', '__proto__'])(
    'of the kind %j, which there is none of, is a note',
    (kind) => {
      expect(renderToStaticMarkup(<Callout kind={kind}>text</Callout>)).toBe(
        renderToStaticMarkup(<Callout kind="note">text</Callout>),
      );
    },
  );

  it('may be empty', () => {
    expect(renderToStaticMarkup(<Callout kind="tip" />)).toContain('</p></aside>');
  });
});
