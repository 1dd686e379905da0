// What an announcement says of a post: a line of it, and what it covers, topic by topic.

import { toDay } from '@/lib/base/dates';
import { compare } from '@/lib/base/problems';
import { eventPath, releasePath, toHref } from '@/lib/base/urls';
import { counted } from '@/lib/base/words';
import type { LoadedContent } from '@/lib/content/load';
import type { Post } from '@/lib/content/posts';
import { nextOccurrences } from '@/lib/kinds/event/event';
import { toPlainText } from '@/lib/mdx/markdown';

/** One thing to tell, with its address where it has one. */
export interface Item {
  readonly text: string;
  readonly href?: string | undefined;
}

export interface Topic {
  readonly title: string;
  readonly items: readonly Item[];
  /** `names`: one sentence of names; `list`: a line each. */
  readonly form: 'list' | 'names';
}

export interface Announcement {
  readonly title: string;
  readonly description: string | undefined;
  readonly href: string;
  readonly topics: readonly Topic[];
}

/** @param now events that are over by then are not announced. */
export function toAnnouncement(post: Post, { community, posts }: LoadedContent, now: Date): Announcement {
  const { coverage } = post;
  const pick = <T extends { id: string }>(ids: readonly string[], from: readonly T[]): T[] =>
    ids.flatMap((id) => from.find((entry) => entry.id === id) ?? []);
  const projects = new Map(community.projects.map(({ id, name }) => [id, name]));
  const releases = pick(coverage.releases, community.releases).map(
    ({ project, version, breaking = [], highlights = [] }) => {
      const name = `${projects.get(project) ?? project} ${version}`;
      const [first] = highlights;
      const what =
        breaking.length > 0
          ? `${counted(breaking.length, 'breaking change')}, so read before you upgrade`
          : first && oneLine(toPlainText(first)).replace(/\.$/, '');
      return { text: what ? `${name}: ${what}` : name, href: toHref(releasePath(project, version)) };
    },
  );
  const events = pick(coverage.events, community.events).flatMap((event) => {
    const [next] = event.status === 'cancelled' ? [] : nextOccurrences(event, now, 1);
    if (!next) return [];
    const day = toDay(new Date(`${next.localStart.slice(0, 10)}T00:00:00Z`));
    return [{ text: `${day}: ${event.title}`, href: toHref(eventPath(event.id)), start: next.localStart }];
  });
  const named = (list: readonly { name: string }[]) => list.map(({ name }) => ({ text: name }));
  const topics: Topic[] = [
    { title: 'What shipped', form: 'list', items: releases },
    { title: 'When to meet', form: 'list', items: events.sort((a, b) => compare(a.start, b.start)) },
    { title: 'In a new role', form: 'names', items: named(pick(coverage.people, community.people)) },
    { title: 'New adopters', form: 'names', items: named(pick(coverage.adopters, community.adopters)) },
    { title: 'New in the ecosystem', form: 'names', items: named(pick(coverage.ecosystem, community.ecosystem)) },
    {
      title: 'Worth reading',
      form: 'list',
      items: coverage.posts.flatMap((url) => {
        const other = posts.find((each) => each.url === url && !each.draft);
        return other ? [{ text: other.title, href: toHref(other.url) }] : [];
      }),
    },
    { title: 'Thank you', form: 'names', items: coverage.contributors.map((name) => ({ text: name })) },
  ];
  return {
    title: post.title,
    description: post.description,
    href: toHref(post.url),
    topics: topics.filter(({ items }) => items.length > 0),
  };
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
