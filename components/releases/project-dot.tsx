// The colour of a project, as a dot before its name.

/** @param color `#rrggbb` */
export function ProjectDot({ color }: { color: string }) {
  return (
    <svg className="project-dot" viewBox="0 0 10 10" aria-hidden="true">
      <circle cx="5" cy="5" r="5" fill={color} />
    </svg>
  );
}
