// Facts for machines, in the page: never run, only read.

/** @param json JSON in which nothing can end the element: see `toJsonLd` in lib/output/seo/json-ld.ts. */
export function JsonLd({ json }: { json: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: toJsonLd has escaped it
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />;
}
