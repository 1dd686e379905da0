// <event-time>: adds the reader's own time where it differs from the event's. Without the script, the event's alone.
import { whenSettled } from '@/components/ui/when-settled';

class EventTimeElement extends HTMLElement {
  connectedCallback(): void {
    whenSettled(() => this.fill());
  }

  private fill(): void {
    const time = this.querySelector('time');
    if (!time || this.querySelector('.your-time')) return;
    const instant = new Date(time.dateTime);
    if (Number.isNaN(instant.getTime())) return;
    const options: Intl.DateTimeFormatOptions = {
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      hour: '2-digit',
      minute: '2-digit',
    };
    const own = new Intl.DateTimeFormat(undefined, options).format(instant);
    const clock = /\d{2}:\d{2}/.exec(new Intl.DateTimeFormat('en-GB', { timeStyle: 'short' }).format(instant))?.[0];
    if (clock && time.textContent?.includes(clock)) return;
    const note = document.createElement('span');
    note.className = 'your-time';
    note.textContent = ` (${own} your time)`;
    this.append(note);
  }
}

customElements.define('event-time', EventTimeElement);
