import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Footer } from '@/components/layout/footer';

const whole = {
  channels: [
    { title: 'Chat', url: 'https://chat.example/' },
    { title: 'All adopters', url: '/adopters/' },
  ],
  contentLicence: { name: 'CC BY 4.0', url: 'https://licence.example/' },
  trademarks: 'Names belong to their owners.',
  privacy: 'No tracking.',
};

const render = (community: NonNullable<Parameters<typeof Footer>[0]['community']>) =>
  renderToStaticMarkup(<Footer more={[]} community={community} />);

describe('the footer', () => {
  it('has the links and the sentences of the community', () => {
    const html = render(whole);
    expect(html).toContain('<a href="https://chat.example/" rel="external">Chat</a>');
    expect(html).toContain('<a href="/adopters/">All adopters</a>');
    expect(html).toContain(
      'Text is licensed under <a href="https://licence.example/" rel="external license">CC BY 4.0',
    );
    expect(html).toContain('<p>Names belong to their owners.</p><p>No tracking.</p>');
  });

  it('leaves out what the community leaves out, without an empty paragraph', () => {
    const html = render({ channels: [], privacy: '' });
    expect(html).toContain('<p>The code of this site is licensed under Apache-2.0.</p></div>');
    expect(html).not.toMatch(/<p><\/p>|Text is licensed|undefined/);
  });

  it('says that nothing is recorded of readers, unless the community says otherwise', () => {
    expect(render({ channels: [] })).toContain('<p>No tracking: no cookies, ');
    expect(render(whole)).not.toContain('no cookies');
  });
});
