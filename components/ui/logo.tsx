// The logo, in the colour of the text around it.
import { markPath } from '@/lib/output/design/mark';

export function Logo() {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true">
      <path d={markPath} />
    </svg>
  );
}
