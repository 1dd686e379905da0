// Parts of an address, as the framework hands them over.

/** Percent-decodes a part of an address; one that cannot be decoded is the name of nothing, and stays as it is. */
export function decodeParam(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
