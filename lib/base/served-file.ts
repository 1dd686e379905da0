// A file in the content folder that the site serves.
import type { MediaType } from '@/lib/base/media';

export interface ServedFile {
  /** Its path in the folder of its post or of its kind of entry, `images/a.png`. */
  readonly name: string;
  readonly type: MediaType;
  /** Its path on this machine. */
  readonly absolute: string;
  /** Changes whenever the file does. */
  readonly version: string;
  /** Bytes. */
  readonly size: number;
  /** Addresses in the text of its post that mean it too, decoded: `../images/a.png`. */
  readonly calledBy?: readonly string[] | undefined;
  /** What the post's `resources:` call it, for those who see it. */
  readonly title?: string | undefined;
  /** What the post's `resources:` call it, for shortcodes. */
  readonly resource?: string | undefined;
  /** Who made it, as the post's `resources:` say. */
  readonly byline?: string | undefined;
}
