// Pictures that entries name, such as logos and portraits.
import { basename, dirname } from 'node:path';
import { type Diagnostic, inFile } from '@/lib/base/diagnostic';
import { mapLimited } from '@/lib/base/map-limited';
import { checkPictureFile } from '@/lib/check/picture-file';
import type { Community } from '@/lib/content/community';
import { displayPath } from '@/lib/content/files';
import { kindIn } from '@/lib/kinds/index';

/** Checks every picture that an entry names. */
export async function checkEntryPictures({ pictures }: Pick<Community, 'pictures'>): Promise<Diagnostic[]> {
  const found = await mapLimited([...pictures], 8, async ([path, file]) => {
    const rules = kindIn(path.slice(0, path.indexOf('/')))?.pictures;
    const diagnostic = rules && (await checkPictureFile(file, rules));
    return diagnostic && inFile(diagnostic, displayPath(dirname(file.absolute), basename(file.absolute)));
  });
  return found.filter((diagnostic) => diagnostic !== undefined);
}
