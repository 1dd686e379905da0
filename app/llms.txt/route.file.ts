// The content of the site for language models (https://llmstxt.org), with the addresses of its text and data.

import { serveText } from '@/app/serve';
import { hasSection } from '@/lib/base/sections';
import { calendarPath, dataPath, markdownPath, toHref } from '@/lib/base/urls';
import { getPosts } from '@/lib/content/queries';
import { exportKinds } from '@/lib/output/data/exports';
import { toXmlLine } from '@/lib/output/feeds/xml-text';
import { site } from '@/lib/site';

export const dynamic = 'force-static';

/** How many of the latest posts are listed; `/data/posts.json` has all. */
const listed = 50;

export async function GET() {
  const posts = (await getPosts()).slice(0, listed);
  const { contentLicence } = site;
  const licence = contentLicence ? `Text is licensed under ${contentLicence.name} (${contentLicence.url}). ` : '';
  const lines = [
    `# ${site.name}`,
    '',
    `> ${site.description}`,
    '',
    `${licence}Every post is also available as Markdown: add \`index.md\` to its address.`,
    '',
    '## Posts',
    '',
    ...posts.map((post) => {
      const about = post.description ? `: ${toXmlLine(post.description)}` : '';
      return `- [${escaped(post.title)}](${toHref(markdownPath(post.url))}) (${post.date.toISOString().slice(0, 10)})${about}`;
    }),
    '',
    '## Data',
    '',
    ...['posts', ...exportKinds].map((kind) => `- [${kind}](${toHref(dataPath(kind))})`),
    ...(hasSection('events') ? [`- [calendar](${toHref(calendarPath())})`] : []),
    `- [feed](${toHref('/feed.json')})`,
    '',
  ];
  return serveText(lines.join('\n'), 'text/plain');
}

/** A title as the text of a link in Markdown. */
function escaped(title: string): string {
  return toXmlLine(title).replace(/[\\[\]<>`*_]/g, '\\$&');
}
