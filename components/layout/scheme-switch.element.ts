// <scheme-switch>: lets readers choose a colour scheme, which the browser remembers. Without the script, the system's is used.
import { applyScheme, schemeKey } from '@/components/layout/scheme';
import { defineElement, element } from '@/components/ui/custom-element';

defineElement('scheme-switch', (host) => {
  if (host.firstChild) return;
  const { scheme = 'system' } = document.documentElement.dataset;
  const labels = Object.entries(scriptWords.schemes).map(([value, name]) => {
    const input = element('input', { type: 'radio', name: 'scheme', value, checked: value === scheme });
    input.addEventListener('change', () => {
      applyScheme(value);
      try {
        if (value === 'system') localStorage.removeItem(schemeKey);
        else localStorage.setItem(schemeKey, value);
      } catch {
        // Without storage, the choice applies to this page only.
      }
    });
    return element('label', {}, input, name);
  });
  host.append(element('fieldset', { className: 'scheme' }, element('legend', {}, scriptWords.colours), ...labels));
});
