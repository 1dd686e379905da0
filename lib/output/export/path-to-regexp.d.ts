// The framework reads its patterns with its own copy of path-to-regexp 6, which comes without types.
declare module 'next/dist/compiled/path-to-regexp/index.js' {
  interface Options {
    strict?: boolean;
    sensitive: boolean;
  }
  type Params = Readonly<Record<string, string | string[]>>;
  const parser: {
    match(pattern: string, options: Options): (path: string) => { readonly params: Params } | false;
    compile(pattern: string, options: Options): (params: Params) => string;
    parse(pattern: string): (string | object)[];
  };
  export default parser;
}
