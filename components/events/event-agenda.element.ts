// <event-agenda>: moves to the past what is over at reading time. Without the script, the order of the last build.
import { whenSettled } from '@/components/ui/when-settled';

class EventAgenda extends HTMLElement {
  connectedCallback(): void {
    whenSettled(() => this.sort());
  }

  private sort(): void {
    const past = this.querySelector('[data-list="past"] > ol');
    const now = Date.now();
    let moved = false;
    for (const item of this.querySelectorAll<HTMLElement>('[data-list="upcoming"] li[data-over]')) {
      if (new Date(item.dataset.over ?? '').getTime() > now) continue;
      item.querySelector('.event-card')?.setAttribute('data-past', 'true');
      item.querySelector('.action')?.remove();
      const month = item.querySelector('.agenda-month');
      const next = item.nextElementSibling;
      // What is left of the month keeps its name.
      if (month && next && !next.querySelector('.agenda-month')) next.prepend(month.cloneNode(true));
      if (past) past.prepend(item);
      else item.remove();
      moved = true;
    }
    if (!moved) return;
    this.querySelector('[data-list="past"]')?.removeAttribute('hidden');
    if (!this.querySelector('[data-list="upcoming"] li')) this.querySelector('[data-empty]')?.removeAttribute('hidden');
  }
}

customElements.define('event-agenda', EventAgenda);
