// `news zones`: which rules of time zones the site uses, and where those of this Node differ.
import { type Command, exit, UsageError } from '@/lib/base/cli/command';
import { parseOptions } from '@/lib/base/cli/options';
import { now } from '@/lib/base/clock';
import { installedRelease } from '@/lib/base/zone-data';
import { knownZones, localTimeAt, nodeOffset, toGmtName } from '@/lib/base/zones';
import { loadContent } from '@/lib/content/load';
import { contentFolder } from '@/lib/news/arguments';

const dayLong = 86_400_000;
const years = 5;

export const zones: Command = {
  name: 'zones',
  summary: 'shows which time zone rules the site uses, and where those of Node.js differ',
  usage: `
usage: npm run news -- zones

Local times on pages and in calendars come from one release of the tz database, which package.json pins. This command
prints that release, and lists each zone for which your version of Node.js has another local time on at least one day of
the next ${years} years. In these zones, browsers with the same rules as Node.js may show readers a different time.
An asterisk marks the zones in which events take place.

If Node.js has the newer release, update the package: npm install --save-exact moment-timezone@latest

examples:
  npm run news -- zones

exit codes: 0 done · 1 the content cannot be read · 2 invalid command line
`,
  async run(args, terminal) {
    const { words } = parseOptions('zones', args, {});
    if (words.length > 0) throw new UsageError(`zones takes no arguments: remove “${words.join(' ')}”.`);
    const { community } = await loadContent(contentFolder(terminal));
    const used = new Set(community.events.map(({ zone }) => zone));
    const all = knownZones();
    const lines = all.flatMap((zone) => {
      const difference = findDifference(zone, now());
      return difference ? [`${used.has(zone) ? '*' : ' '} ${zone.padEnd(32)} ${difference}`] : [];
    });
    terminal.out(`The site uses release ${installedRelease()} of the tz database; Node.js has ${process.versions.tz}.`);
    const count = lines.length === 0 ? 'none' : lines.length;
    terminal.out(
      `In the next ${years} years, they differ for ${count} of ${all.length} zones${lines.length > 0 ? ':' : '.'}`,
    );
    for (const line of lines) terminal.out(line);
    return exit.done;
  },
};

/** The first day on which the offset of this Node differs from that of the site, and the number of days; undefined if none. */
function findDifference(zone: string, from: Date): string | undefined {
  const start = Math.floor(from.getTime() / dayLong) * dayLong;
  const days = Array.from({ length: years * 365 }, (_, index) => new Date(start + index * dayLong));
  const different = days.filter((day) => localTimeAt(day, zone).offset !== nodeOffset(zone, day));
  const [first] = different;
  if (!first) return undefined;
  const theirs = nodeOffset(zone, first);
  const ours = toGmtName(localTimeAt(first, zone).offset ?? 0);
  const other = theirs === undefined ? 'unknown to Node.js' : `in Node.js ${toGmtName(theirs)}`;
  return `${first.toISOString().slice(0, 10)} ${ours}, ${other}; ${different.length} days in total`;
}
