// A kind of file that `news new` can write.
import type { z } from 'zod';
import type { Community } from '@/lib/content/community';
import type { EntryBase } from '@/lib/kinds/kind';
import type { Recipe, WrittenFields } from '@/lib/kinds/recipe';
import type { PlannedFile } from '@/lib/news/check-planned';

interface Existing {
  readonly entry: EntryBase;
  readonly fields: WrittenFields;
}

/** A kind of file: what `news new` asks, and what it writes. */
export interface NewFile extends Recipe {
  /** As it is typed: `news new event`. */
  readonly name: string;
  readonly schema: z.ZodObject;
  /** Why an id is not a valid name for such a file. */
  idProblem(id: string): string | undefined;
  toFile(id: string, fields: WrittenFields): PlannedFile;
  /**
   * The entry that is meant, if it is there: of the id, or, where that was not chosen, with the same name, address or so on.
   *
   * @returns it, and of the fields those that may change it: not the name by which it was found.
   */
  findExisting?(
    community: Community,
    fields: WrittenFields,
    id: { readonly chosen?: string | undefined; readonly made: string },
  ): Existing | undefined;
}
