// The pages' own scripts in one module, which `lib/build/elements.ts` bundles.
import './events/event-agenda.element';
import './events/event-time.element';
import './layout/scheme-switch.element';
import './layout/search-key.element';
import './ui/video-player.element';
import './ui/copy-code.element';
