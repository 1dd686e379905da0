import { expect, it } from 'vitest';
import { navigation, sectionTexts } from '@/lib/base/sections';
import { site } from '@/lib/site';
import type { NavigationEntry } from '@/lib/site-types';

it('gives each link of the navigation the title of its section, unless it has one', () => {
  expect(navigation.map(({ url }) => url)).toEqual(site.navigation.map(({ url }) => url));
  expect(navigation).toContainEqual({ url: '/events/', title: sectionTexts.events.title });
  // @ts-expect-error It is no section, and has no title.
  const untitled: NavigationEntry = { url: '/jobs/' };
  expect(untitled).not.toHaveProperty('title');
});
