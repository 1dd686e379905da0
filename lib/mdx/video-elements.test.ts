import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { compileBody } from '@/lib/mdx/compile';
import { inspectBody } from '@/lib/mdx/inspect';
import { renderBody } from '@/lib/mdx/render';

const pictures = new Map([['still.png', { src: '/p/still.png', width: 300, height: 200, srcSet: '' }]]);
const place = ({ kind, alt, href }: { kind: string; alt: string; href?: string }) =>
  createElement('i', { title: href }, `${kind}: ${alt}`);

async function htmlOf(body: string): Promise<string> {
  const hasPublicFile = (path: string) => path === '/videos/a.webm' || path === '/videos/a.mp4';
  const compiled = await compileBody(body, { format: 'md', pictures, hasPublicFile });
  // React and the flattened parts spell attributes without a value differently.
  return renderToStaticMarkup(renderBody(compiled, { 'picture-place': place }))
    .replace(/=""/g, '')
    .replace('playsInline', 'playsinline');
}

describe('a video in HTML', () => {
  it('has controls and does not start by itself if the site serves it', async () => {
    expect(
      await htmlOf(
        '<video src="/videos/a.mp4" poster="still.png" width="300" title="A demo" autoplay muted onplay="a()"/></video>',
      ),
    ).toContain(
      '<video controls preload="none" playsinline aria-label="A demo" width="300" muted poster="/p/still.png"><source src="/videos/a.mp4"/></video>',
    );
    expect(
      await htmlOf(
        '<video controls>\n<source src="/videos/a.webm" type="video/webm"><source src="https://example.org/a.mp4">\nA demo\n</video>',
      ),
    ).toContain(
      '<video controls preload="none" playsinline aria-label="A demo"><source src="/videos/a.webm" type="video/webm"/></video>',
    );
  });

  it('becomes a link if it is external, and is reported if it is missing', async () => {
    expect(await htmlOf('<video src="https://example.org/a.mp4" title="A demo" controls></video>')).toContain(
      '<i title="https://example.org/a.mp4">video: A demo</i>',
    );
    expect(await htmlOf('<video src="a.mp4">A demo</video>')).toContain('<i>video: A demo</i>');
    expect(await htmlOf('<video src="javascript:a()" title="A demo"/></video>')).toContain('<i>video: A demo</i>');
    expect(await htmlOf('<video poster="https://example.org/p.png" src="/videos/a.mp4"/></video>')).not.toContain(
      'poster',
    );
  });

  it('lists the files that it needs', () => {
    const { references } = inspectBody(
      '<video src="a.mp4" poster="b.png"></video>\n\n<video><source src="c.mp4"/></video>',
      'md',
    ).inspection;
    expect(references.map(({ kind, address }) => `${kind} ${address}`)).toEqual([
      'picture b.png',
      'video a.mp4',
      'video c.mp4',
    ]);
  });
});
