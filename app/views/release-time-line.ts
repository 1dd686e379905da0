// From releases to the lanes of their time line.

import { toDayOrMonth } from '@/lib/base/dates';
import { releasePath, toUrl } from '@/lib/base/urls';
import type { Project } from '@/lib/content/community';
import type { Release } from '@/lib/kinds/release/release';

/** A lane a project, over the time from the first release that has a date until `now`. */
export function toTimeLine(projects: readonly (readonly [Project, readonly Release[]])[], now: Date) {
  const lanes = projects.flatMap(([project, releases]) => {
    const dated = releases.flatMap(({ version, date, breaking, security }) =>
      date
        ? [
            {
              version,
              date: date.start,
              label: `${project.name} ${version}`,
              when: toDayOrMonth(date),
              url: toUrl(releasePath(project.id, version)),
              breaking: (breaking?.length ?? 0) > 0,
              secured: (security?.length ?? 0) > 0,
            },
          ]
        : [],
    );
    return dated.length > 0 ? [{ name: project.name, color: project.color, releases: dated }] : [];
  });
  const first = Math.min(...lanes.flatMap((lane) => lane.releases.map(({ date }) => date.getTime())));
  return { lanes, from: Number.isFinite(first) ? new Date(first) : now, to: now };
}
