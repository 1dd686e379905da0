// <event-time>: adds the time in the reader's time zone if it differs. Without the script, only the event's own time is shown.
import { defineElement, element } from '@/components/ui/custom-element';

defineElement('event-time', (host) => {
  const time = host.querySelector('time');
  // For past events the reader's time is of no use.
  if (!time || host.querySelector('.your-time') || host.closest('[data-past]')) return;
  const instant = new Date(time.dateTime);
  if (Number.isNaN(instant.getTime())) return;
  const write = (locale: string | undefined, style: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, style).format(instant);
  const text = time.textContent ?? '';
  // In the format of the event's own time.
  if (text.includes(write('en-GB', { timeStyle: 'short' }))) return;
  const isSameDay = text.includes(write('en-GB', { dateStyle: 'long' }));
  const day = isSameDay ? '' : `${write(undefined, { weekday: 'short', day: 'numeric', month: 'short' })}, `;
  const local = ` (${day}${write(undefined, { timeStyle: 'short' })} your time)`;
  host.append(element('span', { className: 'your-time' }, local));
});
