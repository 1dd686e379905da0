// `news init`: turns a clone into the site of another community.
import { execFile } from 'node:child_process';
import { rm, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { type Command, exit, type Terminal, UsageError } from '@/lib/base/cli/command';
import { type Option, parseOptionsAlone } from '@/lib/base/cli/options';
import { now } from '@/lib/base/clock';
import { countedInFigures, listed } from '@/lib/base/english';
import { writeWhole } from '@/lib/base/write-whole';
import { siteFile } from '@/lib/check/site-links';
import { type Answers, collectAnswers, questions } from '@/lib/news/init/answers';
import { type InitPlan, planInit } from '@/lib/news/init/plan';
import { type Asker, Cancelled, terminalAsker } from '@/lib/news/new/asker';

const run = promisify(execFile);

/** Restores everything: the second command removes the new post. */
const undo = 'git checkout . && git clean --force -d content';

const usage = `usage: npm run news -- init [OPTION…]

Makes this clone the site of your own community: writes lib/site.ts, deletes the content and the pictures of the community
that you cloned from, writes a first project and a first post, and draws new icons. It asks for what the options do not
give, shows what it will do, and asks before it does it. The template of editions stays.

${questions.map(({ flag, ask, example }) => `  --${flag.padEnd(12)} ${ask} Example: ${example}`).join('\n')}
  --yes          Do it without asking, also where Git does not have the files.

examples:
  npm run news -- init
  npm run news -- init --name "Anvil News" --about "News from the Anvil project." --origin https://news.anvil.org \\
    --repository https://github.com/anvil/news --colour "#1a4bcb" --lang en --yes

It refuses if there are changes that are not committed. To undo it: ${undo}

exit codes: 0 done
            1 nothing was written: there are changes that are not committed, or a file is not as expected
            2 invalid command line: an option is unknown, missing or invalid; nothing was written
            130 stopped with Ctrl-C`;

const options: Readonly<Record<keyof Answers | 'yes', Option>> = {
  ...(Object.fromEntries(questions.map(({ flag, example }) => [flag, { takes: 'value', example }])) as Record<
    keyof Answers,
    Option
  >),
  yes: { takes: 'nothing' },
};

/** `news init`. @param toAsker who answers in place of the person at the terminal. */
export function makeInit(toAsker: (signal: AbortSignal) => Asker = terminalAsker): Command {
  return {
    name: 'init',
    summary: 'makes this clone the site of your own community',
    usage,
    async run(args, terminal) {
      const { yes, ...values } = parseOptionsAlone('init', args, options);
      const asker = terminal.interactive ? toAsker(terminal.signal) : undefined;
      const isSure = yes === true;
      try {
        await refuseLoss(terminal, isSure);
        const answers = await collectAnswers(values as Partial<Record<keyof Answers, string>>, asker);
        const plan = await planInit(terminal.root, answers, now());
        terminal.err(describe(plan, answers));
        if (!isSure && !asker) throw new UsageError('Nothing was written. To do this, add --yes.');
        if (!isSure && !(await asker?.yes('Do this?', false))) throw new Cancelled();
        await carryOut(plan, terminal);
        terminal.out((await writeForms(terminal)) ? nextSteps() : nextSteps(formsCommand));
      } catch (error) {
        if (!(error instanceof Cancelled)) throw error;
        terminal.err('Stopped. Nothing was written.');
        return exit.stopped;
      }
      return exit.done;
    },
  };
}

/** @throws {Error} if Git could not restore what is deleted: something is not committed, or, unless `isSure`, Git has nothing. */
async function refuseLoss({ root, signal }: Terminal, isSure: boolean): Promise<void> {
  const git = (...args: string[]) =>
    run('git', args, { cwd: root, signal, maxBuffer: 64 * 1024 * 1024 }).then(({ stdout }) => stdout);
  const isTracked = await git('ls-files', '--error-unmatch', siteFile).then(
    () => true,
    () => false,
  );
  if (!isTracked) {
    if (isSure) return;
    throw new Error('Git does not have these files, so it could not restore them. Commit them, or add --yes.');
  }
  const changed = (await git('status', '--porcelain', '--', '.')).split('\n').filter(Boolean);
  if (changed.length === 0) return;
  const count = countedInFigures(changed.length, 'file has', 'files have');
  throw new Error(`${count} changes that are not committed. Commit or remove them first (git status shows them).`);
}

/** What will be done, in the order in which it matters. */
function describe({ write, remove }: InitPlan, { name, repository }: Answers): string {
  const folders = new Map<string, number>();
  for (const path of remove) {
    const folder = path.split('/', 2).join('/');
    folders.set(folder, (folders.get(folder) ?? 0) + 1);
  }
  return [
    `This makes the clone the site “${name}”, with the addresses of ${repository.kind}.`,
    `It writes ${countedInFigures(write.size, 'file')}: ${listed([...write.keys()])}. It makes the issue forms anew.`,
    `It deletes ${countedInFigures(remove.length, 'file')}${remove.length === 0 ? '' : `: ${listed([...folders].map(([folder, count]) => (folder === remove[0] && count === 1 ? folder : `${folder} (${count})`)))}`}.`,
    `To undo it: ${undo}`,
  ].join('\n');
}

async function carryOut({ write, remove }: InitPlan, { root, signal, err }: Terminal): Promise<void> {
  try {
    for (const [path, content] of write) await writeWhole(join(root, path), content, { replace: true, signal });
    for (const path of remove) {
      signal.throwIfAborted();
      await rm(join(root, path), { force: true });
    }
    for (const folder of emptied(remove)) await rmdir(join(root, folder)).catch(() => undefined);
  } catch (error) {
    err(`Not all of it was done. To restore everything: ${undo}`);
    throw error;
  }
}

const formsCommand = 'npm run news -- form --write';

/** Makes the issue forms anew, in another process: this one has the settings of before. @returns whether that was done. */
async function writeForms({ root, signal }: Terminal): Promise<boolean> {
  const command = ['--import', 'tsx', 'lib/news/main.ts', 'form', '--write'];
  return run(process.execPath, command, { cwd: root, signal }).then(
    () => true,
    () => {
      signal.throwIfAborted();
      return false;
    },
  );
}

/** The folders that may be empty now, each before the one that it is in. */
function emptied(removed: readonly string[]): string[] {
  const folders = new Set<string>();
  for (const path of removed) {
    for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) folders.add(folder);
  }
  return [...folders].sort((a, b) => b.length - a.length);
}

/** @param first a command that has to be run before the others. */
const nextSteps = (first?: string) => `Done. Next:
${first ? `  ${first}   make the issue forms those of your site\n` : ''}  npm start                  look at your site
  git add --all && git commit --message "Make it ours"
  npm run news -- doctor     see which steps to a public address are left (docs/going-live.md)`;

/** `npm run news -- init`. */
export const init = makeInit();
