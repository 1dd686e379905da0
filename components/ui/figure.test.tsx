import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Gallery } from '@/components/ui/pictures';

const picture = { src: '/a.png', srcSet: '', width: 40, height: 30 };

describe('Gallery', () => {
  it('leads from each picture to the one before and the one after, round and round', () => {
    const pictures = ['one', 'two', 'three'].map((name) => ({ name, picture }));
    const html = renderToStaticMarkup(<Gallery pictures={pictures} />);
    const ids = [...html.matchAll(/<dialog id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(3);
    const targets = (word: string) =>
      [...html.matchAll(new RegExp(`popover[tT]arget="([^"]+)"[^>]*>${word}<`, 'g'))].map(([, id]) => id);
    expect(targets('Next')).toEqual([ids[1], ids[2], ids[0]]);
    expect(targets('Previous')).toEqual([ids[2], ids[0], ids[1]]);
    expect(targets('Close')).toEqual(ids);
  });

  it('offers no step where there is one picture', () => {
    const html = renderToStaticMarkup(<Gallery pictures={[{ name: 'lonely', picture }]} />);
    expect(html).toContain('Close');
    expect(html).not.toContain('Next');
  });

  it('has ids of its own for each gallery of a page', () => {
    const pictures = [{ name: 'one', picture }];
    const html = renderToStaticMarkup(
      <>
        <Gallery pictures={pictures} />
        <Gallery pictures={pictures} />
      </>,
    );
    const ids = [...html.matchAll(/<dialog id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(2);
  });
});
