// What a code of `npm run check` means, with an example of wrong and right, for docs/content-problems.md.

/** A file of an example: its text, or bytes or a link with words for those who read about it. */
export type ExampleFile =
  | string
  | { readonly note: string; readonly bytes: Buffer }
  | { readonly note: string; readonly link: string };

/** Files of an example, by their paths below the content folder. */
export type Example = Readonly<Record<string, ExampleFile>>;

export interface CodeEntry {
  /** One code, or a family: `*` stands for the kind of file. */
  readonly code: string;
  readonly about: string;
  readonly wrong: Example;
  readonly right: Example;
}

/** A file that is no text. */
export function bytes(note: string, content: Buffer | string): ExampleFile {
  return { note, bytes: Buffer.from(content as string) };
}

/** The smallest PNG there is: one pixel. */
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
export const png = bytes('a PNG picture', pixel);
export const halfPng = bytes('the first half of a PNG', pixel.subarray(0, 45));

/** The head of a PNG says how many pixels there are; here, far too many. */
export const hugePng = bytes(
  'a PNG whose head says 10,000 × 10,000',
  Buffer.concat([pixel.subarray(0, 16), Buffer.from([0, 0, 0x27, 0x10, 0, 0, 0x27, 0x10]), pixel.subarray(24)]),
);

export const drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><path d="M0 0h1"/></svg>';
export const actingDrawing =
  '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1" onload="x()"><path d="M0 0h1"/></svg>';
