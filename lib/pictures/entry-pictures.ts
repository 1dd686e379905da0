// Pictures beside entries: logos of adopters, pictures of people.
import type { ServedFile } from '@/lib/content/served-file';
import { measure } from '@/lib/pictures/pictures';
import { toUrl } from '@/lib/urls';

export async function toEntryPicture(file: ServedFile, folder: 'adopters/logos' | 'people/pictures') {
  const { width, height } = await measure(file);
  return { src: toUrl(`/${folder}/${file.name}`), width, height };
}
