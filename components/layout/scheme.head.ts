// Runs before the page is rendered, so that it does not flash in the wrong colour scheme.
import { applyScheme, schemeKey } from '@/components/layout/scheme';

try {
  applyScheme(localStorage.getItem(schemeKey));
} catch {
  // Without storage, the system's scheme is used.
}
