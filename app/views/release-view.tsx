// From a release to what is shown of it.
import type { ReleaseView } from '@/components/releases/release-view';
import { toDayOrMonth } from '@/lib/base/dates';
import { releasePath, toUrl } from '@/lib/base/urls';
import type { Content } from '@/lib/content/content';
import type { Release } from '@/lib/kinds/release/release';
import { renderInline, renderMarkdown } from '@/lib/mdx/markdown';

export function toReleaseView(release: Release, { byId }: Content): ReleaseView {
  const project = byId.projects.get(release.project);
  return {
    id: release.id,
    url: toUrl(releasePath(release.project, release.version)),
    project: project?.name ?? release.project,
    color: project?.color ?? '#888888',
    version: release.version,
    dateText: release.date && toDayOrMonth(release.date),
    datetime: release.date?.text,
    notesUrl: release.url,
    highlights: (release.highlights ?? []).map(renderInline),
    breaking: (release.breaking ?? []).map(({ change, action }) => ({
      change: renderInline(change),
      action: renderInline(action),
    })),
    security: (release.security ?? []).map(({ id, summary, url }) => ({ id, summary: renderInline(summary), url })),
    upgrade: release.upgrade && renderMarkdown(release.upgrade),
  };
}
