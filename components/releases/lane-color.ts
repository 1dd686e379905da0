// A project's colour, made to be seen on light and on dark.
import { contrast, parseColor, type Rgb } from '@/lib/output/design/contrast';

/** The grounds of app/globals.css on which a colour is hardest to see: the darkest of the light, the lightest of the dark. */
const grounds = { light: '#f3efe6', dark: '#1b1c1f' } as const;

/** WCAG 2.2, success criterion 1.4.11, with something to spare. */
const contrastWanted = 3.2;

/** A colour as CSS has it: the one given, darker in the light or lighter in the dark where it could not be seen. @param color `#rrggbb` */
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
