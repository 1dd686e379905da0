// What an adopter's file may contain.
import { z } from 'zod';
import { dayOrMonth, field, httpsUrl, projectId, text } from '@/lib/base/fields';

const logo = z.string().regex(/^[^/\\]+\.(?:svg|png|webp)$/i, 'is not a file name that ends in .svg, .png or .webp');

/** An adopter, `adopters/<id>.yaml`. */
export const adopterSchema = z.strictObject({
  name: field(text, 'What the organisation is called.', 'Volvo Cars'),
  url: field(httpsUrl, 'Its website.', 'https://www.volvocars.com/'),
  logo: field(
    logo.optional(),
    'Its logo: the name of a file next to this one (SVG, PNG or WebP, up to 50 kB).',
    'volvo-cars.svg',
  ),
  projects: field(
    z.array(projectId).min(1, 'needs at least one project'),
    'What it uses, by the ids of projects.yaml.',
    ['tool'],
  ),
  joined: field(dayOrMonth.optional(), 'When it joined: a day or a month.', '2022-02'),
  kind: field(text.optional(), 'What kind of organisation it is.', 'Manufacturer'),
  about: field(text.optional(), 'What it does with the projects, in a sentence.', 'Runs its clusters with it.'),
  story: field(httpsUrl.optional(), 'A case study.', 'https://example.org/story'),
});

export type AdopterFields = z.output<typeof adopterSchema>;
