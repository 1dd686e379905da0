// What an ecosystem entry's file may contain.
import { z } from 'zod';
import { dayOrMonth, field, httpsUrl, text } from '@/lib/base/fields';

/** An ecosystem entry, `ecosystem/<id>.yaml`. */
export const ecosystemSchema = z.strictObject({
  name: field(text, 'What it is called.', 'Flamingo'),
  url: field(httpsUrl, 'Its URL.', 'https://github.com/example/flamingo'),
  about: field(text, 'What it does, in a sentence.', 'Lets two tools work together.'),
  kind: field(
    text,
    'What kind of thing it is: controller, tool, extension, integration, platform, plugin.',
    'integration',
  ),
  joined: field(dayOrMonth.optional(), 'When it was added: a day or a month.', '2022-04'),
});

export type EcosystemFields = z.output<typeof ecosystemSchema>;
