// Lists of adopters as the Hugo sites of communities have them, one per project.
import { z } from 'zod';
import type { AdopterFields } from '@/lib/kinds/adopter/schema';
import { sameAddress, sameName } from '@/lib/kinds/duplicates';
import type { Entry, ImportSource } from '@/lib/kinds/kind';

const text = z.string().optional().catch(undefined);
const listSchema = z.object({ project: z.string().optional(), companies: z.array(z.unknown()) });
const companySchema = z.object({ name: text, url: text, logo: text });

export const adopterSource: ImportSource<Entry<AdopterFields>> = {
  about: "Organisations from YAML lists in Hugo's shape",
  shape: 'adopters: {project, companies: [{name, url}]}',
  folder: 'data/adopters',
  example: 'data/adopters/1-flux-v2.yaml',
  parse(data) {
    const list = listSchema.safeParse(data.adopters ?? data).data;
    const toEntry = (company: unknown) => {
      const { name, url, logo } = companySchema.safeParse(company).data ?? {};
      return { name, url, picture: logo };
    };
    return list && { project: list.project, entries: list.companies.map(toEntry) };
  },
  isSame: (a, b) => sameName(a.name) === sameName(b.name) || sameAddress(a.url) === sameAddress(b.url),
  toFields: ({ name, url, picture }, projects, existing) => ({
    name,
    url,
    logo: picture,
    // That a list does not name other projects is no difference.
    projects: [...new Set([...(existing?.projects ?? []), ...projects])],
  }),
};
