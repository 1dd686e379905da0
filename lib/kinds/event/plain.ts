// An event as plain HTML, for feeds, Markdown versions and mail: a short list with when, where and who.
import { element, type HtmlNode, list } from '@/lib/base/html';
import { actionOf, type EventView } from '@/lib/kinds/event/view';
import type { MarkdownRenderer, PlainOptions } from '@/lib/kinds/kind';

/** @param text takes the place of the description. */
export function plainEvent(
  event: EventView,
  markdown: MarkdownRenderer,
  { alone = false, text }: PlainOptions = {},
): HtmlNode {
  const link = element('a', { href: event.url }, alone ? 'Details and calendar' : event.title);
  const items: HtmlNode[] = [...whenAndWhere(event), withSpeakers(event), alone ? link : null];
  const action = actionOf(event);
  return [
    alone ? null : element('p', { className: ['entry-title'] }, element('strong', {}, link)),
    list(items.filter((item) => item !== null)),
    text ?? (event.description === undefined ? null : markdown.block(event.description)),
    // A feed entry of its own leads to the calendar anyway.
    action && !(alone && action.url === event.calendarUrl)
      ? element('p', {}, element('a', { href: action.url }, action.title))
      : null,
  ];
}

/** When, what, where and who, a line each, as plain text. */
export function eventFacts(event: EventView): string[] {
  const names = event.speakers.map(nameOf);
  return [...whenAndWhere(event), ...(names.length > 0 ? [`With ${names.join(', ')}`] : [])];
}

function whenAndWhere({ status, dateText, timeText, repeatText, kindLabel, place }: EventView): string[] {
  return [
    { confirmed: undefined, cancelled: 'Cancelled', moved: 'Moved' }[status],
    [dateText, timeText, repeatText].filter(Boolean).join(', '),
    [kindLabel, place === 'Online' ? 'online' : place].filter(Boolean).join(', '),
  ].filter((fact) => fact !== undefined);
}

function withSpeakers({ speakers }: EventView): HtmlNode {
  if (speakers.length === 0) return null;
  return [
    'With ',
    ...speakers.map(
      ({ name, affiliation, url }, index): HtmlNode => [
        index > 0 ? ', ' : null,
        url ? element('a', { href: url }, name) : name,
        affiliation ? ` (${affiliation})` : null,
      ],
    ),
  ];
}

function nameOf({ name, affiliation }: EventView['speakers'][number]): string {
  return affiliation ? `${name} (${affiliation})` : name;
}
