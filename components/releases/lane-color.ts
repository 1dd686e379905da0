// A project's colour with enough contrast in both colour schemes.
import { contrast, parseColor, type Rgb } from '@/lib/output/design/contrast';

/** The backgrounds of app/globals.css with the least contrast: the darkest light one, the lightest dark one. */
const grounds = { light: '#f3efe6', dark: '#1b1c1f' } as const;

/** WCAG 2.2, success criterion 1.4.11, with a margin. */
const contrastWanted = 3.2;

/** A colour as a CSS value, made darker or lighter in a scheme in which it lacks contrast. @param color `#rrggbb` */
export function laneColor(color: string): string {
  return `light-dark(${seenOn(color, grounds.light, '#000000')}, ${seenOn(color, grounds.dark, '#ffffff')})`;
}

function seenOn(color: string, ground: string, towards: string): string {
  for (let part = 0; part < 1; part += 0.05) {
    const mixed = mix(parseColor(color), parseColor(towards), part);
    if (contrast(mixed, ground) >= contrastWanted) return mixed;
  }
  return towards;
}

function mix(a: Rgb, b: Rgb, part: number): string {
  const mixed = a.map((channel, index) => Math.round(channel + ((b[index] ?? 0) - channel) * part));
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}
