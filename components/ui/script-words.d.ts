// The words that the pages' own scripts say, which lib/build/elements.ts puts into them.
import type { Words } from '@/lib/base/words/words';

declare global {
  const scriptWords: Words['scripts'] & Pick<Words, 'locale' | 'space'>;
}
