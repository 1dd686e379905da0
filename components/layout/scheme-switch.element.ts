// <scheme-switch>: lets readers choose a colour scheme, which the browser remembers. Without the script, the system's is used.
import { applyScheme, schemeKey } from '@/components/layout/scheme';
import { whenSettled } from '@/components/ui/when-settled';

class SchemeSwitch extends HTMLElement {
  connectedCallback(): void {
    whenSettled(() => this.fill());
  }

  private fill(): void {
    if (this.firstChild) return;
    const set = document.createElement('fieldset');
    set.className = 'scheme';
    const legend = document.createElement('legend');
    legend.append('Colours');
    set.append(legend);
    const { scheme = 'system' } = document.documentElement.dataset;
    for (const name of ['System', 'Light', 'Dark']) {
      const input = document.createElement('input');
      input.type = 'radio';
      input.name = 'scheme';
      input.value = name.toLowerCase();
      const label = document.createElement('label');
      label.append(input, name);
      set.append(label);
      input.checked = input.value === scheme;
      input.addEventListener('change', () => {
        applyScheme(input.value);
        try {
          if (input.value === 'system') localStorage.removeItem(schemeKey);
          else localStorage.setItem(schemeKey, input.value);
        } catch {
          // Without storage, the choice applies to this page only.
        }
      });
    }
    this.append(set);
  }
}

customElements.define('scheme-switch', SchemeSwitch);
