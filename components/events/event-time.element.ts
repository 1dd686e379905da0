// <event-time>: adds the time in the reader's time zone if it differs. Without the script, only the event's own time is shown.
import { defineElement, element } from '@/components/ui/custom-element';

defineElement('event-time', (host) => {
  const time = host.querySelector('time');
  // For past events the reader's time is of no use.
  if (!time || host.querySelector('.your-time') || host.closest('[data-past]')) return;
  const instant = new Date(time.dateTime);
  if (Number.isNaN(instant.getTime())) return;
  // The clock where the event takes place, and the reader's: `2022-03-03T10:00`.
  const { local = '' } = host.dataset;
  const here = new Date(instant.getTime() - instant.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
  if (here === local) return;
  // In the format that the reader's browser is set to.
  const write = (style: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(undefined, style).format(instant);
  const isSameDay = here.slice(0, 10) === local.slice(0, 10);
  const text = (isSameDay ? scriptWords.yourTime : scriptWords.yourDayAndTime)
    .replace('{day}', write({ weekday: 'short', day: 'numeric', month: 'short' }))
    .replace('{time}', write({ timeStyle: 'short' }));
  host.append(scriptWords.space, element('span', { className: 'your-time' }, text));
});
