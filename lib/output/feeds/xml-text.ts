// Text that is valid in XML.

/**
 * A text without what XML 1.0 does not allow, escaped or not (section 2.2, production Char): control characters, lone
 * surrogates, and the two last code points of the basic plane.
 */
export function toXmlText(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]/g, '')
      .replace(/\p{Surrogate}/gu, '\ufffd')
  );
}

/** A text as one line. */
export function toXmlLine(text: string): string {
  return toXmlText(text).replace(/\s+/g, ' ').trim();
}
