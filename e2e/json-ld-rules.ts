// Checks structured data beyond its types, which the compiler checks: no field is missing, and no URL is relative.

type Node = Readonly<Record<string, unknown>>;
type Rule = (value: unknown) => boolean;

const isText: Rule = (value) => typeof value === 'string' && value.trim() !== '';
const isAddress: Rule = (value) => typeof value === 'string' && /^https?:\/\//.test(value) && URL.canParse(value);
/** ISO 8601: a month, a day, or an instant with its offset. */
const isTime: Rule = (value) =>
  typeof value === 'string' &&
  /^\d{4}-\d{2}(?:-\d{2}(?:T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2}))?)?$/.test(value) &&
  !Number.isNaN(Date.parse(value));
const isTerm: Rule = (value) => typeof value === 'string' && /^https:\/\/schema\.org\/[A-Z]\w+$/.test(value);
const isTexts: Rule = (value) => Array.isArray(value) && value.length > 0 && value.every(isText);
const isNode = (...types: string[]): Rule => {
  const fits = (node: unknown) =>
    typeof node === 'object' && node !== null && types.includes(String((node as Node)['@type']));
  return (value) => (Array.isArray(value) ? value.length > 0 && value.every(fits) : fits(value));
};

/** For each type its properties, as schema.org has them; those with a star must be there. */
const types: Readonly<Record<string, Readonly<Record<string, Rule>>>> = {
  BlogPosting: {
    '*headline': isText,
    '*url': isAddress,
    '*mainEntityOfPage': isAddress,
    '*datePublished': isTime,
    '*dateModified': isTime,
    '*author': isNode('Person', 'Organization'),
    '*publisher': isNode('Organization'),
    '*inLanguage': isText,
    '*license': isAddress,
    description: isText,
    image: isAddress,
    keywords: isTexts,
  },
  BreadcrumbList: { '*itemListElement': isNode('ListItem') },
  ListItem: { '*position': Number.isInteger, '*name': isText, '*item': isAddress },
  Organization: {
    '*name': isText,
    url: isAddress,
    description: isText,
    logo: isAddress,
    sameAs: (value) => Array.isArray(value) && value.every(isAddress),
  },
  Person: { '*name': isText, url: isAddress, affiliation: isNode('Organization') },
  Event: {
    '*name': isText,
    '*url': isAddress,
    '*startDate': isTime,
    '*eventStatus': isTerm,
    '*organizer': isNode('Organization'),
    endDate: isTime,
    description: isText,
    eventAttendanceMode: isTerm,
    location: isNode('Place', 'VirtualLocation'),
    performer: isNode('Person'),
  },
  Place: { '*name': isText, '*address': isText },
  VirtualLocation: { '*url': isAddress },
  SoftwareApplication: {
    '*name': isText,
    '*softwareVersion': isText,
    '*applicationCategory': isText,
    '*url': isAddress,
    datePublished: isTime,
    releaseNotes: isText,
  },
};

/** The problems of a page's structured data, a sentence each. @param json the text of one `application/ld+json`. */
export function jsonLdProblems(json: string): string[] {
  let root: Node;
  try {
    root = JSON.parse(json);
  } catch (error) {
    return [`it is no JSON: ${(error as Error).message}`];
  }
  const { '@context': context, ...node } = root;
  const problems = nodeProblems(node);
  if (context !== 'https://schema.org') problems.push(`its context is ${context}`);
  const items = node['@type'] === 'BreadcrumbList' ? [node.itemListElement].flat() : [];
  const places = items.map((item) => (item as Node | undefined)?.position);
  if (places.some((place, index) => place !== index + 1)) problems.push(`the places are ${places.join(', ')}`);
  return problems;
}

function nodeProblems(node: Node): string[] {
  const { '@type': type, ...properties } = node;
  const rules = types[String(type)];
  if (!rules) return [`${type} is a type without rules`];
  return [
    ...Object.keys(rules).flatMap((name) =>
      name.startsWith('*') && !(name.slice(1) in properties) ? [`${type} has no ${name.slice(1)}`] : [],
    ),
    ...Object.entries(properties).flatMap(([name, value]) => {
      const rule = rules[name] ?? rules[`*${name}`];
      if (!rule) return [`${type} has ${name}, which no rule knows`];
      if (!rule(value)) return [`${type} has the ${name} ${JSON.stringify(value)}`];
      return [value]
        .flat()
        .flatMap((part) => (typeof part === 'object' && part !== null ? nodeProblems(part as Node) : []));
    }),
  ];
}
