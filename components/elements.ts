// The pages' own scripts, all in one module: `lib/build/elements.ts` bundles it.
import './events/event-agenda.element';
import './events/event-time.element';
import './layout/scheme-switch.element';
import './layout/search-key.element';
import './mdx/video-player.element';
import './ui/copy-code.element';
