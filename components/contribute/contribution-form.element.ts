// <contribution-form>: while one types, shows below the form what the site would answer. Without the script, a button sends the
// form. Adds lines where the last one is filled in, and proposes the reader's time zone.
import { element, whenSettled } from '@/components/ui/custom-element';

/** Milliseconds after the last key before the form is checked. */
const pause = 700;

/** The part of the page that changes with what is typed. */
const answerId = 'site-answer';

/** Without an answer, as while the site cannot be reached, nothing is shown, and the button is there. */
function clear(): void {
  document.getElementById(answerId)?.replaceWith(element('section', { id: answerId, hidden: true }));
}

customElements.define(
  'contribution-form',
  class extends HTMLElement {
    #request: XMLHttpRequest | undefined;
    #timer: ReturnType<typeof setTimeout> | undefined;
    /** The fields that the reader has left: only these are marked as wrong while one types. */
    readonly #left = new Set<string>();

    connectedCallback(): void {
      whenSettled(() => {
        const form = this.querySelector('form');
        if (!form || this.dataset.ready) return;
        this.dataset.ready = 'yes';
        proposeZone(form);
        this.addEventListener('input', (event) => {
          addLine(event.target);
          clearTimeout(this.#timer);
          // What is shown is no longer the answer to what is typed.
          document.getElementById(answerId)?.setAttribute('aria-busy', 'true');
          this.#timer = setTimeout(() => this.#check(form), pause);
        });
        // After a way back the browser has filled in what was typed.
        const isFilled = [...form.querySelectorAll('input')].some(({ type, value }) => type === 'text' && value !== '');
        if (isFilled && document.getElementById(answerId)?.hidden) this.#check(form);
        this.addEventListener('focusout', ({ target }) => {
          const name = target instanceof HTMLElement && target.closest<HTMLElement>('[data-field]')?.dataset.field;
          if (name) this.#left.add(name);
        });
      });
    }

    /** Asks for the answer. Text cannot become markup by script here (`require-trusted-types-for`); a response may be a document. */
    #check(form: HTMLFormElement): void {
      this.#request?.abort();
      const request = new XMLHttpRequest();
      this.#request = request;
      request.open('POST', form.action);
      request.responseType = 'document';
      request.addEventListener('load', () => {
        if (request.responseXML && request.status === 200) this.#show(form, request.responseXML);
        else clear();
      });
      request.addEventListener('error', clear);
      const entries = [...new FormData(form)].flatMap(([name, value]) =>
        typeof value === 'string' ? [[name, value]] : [],
      );
      request.send(new URLSearchParams(entries));
    }

    #show(form: HTMLFormElement, answered: Document): void {
      const id = answerId;
      const answer = answered.getElementById(id);
      const shown = document.getElementById(id);
      if (!answer || !shown) return;
      // What is still empty is no mistake yet, so the list of what is wrong comes when the form is sent.
      const isReady = answer.querySelector('[data-state="ready"]') !== null;
      const similar = answer.querySelector('[data-similar]');
      const next = isReady
        ? document.importNode(answer, true)
        : element('section', { id, hidden: !similar }, ...(similar ? [document.importNode(similar, true)] : []));
      shown.remove();
      // Below the form, so that it does not move what the reader is typing into.
      form.after(next);
      for (const field of form.querySelectorAll<HTMLElement>('[data-field]')) this.#mark(field, answered);
      nameRepeats(form, answered);
      const status = this.querySelector(':scope > [role="status"]');
      const title = (isReady ? answer.querySelector('h2') : similar?.querySelector('h3'))?.textContent ?? '';
      if (status && status.textContent !== title) status.textContent = title;
    }

    /** Marks a field as the answer does, unless the reader has not been there. */
    #mark(field: HTMLElement, answered: Document): void {
      const { field: name = '' } = field.dataset;
      const there = answered.querySelector(`[data-field="${CSS.escape(name)}"]`);
      const error = there?.querySelector('[data-error]');
      const old = field.querySelector('[data-error]');
      const input = field.querySelector(`#${CSS.escape(`field-${name}`)}`);
      if (!there || (error && !old && !this.#left.has(name))) return;
      old?.remove();
      if (error)
        (field.querySelector('.pair, .lines, label.tick, input, select, textarea') ?? field).before(
          document.importNode(error, true),
        );
      for (const attribute of ['aria-invalid', 'aria-describedby']) {
        const value = there.querySelector(`#${CSS.escape(`field-${name}`)}`)?.getAttribute(attribute);
        if (value) input?.setAttribute(attribute, value);
        else input?.removeAttribute(attribute);
      }
    }
  },
);

/** Names the weekday of the start in the ways in which an event may repeat. */
function nameRepeats(form: HTMLFormElement, answered: Document): void {
  for (const option of form.querySelectorAll<HTMLOptionElement>('[data-field="repeats"] option')) {
    const named = answered.querySelector(`[data-field="repeats"] option[value="${CSS.escape(option.value)}"]`);
    if (named) option.textContent = named.textContent;
  }
}

/** One more line where the last is filled in. */
function addLine(target: EventTarget | null): void {
  if (!(target instanceof HTMLInputElement)) return;
  const lines = target.closest('.lines');
  const inputs = lines?.querySelectorAll('input');
  if (!inputs || inputs[inputs.length - 1] !== target || target.value === '') return;
  const next = target.cloneNode() as HTMLInputElement;
  next.value = '';
  next.removeAttribute('id');
  next.ariaLabel = (target.ariaLabel ?? '').replace(/\p{N}+$/u, String(inputs.length + 1));
  target.after(next);
}

/** A button that fills in the time zone of this device. */
function proposeZone(form: HTMLFormElement): void {
  const input = form.querySelector<HTMLInputElement>('[data-field="zone"] input');
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  if (!input || !timeZone) return;
  const button = element(
    'button',
    { type: 'button', className: 'propose' },
    scriptWords.yourZone.replace('{zone}', timeZone),
  );
  button.addEventListener('click', () => {
    input.value = timeZone;
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    input.focus();
  });
  input.after(button);
}
