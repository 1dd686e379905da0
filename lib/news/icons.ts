// `news icons`: draws the icons in public/ again, in the accent colour and with the mark of lib/site.ts.
import { join } from 'node:path';
import { type Command, exit, UsageError } from '@/lib/base/cli/command';
import { parseOptions } from '@/lib/base/cli/options';
import { writeWhole } from '@/lib/base/write-whole';
import { iconFiles } from '@/lib/news/init/icon-files';
import { toAccent } from '@/lib/output/design/accent';

export const icons: Command = {
  name: 'icons',
  summary: 'draws the icons in public/ again, after a change of the colour or the mark',
  usage: `
usage: npm run news -- icons

Writes public/favicon.svg, public/favicon.ico and public/apple-touch-icon.png from "accent" and "mark" of lib/site.ts.
It replaces what is there. All other icons are drawn when the site is built.

examples:
  npm run news -- icons

exit codes: 0 done · 1 an icon cannot be drawn · 2 invalid command line
`,
  async run(args, terminal) {
    const { words } = parseOptions('icons', args, {});
    if (words.length > 0) throw new UsageError(`icons takes no arguments: remove “${words.join(' ')}”.`);
    for (const [path, bytes] of await iconFiles(toAccent().light)) {
      await writeWhole(join(terminal.root, path), bytes, { replace: true, signal: terminal.signal });
      terminal.out(`Wrote ${path}.`);
    }
    return exit.done;
  },
};
