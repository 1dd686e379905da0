// What an edition places, as a mail shows it: paragraphs, lists and headings, and no layout that a mail program could lose.
import { Fragment, type ReactNode } from 'react';
import { toDay, toDayOrMonth } from '@/lib/base/dates';
import { calendarPath, eventPath, personPath, releasePath, toUrl } from '@/lib/base/urls';
import { capitalised } from '@/lib/base/words';
import { localTimeAt, zoneName } from '@/lib/base/zones';
import type { LoadedContent } from '@/lib/content/load';
import type { Adopter } from '@/lib/kinds/adopter/kind';
import type { EcosystemEntry } from '@/lib/kinds/ecosystem/kind';
import { type Event, isOver, mainOccurrence } from '@/lib/kinds/event/event';
import type { Person } from '@/lib/kinds/person/kind';
import type { Release } from '@/lib/kinds/release/release';
import { renderInline, renderMarkdown } from '@/lib/mdx/markdown';

/** What entries are drawn with. */
export interface Surroundings {
  readonly content: LoadedContent;
  readonly now: Date;
}

interface Text {
  readonly children?: ReactNode;
}

export function ReleaseEntry({ release, content, children }: Text & Surroundings & { release: Release }) {
  const { project, version, date, highlights = [], breaking = [], security = [], upgrade, url } = release;
  const name = content.community.projects.find(({ id }) => id === project)?.name ?? project;
  return (
    <>
      <h3>
        <a href={toUrl(releasePath(project, version))}>
          {name} {version}
        </a>
      </h3>
      {date && <p className="small">{toDayOrMonth(date)}</p>}
      {breaking.length > 0 && (
        <div className="box breaking">
          <p>
            <strong>{breaking.length === 1 ? 'Breaking change' : `${breaking.length} breaking changes`}</strong>
          </p>
          <ol>
            {breaking.map(({ change, action }) => (
              <li key={change}>
                {renderInline(change)}
                <br />
                <strong>What to do:</strong> {renderInline(action)}
              </li>
            ))}
          </ol>
        </div>
      )}
      {security.length > 0 && (
        <div className="box security">
          <p>
            <strong>{security.length === 1 ? 'Security fix' : `${security.length} security fixes`}</strong>
          </p>
          <ul>
            {security.map(({ id, summary, url: href }) => (
              <li key={id}>
                <strong>{href ? <a href={href}>{id}</a> : id}</strong> {renderInline(summary)}
              </li>
            ))}
          </ul>
        </div>
      )}
      {highlights.length > 0 && (
        <ul>
          {highlights.map((highlight) => (
            <li key={highlight}>{renderInline(highlight)}</li>
          ))}
        </ul>
      )}
      {upgrade && renderMarkdown(upgrade)}
      {children}
      {url && (
        <p>
          <a href={url}>Release notes</a>
        </p>
      )}
    </>
  );
}

export function EventEntry({ event, content, now, children }: Text & Surroundings & { event: Event }) {
  const over = isOver(event, now);
  const cancelled = event.status === 'cancelled';
  const speakers = (event.speakers ?? []).map(({ name, affiliation }) => {
    const person = affiliation === undefined ? findPerson(content, name) : undefined;
    return { name: person?.name ?? name, affiliation, url: person && toUrl(personPath(person.id)) };
  });
  return (
    <>
      <h3>
        <a href={toUrl(eventPath(event.id))}>{event.title}</a>
      </h3>
      <p className="small">
        {whenOf(event, now)}
        {placeOf(event) && ` · ${placeOf(event)}`}
        {event.status && event.status !== 'confirmed' && <strong> · {capitalised(event.status)}</strong>}
        {speakers.length > 0 && (
          <>
            <br />
            With{' '}
            {speakers.map(({ name, affiliation, url }, index) => (
              <Fragment key={name}>
                {index > 0 && ', '}
                {url ? <a href={url}>{name}</a> : name}
                {affiliation && ` (${affiliation})`}
              </Fragment>
            ))}
          </>
        )}
      </p>
      {children ?? (event.description && renderMarkdown(event.description))}
      {over && event.recording && (
        <p>
          <a href={event.recording}>Watch the recording</a>
        </p>
      )}
      {!over && !cancelled && (
        <p>
          <a href={toUrl(calendarPath(event.id))}>Add to calendar</a>
        </p>
      )}
    </>
  );
}

export function PersonEntry({ person, content, children }: Text & Surroundings & { person: Person }) {
  const projects = new Map(content.community.projects.map(({ id, name }) => [id, name]));
  const lines = (person.roles ?? []).map(({ role, project, of, since, until }) => {
    const projectName = project && (projects.get(project) ?? project);
    const subject = of && projectName ? `${of} (${projectName})` : (of ?? projectName);
    const times = [since && `since ${toDayOrMonth(since)}`, until && `until ${toDayOrMonth(until)}`];
    return [`${capitalised(role)}${subject ? ` of ${subject}` : ''}`, ...times].filter(Boolean).join(', ');
  });
  return (
    <>
      <h3>
        <a href={toUrl(personPath(person.id))}>{person.name}</a>
      </h3>
      <p className="small">
        {[...lines, ...(person.affiliation ? [person.affiliation] : [])].map((line, index) => (
          <Fragment key={line}>
            {index > 0 && <br />}
            {line}
          </Fragment>
        ))}
      </p>
      {children}
    </>
  );
}

export function AdopterNames({ adopters }: { adopters: readonly Adopter[] }) {
  return (
    <ul>
      {adopters.map(({ id, name, url, story }) => (
        <li key={id}>
          <a href={url}>{name}</a>
          {story && (
            <>
              {' '}
              (<a href={story}>story</a>)
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

export function EcosystemEntries({ entries, rank }: { entries: readonly EcosystemEntry[]; rank: 3 | 4 }) {
  const Heading = `h${rank}` as const;
  return entries.map(({ id, name, url, about }) => (
    <Fragment key={id}>
      <Heading>
        <a href={url}>{name}</a>
      </Heading>
      <p>{about}</p>
    </Fragment>
  ));
}

export function Names({ names, content }: { names: readonly string[]; content: LoadedContent }) {
  return (
    <p>
      {names.map((name, index) => {
        const person = findPerson(content, name);
        return (
          <Fragment key={name}>
            {index > 0 && ', '}
            {person ? <a href={toUrl(personPath(person.id))}>{person.name}</a> : name}
          </Fragment>
        );
      })}
    </p>
  );
}

function findPerson({ community }: LoadedContent, name: string): Person | undefined {
  return community.people.find((person) => person.id === name || person.name.toLowerCase() === name.toLowerCase());
}

/** `Thursday, 3 March 2022, 10:00 PST`, of the next time or the last. */
function whenOf(event: Event, now: Date): string {
  const { start, end, allDay, localStart } = mainOccurrence(event, now);
  const first = new Date(`${localStart.slice(0, 10)}T00:00:00Z`);
  const spell = (day: Date) =>
    `${new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: 'UTC' }).format(day)}, ${toDay(day)}`;
  if (allDay) return end && toDay(end) !== toDay(first) ? `${spell(first)} to ${spell(end)}` : spell(first);
  const zone = event.zone ?? 'UTC';
  const clock = (instant: Date) => {
    const { hour, minute } = localTimeAt(instant, zone);
    return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
  };
  return `${spell(first)}, ${clock(start)}${end ? `–${clock(end)}` : ''} ${zoneName(zone, start)}`;
}

function placeOf({ location, online }: Event): string | undefined {
  if (location && online) return `${location} and online`;
  return location ?? (online ? 'Online' : undefined);
}
