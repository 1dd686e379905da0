// What the pages' custom elements have in common.

/**
 * Defines an element without state. In dev the framework's scripts expect to find what they rendered, so it waits until they
 * have hydrated the page.
 *
 * @param fill changes the content of an element once it is in the page.
 */
export function defineElement(name: string, fill: (host: HTMLElement) => void): void {
  customElements.define(
    name,
    class extends HTMLElement {
      connectedCallback(): void {
        whenSettled(() => fill(this));
      }
    },
  );
}

/** Runs at once, unless the framework's scripts are in the page: then after they have hydrated it. */
export function whenSettled(run: () => void): void {
  // Built pages are without these scripts.
  if (process.env.NODE_ENV !== 'development' || !('__next_f' in window)) run();
  else if (document.readyState === 'complete') requestIdleCallback(run, { timeout: 2_000 });
  else addEventListener('load', () => requestIdleCallback(run, { timeout: 2_000 }), { once: true });
}

/** Makes an element with properties and content. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]>,
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

/** The key in the browser's storage. Without a value, the / key is on. */
export const slashKey = 'slash';
