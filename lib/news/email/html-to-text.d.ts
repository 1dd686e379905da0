// What we use of html-to-text, which brings no types.
declare module 'html-to-text' {
  interface Selector {
    readonly selector: string;
    readonly format?: string;
    readonly options?: Readonly<Record<string, unknown>>;
  }
  /** @returns the text of an HTML document or fragment. */
  export function convert(
    html: string,
    options?: { readonly wordwrap?: number | false; readonly selectors?: readonly Selector[] },
  ): string;
}
