// `news collect releases`: the releases of the family's repositories, from GitHub.
import { z } from 'zod';
import { toDateTime } from '@/lib/base/dates';
import type { Project } from '@/lib/content/community';
import { release as releaseKind } from '@/lib/kinds/release/kind';
import { cleanText } from '@/lib/news/collect/clean';
import { type Candidate, type Collecting, readEach, type Source, settle } from '@/lib/news/collect/collecting';
import { quoted, repositoryName } from '@/lib/news/collect/github';
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

/**
 * Brings in what was released.
 *
 * @param projects whose repositories are asked.
 * @param since 00:00 UTC of the first day whose releases count.
 * @returns whether every repository could be read.
 */
export async function collectReleases(
  projects: readonly Project[],
  since: Date,
  collecting: Collecting,
): Promise<boolean> {
  const { tell } = collecting;
  const sources = projects.flatMap((project): Source<Candidate[]>[] => {
    const name = repositoryName(project.repository);
    if (name !== undefined) return [{ name, read: () => readReleases(name, project, since, collecting) }];
    tell(`${project.id}: passed over: its repository is not at GitHub`);
    return [];
  });
  const { readings, failed } = await readEach(sources, collecting);
  await settle(
    readings.flatMap(({ value }) => value),
    collecting,
  );
  return failed.length === 0;
}

async function readReleases(name: string, project: Project, since: Date, { github, tell, community }: Collecting) {
  const isOld = (item: unknown) => {
    const { data } = releaseSchema.safeParse(item);
    return data?.published_at != null && new Date(data.published_at) < since;
  };
  const { value, standIns } = await github.list(`/repos/${name}/releases?per_page=100`, {
    isEnough: (items) => items.every(isOld),
  });
  const strange: string[] = [];
  const candidates = value.flatMap((item): Candidate[] => {
    const { data } = releaseSchema.safeParse(item);
    if (!data) {
      strange.push('one that has not the form that GitHub documents');
      return [];
    }
    if (data.draft || data.published_at === null || isOld(item)) return [];
    const version = versionOf(data.tag_name, project);
    if (version === undefined) {
      strange.push(`${quoted(data.tag_name)}, which is no version`);
      return [];
    }
    const id = `${project.id}-${version}`.toLowerCase().replaceAll('+', '-');
    const existing = community.releases.find(
      (release) => release.project === project.id && release.version === version,
    );
    return [{ kind: releaseKind, id, source: name, fields: toFields(data, version, name, project, tell), existing }];
  });
  if (strange.length > 0) {
    const more = strange.length > 3 ? ` and ${strange.length - 3} more` : '';
    tell(`${name}: left out ${strange.slice(0, 3).join('; ')}${more}`);
  }
  tell(`${name}: ${candidates.length} ${candidates.length === 1 ? 'release' : 'releases'} since ${toDateTime(since)}`);
  return { value: candidates, standIns };
}

/** The version of a tag: `v0.27.0`, `flux-0.27.0`, `flux/v0.27.0`. */
function versionOf(tag: string, { id }: Project): string | undefined {
  const rest = tag.startsWith(`${id}-`) || tag.startsWith(`${id}/`) ? tag.slice(id.length + 1) : tag;
  return /^v?(\d+(?:\.\d+)*(?:[-+.][0-9A-Za-z.-]+)?)$/.exec(rest)?.[1];
}

function toFields(
  { tag_name, html_url, prerelease, published_at, body }: GitHubRelease,
  version: string,
  name: string,
  project: Project,
  tell: Collecting['tell'],
) {
  const base = `https://github.com/${name}/blob/${encodeURIComponent(tag_name)}/`;
  const { highlights, breaking, remarks } = reduceNotes(body ?? '', base);
  for (const remark of remarks) tell(`${name} ${version}: ${remark}`);
  const url = cleanText(html_url);
  if (breaking.length > 0) tell(`${name} ${version}: say what to do about what breaks, under "action:"`);
  return {
    project: project.id,
    version,
    date: published_at?.slice(0, 10),
    prerelease: prerelease || undefined,
    url,
    highlights: highlights.length > 0 ? highlights : undefined,
    breaking:
      breaking.length > 0
        ? breaking.map((change) => ({ change, action: `Read the [release notes](${url}) before you upgrade.` }))
        : undefined,
  };
}
