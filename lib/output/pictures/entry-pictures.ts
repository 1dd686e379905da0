// Pictures that entries name, such as logos and portraits, ready to be shown.
import type { ServedFile } from '@/lib/base/served-file';
import { toUrl } from '@/lib/base/urls';
import { measure } from '@/lib/output/pictures/pictures';

/** A picture of an entry. The address is written as it goes into the page. */
export interface EntryPicture {
  readonly src: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/**
 * A picture that an entry names.
 *
 * @param path where the site serves the pictures of its kind: `/people/pictures/`.
 * @throws {Error} if it is not a picture.
 */
export async function toEntryPicture(file: ServedFile, path: string): Promise<EntryPicture> {
  const { width, height } = await measure(file);
  return { src: toUrl(path + file.name), width, height };
}
