// <event-agenda>: moves events that are over to the past ones. Without the script, the order is that of the last build.
import { defineElement } from '@/components/ui/custom-element';

defineElement('event-agenda', (host) => {
  const past = host.querySelector('[data-list="past"] > ol');
  const now = Date.now();
  let moved = false;
  for (const item of host.querySelectorAll<HTMLElement>('[data-list="upcoming"] li[data-over]')) {
    if (new Date(item.dataset.over ?? '').getTime() > now) continue;
    item.querySelector('.event-card')?.setAttribute('data-past', 'true');
    item.querySelector('.action')?.remove();
    const month = item.querySelector('.agenda-month');
    const next = item.nextElementSibling;
    // The rest of the month keeps its heading.
    if (month && next && !next.querySelector('.agenda-month')) next.prepend(month.cloneNode(true));
    if (past) past.prepend(item);
    else item.remove();
    moved = true;
  }
  if (!moved) return;
  host.querySelector('[data-list="past"]')?.removeAttribute('hidden');
  if (!host.querySelector('[data-list="upcoming"] li')) host.querySelector('[data-empty]')?.removeAttribute('hidden');
});
