// A project's colour, made to be seen on light and on dark.

type Rgb = readonly [number, number, number];

/** The grounds of app/globals.css on which a colour is hardest to see: the darkest of the light, the lightest of the dark. */
const grounds = { light: '#f3f0e8', dark: '#1b1c1f' } as const;

/** WCAG 2.2, success criterion 1.4.11, with something to spare. */
const contrastWanted = 3.2;

/** A colour as CSS has it: the one given, darker in the light or lighter in the dark where it could not be seen. @param color `#rrggbb` */
export function laneColor(color: string): string {
  return `light-dark(${seenOn(color, grounds.light, '#000000')}, ${seenOn(color, grounds.dark, '#ffffff')})`;
}

/** The contrast of two colours, from 1 to 21 (WCAG 2.2, relative luminance). */
export function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(parse(a)), luminance(parse(b))].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

function seenOn(color: string, ground: string, towards: string): string {
  for (let part = 0; part < 1; part += 0.05) {
    const mixed = mix(parse(color), parse(towards), part);
    if (contrast(mixed, ground) >= contrastWanted) return mixed;
  }
  return towards;
}

function parse(color: string): Rgb {
  const value = Number.parseInt(color.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

function mix(a: Rgb, b: Rgb, part: number): string {
  const mixed = a.map((channel, index) => Math.round(channel + ((b[index] ?? 0) - channel) * part));
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

function luminance(color: Rgb): number {
  const [red = 0, green = 0, blue = 0] = color.map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
