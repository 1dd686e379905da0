// `news collect releases`: the releases of the projects' repositories, from GitHub.
import { z } from 'zod';
import { toDateTime } from '@/lib/base/dates';
import { countedInFigures } from '@/lib/base/english';
import type { Project } from '@/lib/content/community';
import { release as releaseKind } from '@/lib/kinds/release/kind';
import { cleanText } from '@/lib/news/collect/clean';
import { type Candidate, type Collecting, collectEach } from '@/lib/news/collect/collecting';
import { quoted, repositoriesOf } from '@/lib/news/collect/github';
import { reduceNotes } from '@/lib/news/collect/notes';

// https://docs.github.com/rest/releases/releases#list-releases
const releaseSchema = z.object({
  tag_name: z.string(),
  html_url: z.string(),
  draft: z.boolean(),
  prerelease: z.boolean(),
  published_at: z.iso.datetime().nullable(),
  body: z.string().nullish(),
});

type GitHubRelease = z.output<typeof releaseSchema>;

/** Collects releases. @param since 00:00 UTC of the first day. @returns whether every repository could be read. */
export function collectReleases(projects: readonly Project[], since: Date, collecting: Collecting): Promise<boolean> {
  const sources = repositoriesOf(projects, collecting.log).map(({ name, project }) => ({
    name,
    read: () => readReleases(name, project, since, collecting),
  }));
  return collectEach(sources, (candidates) => candidates, collecting);
}

async function readReleases(name: string, project: Project, since: Date, { github, log, community }: Collecting) {
  const isOld = (item: unknown) => {
    const date = releaseSchema.safeParse(item).data?.published_at;
    return date != null && new Date(date) < since;
  };
  const items = await github.list(`/repos/${name}/releases?per_page=100`, {
    isEnough: (page) => page.every(isOld),
  });
  const skipped: string[] = [];
  const candidates = items.flatMap((item): Candidate[] => {
    const { data } = releaseSchema.safeParse(item);
    if (!data) {
      skipped.push('one that does not have the documented form');
      return [];
    }
    if (data.draft || data.published_at === null || isOld(item)) return [];
    const version = versionOf(data.tag_name, project);
    if (version === undefined) {
      skipped.push(`${quoted(data.tag_name)}, which is not a version`);
      return [];
    }
    const id = `${project.id}-${version}`.toLowerCase().replaceAll('+', '-');
    const existing = community.releases.find((each) => each.project === project.id && each.version === version);
    return [{ kind: releaseKind, id, source: name, fields: toFields(data, version, name, project, log), existing }];
  });
  if (skipped.length > 0) {
    const more = skipped.length > 3 ? ` and ${skipped.length - 3} more` : '';
    log(`${name}: skipped ${skipped.slice(0, 3).join('; ')}${more}`);
  }
  log(`${name}: ${countedInFigures(candidates.length, 'release')} since ${toDateTime(since)}`);
  return candidates;
}

/** The version of a tag: `v0.27.0`, `tool-0.27.0`, `tool/v0.27.0`. */
function versionOf(tag: string, { id }: Project): string | undefined {
  const rest = tag.startsWith(`${id}-`) || tag.startsWith(`${id}/`) ? tag.slice(id.length + 1) : tag;
  return /^v?(\d+(?:\.\d+)*(?:[-+.][0-9A-Za-z.-]+)?)$/.exec(rest)?.[1];
}

function toFields(
  { tag_name, html_url, prerelease, published_at, body }: GitHubRelease,
  version: string,
  name: string,
  project: Project,
  log: Collecting['log'],
) {
  const base = `https://github.com/${name}/blob/${encodeURIComponent(tag_name)}/`;
  const { highlights, breaking, remarks } = reduceNotes(body ?? '', base);
  for (const remark of remarks) log(`${name} ${version}: ${remark}`);
  const url = cleanText(html_url);
  const action = `Read the [release notes](${url}) before you upgrade.`;
  if (breaking.length > 0)
    log(`${name} ${version}: write what users have to do about each breaking change, under "action:"`);
  return {
    project: project.id,
    version,
    date: published_at?.slice(0, 10),
    prerelease: prerelease || undefined,
    url,
    highlights: highlights.length > 0 ? highlights : undefined,
    breaking: breaking.length > 0 ? breaking.map((change) => ({ change, action })) : undefined,
  };
}
