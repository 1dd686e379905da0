// From adopters, ecosystem entries and people to what is shown of them.
import type { AdopterView } from '@/components/adopters/adopter-wall';
import type { EcosystemView } from '@/components/ecosystem/ecosystem-list';
import type { PersonView } from '@/components/people/person-card';
import { daysBetween, toDayOrMonth } from '@/lib/base/dates';
import { personPath, toUrl } from '@/lib/base/urls';
import type { Community } from '@/lib/content/community';
import type { Content } from '@/lib/content/content';
import type { Adopter } from '@/lib/kinds/adopter/kind';
import type { EcosystemEntry } from '@/lib/kinds/ecosystem/kind';
import type { Person } from '@/lib/kinds/person/kind';
import { renderInline } from '@/lib/mdx/markdown';
import { toEntryPicture } from '@/lib/output/pictures/entry-pictures';

/** For how long an adopter is marked as new. */
const newForDays = 120;

export async function toAdopterView(adopter: Adopter, { pictures }: Community, now: Date): Promise<AdopterView> {
  const { id, name, url, about, story, joined } = adopter;
  const logo = adopter.logo === undefined ? undefined : pictures.get(`adopters/${adopter.logo}`);
  return {
    id,
    name,
    url,
    about,
    storyUrl: story,
    joinedText: joined && toDayOrMonth(joined),
    isNew: joined !== undefined && daysBetween(joined.start, now) <= newForDays,
    logo: logo && (await toEntryPicture(logo, 'adopters/logos')),
  };
}

export function toEcosystemView({ id, name, url, about, kind, joined }: EcosystemEntry): EcosystemView {
  return {
    id,
    name,
    url,
    about: renderInline(about),
    kind: capitalised(kind),
    joinedText: joined && toDayOrMonth(joined),
  };
}

export async function toPersonView(person: Person, { community, byId }: Content): Promise<PersonView> {
  const { id, name, affiliation, roles } = person;
  const picture = person.picture === undefined ? undefined : community.pictures.get(`people/${person.picture}`);
  return {
    id,
    name,
    url: toUrl(personPath(id)),
    affiliation,
    roles: (roles ?? []).map(({ role, project, of, since, until }) => {
      const projectName = project && (byId.projects.get(project)?.name ?? project);
      const subject = of && projectName ? `${of} (${projectName})` : (of ?? projectName);
      const from = since && `since ${toDayOrMonth(since)}`;
      const to = until && `until ${toDayOrMonth(until)}`;
      return [`${capitalised(role)}${subject ? ` of ${subject}` : ''}`, from, to].filter(Boolean).join(', ');
    }),
    picture: picture && (await toEntryPicture(picture, 'people/pictures')),
  };
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
