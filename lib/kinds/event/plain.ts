// An event as plain HTML, for feeds, Markdown versions and mail: a short list with when, where and who.
import { element, type HtmlNode, list } from '@/lib/base/html';
import { calendarPath, toUrl } from '@/lib/base/urls';
import { formatList, listParts, words } from '@/lib/base/words';
import { actionOf, type EventView, timesOf } from '@/lib/kinds/event/view';
import type { MarkdownRenderer, PlainOptions } from '@/lib/kinds/kind';

const said = words.kinds.event;

/** @param text takes the place of the description. */
export function plainEvent(
  event: EventView,
  markdown: MarkdownRenderer,
  { alone = false, text }: PlainOptions = {},
): HtmlNode {
  const link = element('a', { href: event.url }, alone ? said.details : event.title);
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

/** The times of some events as one table, and one calendar for all of them. */
export function plainTimes(events: readonly EventView[]): HtmlNode {
  if (events.length === 0) return null;
  const cells = timesOf(events).map(({ event, dateText, timeText }) => [
    [dateText, timeText].filter(Boolean).join(words.comma),
    [element('a', { href: event.url }, event.title), statusIn(event), recordingOf(event)],
    event.place,
  ]);
  const row = (tag: 'th' | 'td', texts: readonly HtmlNode[]) =>
    element(
      'tr',
      {},
      texts.map((text) => element(tag, {}, text)),
    );
  const { when, where } = words.events;
  return [
    element(
      'table',
      {},
      element('thead', {}, row('th', [when, said.title, where])),
      element(
        'tbody',
        {},
        cells.map((texts) => row('td', texts)),
      ),
    ),
    element('p', {}, element('a', { href: toUrl(calendarPath()) }, words.events.subscribe)),
  ];
}

/** After the title of an event that is cancelled or has moved. */
function statusIn({ status }: EventView): string | null {
  return status === 'confirmed' ? null : ` (${said[status]})`;
}

function recordingOf(event: EventView): HtmlNode {
  const action = actionOf(event);
  return action?.isExternal ? [' (', element('a', { href: action.url }, action.title), ')'] : null;
}

/** When, what, where and who, a line each, as plain text. */
export function eventFacts(event: EventView): string[] {
  const names = event.speakers.map(nameOf);
  return [...whenAndWhere(event), ...(names.length > 0 ? [said.speakers(formatList(names)).join('')] : [])];
}

function whenAndWhere({ status, dateText, timeText, repeatText, kindLabel, place }: EventView): string[] {
  return [
    { confirmed: undefined, cancelled: said.cancelled, moved: said.moved }[status],
    [dateText, timeText, repeatText].filter(Boolean).join(words.comma),
    [kindLabel, place === said.online ? said.onlineInLine : place].filter(Boolean).join(words.comma),
  ].filter((fact) => fact !== undefined);
}

function withSpeakers({ speakers }: EventView): HtmlNode {
  if (speakers.length === 0) return null;
  const names = speakers.map(
    ({ name, affiliation, url }): HtmlNode => [
      url ? element('a', { href: url }, name) : name,
      affiliation ? ` (${affiliation})` : null,
    ],
  );
  return [...said.speakers<HtmlNode>(listParts(names))];
}

function nameOf({ name, affiliation }: EventView['speakers'][number]): string {
  return affiliation ? `${name} (${affiliation})` : name;
}
