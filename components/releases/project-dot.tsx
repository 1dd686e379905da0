// The colour of a project, as a dot before its name.

import { laneColor } from '@/components/releases/lane-color';

/** @param color `#rrggbb` */
export function ProjectDot({ color }: { color: string }) {
  return (
    <svg className="project-dot" viewBox="0 0 10 10" aria-hidden="true">
      <circle cx="5" cy="5" r="5" fill={laneColor(color)} />
    </svg>
  );
}
