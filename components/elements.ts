// The pages' own scripts, all in one module: `lib/build/elements.ts` bundles it.
import './ui/copy-code.element';
