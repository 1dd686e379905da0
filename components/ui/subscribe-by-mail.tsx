// The form of a mail provider, with which readers subscribe by email. It needs no script.
import { Sentence } from '@/components/ui/inline';
import { words } from '@/lib/base/words';
import type { MailForm } from '@/lib/site-types';

const said = words.subscribe;

/** What the reader types is sent to the provider alone, which the page says. */
export function SubscribeByMail({ action, field = 'email', hidden = {}, title, about }: MailForm) {
  return (
    <>
      <h2 id="site-mail">{title ?? said.mail}</h2>
      {about && <p>{about}</p>}
      <form method="post" action={action} className="mail-form">
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <label htmlFor="site-mail-address">{said.mailAddress}</label>
        <input
          id="site-mail-address"
          type="email"
          name={field}
          required
          autoComplete="email"
          maxLength={254}
          dir="ltr"
          aria-describedby="site-mail-about"
        />
        <button type="submit" className="button">
          {said.mailButton}
        </button>
      </form>
      <p id="site-mail-about" className="byline">
        <Sentence words={said.mailAbout}>{new URL(action).host}</Sentence>
      </p>
    </>
  );
}
