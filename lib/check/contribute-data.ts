// What the answers to forms for new entries are made from: what readers may see, as the build knew it, in one file.
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { deserialize } from 'node:v8';
import type { Community } from '@/lib/content/community';
import type { Picture } from '@/lib/mdx/picture';

export interface ContributeData {
  /** Without the files that entries name: a server need not have them. */
  readonly community: Community;
  /** Every path of the site that content may link to. */
  readonly paths: ReadonlySet<string>;
  /** Logos and portraits, by the path that entries name them by: `adopters/anvil.svg`. */
  readonly pictures: ReadonlyMap<string, Pick<Picture, 'src' | 'width' | 'height'>>;
  /** The kinds for which the code host has a form. */
  readonly issueForms: ReadonlySet<string>;
}

/** The kinds for which the repository, in the working directory, has an issue form. */
export function findIssueForms(): ReadonlySet<string> {
  try {
    return new Set(readdirSync('.github/ISSUE_TEMPLATE').map((name) => name.replace(/\.yml$/, '')));
  } catch {
    return new Set();
  }
}

/** Reads the data. @throws {Error} if there is none. */
export async function readContributeData(path: string): Promise<ContributeData> {
  return deserialize(await readFile(path)) as ContributeData;
}
