import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { SubscribeByMail } from '@/components/ui/subscribe-by-mail';

describe('the form for email', () => {
  it('sends the address and the hidden fields to the provider, and says so', () => {
    const html = renderToStaticMarkup(
      <SubscribeByMail action="https://mail.example/join?a=1&b=2" field="EMAIL" hidden={{ tag: '"news"' }} />,
    );
    expect(html).toContain('action="https://mail.example/join?a=1&amp;b=2" method="post">');
    expect(html).toContain('<input type="hidden" name="tag" value="&quot;news&quot;"/>');
    expect(html).toMatch(
      /<label for="([^"]+)">Email address<\/label><input id="\1" type="email" required="" autoComplete="email"[^>]* name="EMAIL"/,
    );
    expect(html).toContain('Your address is sent to mail.example');
    expect(html).toContain('Subscribe by email</h2>');
  });

  it('has the usual name for the address, and what the community says', () => {
    const html = renderToStaticMarkup(
      <SubscribeByMail action="https://mail.example/" title="Letter" about="Monthly." />,
    );
    expect(html).toContain('name="email"');
    expect(html).toContain('Letter</h2><p>Monthly.</p>');
    expect(html).not.toContain('type="hidden"');
  });
});
