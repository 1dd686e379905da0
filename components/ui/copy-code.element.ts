// <copy-code>: adds a button that copies the code inside it. Without the script, there is only the code.
import { whenSettled } from '@/components/ui/when-settled';

class CopyCode extends HTMLElement {
  connectedCallback(): void {
    whenSettled(() => this.fill());
  }

  private fill(): void {
    const pre = this.querySelector('pre');
    if (!pre || !navigator.clipboard || this.querySelector('button')) return;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'copy-button';
    button.textContent = 'Copy';
    button.setAttribute('aria-label', 'Copy code');
    const status = document.createElement('span');
    status.className = 'sr-only';
    status.setAttribute('role', 'status');
    button.addEventListener('click', async () => {
      const done = await navigator.clipboard.writeText(pre.textContent ?? '').then(
        () => 'Copied',
        () => 'Could not copy',
      );
      button.textContent = done;
      status.textContent = done;
      setTimeout(() => {
        button.textContent = 'Copy';
        status.textContent = '';
      }, 2000);
    });
    this.append(button, status);
  }
}

customElements.define('copy-code', CopyCode);
