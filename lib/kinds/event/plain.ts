// An event as plain HTML, for feeds, Markdown versions and mail: a short list with when, where and who.
import { element, type HtmlNode, list } from '@/lib/base/html';
import type { EventView } from '@/lib/kinds/event/view';
import type { MarkdownRenderer } from '@/lib/kinds/kind';

export function plainEvent(
  event: EventView,
  markdown: MarkdownRenderer,
  { alone = false, text }: { alone?: boolean; text?: HtmlNode } = {},
): HtmlNode {
  const link = element('a', { href: event.url }, alone ? 'Details and calendar' : event.title);
  const items: HtmlNode[] = factsOf(event);
  const description = event.description === undefined ? null : markdown.block(event.description);
  return [
    alone ? null : element('p', { className: ['entry-title'] }, element('strong', {}, link)),
    list(alone ? [...items, link] : items),
    text ?? description,
    actionOf(event, alone),
  ];
}

/** Whether it is moved or cancelled, when, what and where, who: a line each. */
export function factsOf(event: EventView): string[] {
  const { status, dateText, timeText, kindLabel, place, repeatText, speakers } = event;
  const names = speakers.map(({ name, affiliation }) => (affiliation ? `${name} (${affiliation})` : name));
  return [
    { confirmed: undefined, cancelled: 'Cancelled', moved: 'Moved' }[status],
    [dateText, timeText, repeatText].filter(Boolean).join(', '),
    [kindLabel, place === 'Online' ? 'online' : place].filter(Boolean).join(', '),
    names.length > 0 ? `With ${names.join(', ')}` : undefined,
  ].filter((fact) => fact !== undefined);
}

/** One action, as on its card: watch it, or put it into one's calendar. A feed entry of its own leads there anyway. */
function actionOf({ recordingUrl, calendarUrl, isOver, status }: EventView, alone: boolean): HtmlNode {
  if (recordingUrl) return element('p', {}, element('a', { href: recordingUrl }, 'Watch the recording'));
  if (alone || isOver || status === 'cancelled') return null;
  return element('p', {}, element('a', { href: calendarUrl }, 'Add to calendar'));
}
