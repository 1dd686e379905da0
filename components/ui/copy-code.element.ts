// <copy-code>: adds a button that copies the code inside it. Without the script, there is only the code.
import { defineElement, element } from '@/components/ui/custom-element';

defineElement('copy-code', (host) => {
  const pre = host.querySelector('pre');
  if (!pre || !navigator.clipboard || host.querySelector('button')) return;
  const button = element(
    'button',
    { type: 'button', className: 'copy-button', ariaLabel: scriptWords.copyCode },
    scriptWords.copy,
  );
  const status = element('span', { className: 'sr-only', role: 'status' });
  button.addEventListener('click', async () => {
    const done = await navigator.clipboard.writeText(pre.textContent ?? '').then(
      () => scriptWords.copied,
      () => scriptWords.notCopied,
    );
    button.textContent = done;
    status.textContent = done;
    setTimeout(() => {
      button.textContent = scriptWords.copy;
      status.textContent = '';
    }, 2000);
  });
  host.append(button, status);
});
