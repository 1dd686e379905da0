// <event-time>: adds the reader's own time where it differs from the event's. Without the script, the event's alone.
import { whenSettled } from '@/components/ui/when-settled';

class EventTimeElement extends HTMLElement {
  connectedCallback(): void {
    whenSettled(() => this.fill());
  }

  private fill(): void {
    const time = this.querySelector('time');
    // When something was over does not help anybody to be there.
    if (!time || this.querySelector('.your-time') || this.closest('[data-past]')) return;
    const instant = new Date(time.dateTime);
    if (Number.isNaN(instant.getTime())) return;
    const write = (locale: string | undefined, style: Intl.DateTimeFormatOptions) =>
      new Intl.DateTimeFormat(locale, style).format(instant);
    const text = time.textContent ?? '';
    // As the event's own time is written.
    if (text.includes(write('en-GB', { timeStyle: 'short' }))) return;
    const isSameDay = text.includes(write('en-GB', { dateStyle: 'long' }));
    const day = isSameDay ? '' : `${write(undefined, { weekday: 'short', day: 'numeric', month: 'short' })}, `;
    const note = document.createElement('span');
    note.className = 'your-time';
    note.textContent = ` (${day}${write(undefined, { timeStyle: 'short' })} your time)`;
    this.append(note);
  }
}

customElements.define('event-time', EventTimeElement);
