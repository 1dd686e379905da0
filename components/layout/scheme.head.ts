// Runs before anything is drawn, so that no page flashes up in the colours that its reader did not choose.
import { applyScheme, schemeKey } from '@/components/layout/scheme';

try {
  applyScheme(localStorage.getItem(schemeKey));
} catch {
  // Where storage is forbidden, the system decides.
}
