// Values of iCalendar components: times and zones, and text converted for events.
import windowsZones from 'cldr-core/supplemental/windowsZones.json' with { type: 'json' };
import type ICAL from 'ical.js';
import type { PhrasingContent, Root } from 'mdast';
import { toMarkdown } from 'mdast-util-to-markdown';
import { httpsUrl } from '@/lib/base/fields';
import { instantsOf, localTimeAt, nearestInstant, parseLocalTime, toOffsetTime } from '@/lib/base/zones';
import type { EventFields } from '@/lib/kinds/event/schema';
import { cleanText, htmlToText } from '@/lib/news/collect/clean';

/** An instant with the zone in which it was written, or a day as its 00:00 UTC. */
export interface When {
  readonly at: Date;
  readonly isDay?: boolean;
  readonly zone?: string | undefined;
}

/** The instant of a local time in a zone; undefined for a day, and without a zone. */
export function instantIn(time: string, zone: string | undefined): Date | undefined {
  const local = parseLocalTime(time);
  return local && zone ? nearestInstant(local, zone) : undefined;
}

/** A time as an event has it: a day, or a local time, with its offset if clocks show that time twice. */
export function spellTime({ at, isDay, zone = 'UTC' }: When): string {
  if (isDay) return at.toISOString().slice(0, 10);
  const local = localTimeAt(at, zone);
  const text = toOffsetTime(at, zone).replace(local.second === 0 ? /(?<=T..:..):00/ : '', '');
  return instantsOf({ ...local, offset: undefined }, zone).length === 1 ? text.slice(0, -6) : text;
}

/** The day of a time in a zone, by default in its own. */
export function toDay(when: When, zone = when.zone): string {
  return spellTime({ ...when, zone }).slice(0, 10);
}

/** When an entry begins. */
type PlacedTime = Pick<EventFields, 'start' | 'zone'>;

/** Whether an event begins at a time or, if one of the two is a day, on it. */
export function isAt(event: PlacedTime, other: PlacedTime): boolean {
  const at = instantIn(other.start, other.zone);
  const there = instantIn(event.start, event.zone);
  return at && there ? at.getTime() === there.getTime() : dayIn(event, other) === other.start.slice(0, 10);
}

/** The day of an event in the zone of another. */
export function dayIn({ start, zone }: PlacedTime, { zone: other }: Pick<EventFields, 'zone'>): string {
  const instant = instantIn(start, zone);
  return instant && other ? toDay({ at: instant, zone: other }) : start.slice(0, 10);
}

/** UNTIL as RFC 5545, section 3.3.10, has it: a date next to dates, UTC next to times. */
export function toUntil(text: string, start: When): string {
  const [, day = '', time, utc] = /^(\d{8})(?:T(\d{6})(Z)?)?$/.exec(text.replace(/[-:]/g, '')) ?? [];
  if (start.isDay || time === undefined) return `UNTIL=${day}`;
  if (utc) return `UNTIL=${day}T${time}Z`;
  const iso = `${day}T${time}`.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)$/, '$1-$2-$3T$4:$5:$6');
  return `UNTIL=${(instantIn(iso, start.zone)?.toISOString() ?? '').replace(/[-:]|\.\d+/g, '')}`;
}

/** By lower-case name, the zone of the territory "001", which stands for the whole world. */
const byName = new Map(
  windowsZones.supplemental.windowsZones.mapTimezones
    .filter(({ mapZone }) => mapZone._territory === '001')
    .map(({ mapZone }) => [mapZone._other.toLowerCase(), mapZone._type]),
);

/** The IANA name of a Windows zone (`W. Europe Standard Time`), in any case; undefined for any other name. */
export function zoneOfWindows(name: string): string | undefined {
  return byName.get(name.trim().toLowerCase());
}

/** Characters. */
const longest = { input: 50_000, description: 1_000 };

/** The first value of a property; undefined if it is missing, blank or not a text. */
export function textOf(component: ICAL.Component | undefined, name: string): string | undefined {
  const value = component?.getFirstPropertyValue(name);
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/** All texts of a property. */
export function textsOf(component: ICAL.Component, name: string): string[] {
  return component
    .getAllProperties(name)
    .flatMap((property) => property.getValues())
    .filter((value): value is string => typeof value === 'string');
}

/** Text, or HTML as some calendars have it, as Markdown that shows it unchanged; cut after whole paragraphs. */
export function toDescription(text: string): string | undefined {
  const isHtml = /<\/?(?:a|b|br|div|i|li|ol|p|span|strong|u|ul|html-blob)(?:\s[^<>]*)?\/?>/i.test(text);
  const start = text.slice(0, longest.input);
  // Google adds how to join its conferences below such a line.
  const plain = cleanText(isHtml ? htmlToText(start) : start).replace(/\n?-::~[\s\S]*$/, '');
  const paragraphs: string[] = [];
  let length = 0;
  for (const paragraph of plain.split(/\n\s*\n/).map((each) => each.trim())) {
    if (paragraph === '' || (length > 0 && length + paragraph.length > longest.description)) continue;
    paragraphs.push([...paragraph].slice(0, longest.description).join(''));
    length += paragraph.length;
  }
  if (paragraphs.length === 0) return undefined;
  const children: Root['children'] = paragraphs.map((each) => ({ type: 'paragraph', children: toPhrasing(each) }));
  return toMarkdown({ type: 'root', children }, { bullet: '-', emphasis: '_' }).trim();
}

function toPhrasing(paragraph: string): PhrasingContent[] {
  return paragraph.split('\n').flatMap((line, index): PhrasingContent[] => [
    ...(index > 0 ? [{ type: 'break' } as const] : []),
    ...line
      .replace(/\s+/g, ' ')
      .trim()
      .split(/(https:\/\/[^\s<>()[\]"']*[^\s<>()[\]"'.,;:!?])/)
      .filter((part) => part !== '')
      .map((value): PhrasingContent => {
        const text = { type: 'text', value } as const;
        return httpsUrl.safeParse(value).success ? { type: 'link', url: value, children: [text] } : text;
      }),
  ]);
}
