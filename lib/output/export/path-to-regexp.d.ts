// The framework reads its patterns with its own copy of path-to-regexp 6, which comes without types.
declare module 'next/dist/compiled/path-to-regexp/index.js' {
  interface Options {
    strict?: boolean;
    sensitive: boolean;
  }
  type Params = Readonly<Record<string, string | string[]>>;
  export function match(pattern: string, options: Options): (path: string) => { readonly params: Params } | false;
  export function compile(pattern: string, options: Options): (params: Params) => string;
  export function parse(pattern: string): (string | object)[];
}
