// Runs scripts with this Node, as if they had been typed.
import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { site } from '@/lib/site';

const require = createRequire(import.meta.url);

/** The framework's command line, to be run by Node. */
export const nextCli = require.resolve('next/dist/bin/next');

/**
 * The arguments with which Node runs one of our commands, as the scripts of package.json do.
 *
 * @param entry its source, from the project's root: `lib/build/main.ts`.
 */
export function ownCommand(entry: string, ...args: readonly string[]): string[] {
  return ['--max-semi-space-size=64', 'lib/build/bundled.mjs', entry, ...args];
}

/** A script that is running. */
export interface Running {
  /** Its exit code; 128 plus the signal's number where a signal ended it. */
  readonly ended: Promise<number>;
  /** Shows what it has printed so far, and the rest as it comes. */
  show(): void;
  /** Ends it, and waits until it has ended. */
  stop(): Promise<void>;
}

/**
 * Runs a script, showing its output and passing on signals.
 *
 * @param args the script's path, then its arguments.
 * @param env variables beside those of this process.
 * @returns its exit code; 128 plus the signal's number where a signal ended it.
 */
export function runNode(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<number> {
  return ended(start(args, env, 'inherit'));
}

/** Starts a script in the same way, but without showing its output at first. */
export function startNode(args: readonly string[], env: Readonly<Record<string, string>>): Running {
  const child = start(args, env, 'pipe');
  const end = ended(child);
  // It may fail before anybody waits for it.
  end.catch(() => undefined);
  return {
    ended: end,
    show() {
      child.stdout?.pipe(process.stdout, { end: false });
      child.stderr?.pipe(process.stderr, { end: false });
    },
    async stop() {
      child.stdout?.resume();
      child.stderr?.resume();
      child.kill('SIGTERM');
      await end.catch(() => undefined);
    },
  };
}

function start(args: readonly string[], env: Readonly<Record<string, string>>, output: 'inherit' | 'pipe') {
  return spawn(process.execPath, args, {
    stdio: ['inherit', output, output],
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...siteVariables(), ...env },
  });
}

/** What the framework's configuration needs of lib/site.ts, which it cannot read: it is plain JavaScript. */
export function siteVariables() {
  return {
    NEWS_PICTURE_HOSTS: site.pictureHosts.join(' '),
    NEWS_MAIL_ORIGIN: site.mailForm ? new URL(site.mailForm.action).origin : '',
    NEWS_SECTIONS: Object.keys(site.sections).join(' '),
  };
}

function ended(child: ChildProcess): Promise<number> {
  const passOn = (signal: NodeJS.Signals) => child.kill(signal);
  process.on('SIGINT', passOn).on('SIGTERM', passOn);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      process.off('SIGINT', passOn).off('SIGTERM', passOn);
      resolve(code ?? (signal === 'SIGINT' ? 130 : 143));
    });
  });
}

/** Signals a process that was started as `detached`, and all that it has started. */
export function signalGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, signal);
  } catch {
    // All of it has ended.
  }
}
