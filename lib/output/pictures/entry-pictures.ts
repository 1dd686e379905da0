// Logos of adopters and pictures of people, ready to be shown.
import type { ServedFile } from '@/lib/base/served-file';
import { logoPath, personPicturePath, toUrl } from '@/lib/base/urls';
import { measure } from '@/lib/output/pictures/pictures';

/** A picture of an entry. The address is written as it goes into the page. */
export interface EntryPicture {
  readonly src: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

const paths = { 'adopters/logos': logoPath, 'people/pictures': personPicturePath } as const;

/**
 * A picture that an entry names.
 *
 * @param folder where the site serves it.
 * @throws {Error} if it is no picture.
 */
export async function toEntryPicture(file: ServedFile, folder: keyof typeof paths): Promise<EntryPicture> {
  const { width, height } = await measure(file);
  return { src: toUrl(paths[folder](file.name)), width, height };
}
