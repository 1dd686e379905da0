// Finds a Chromium for the browser tests, and installs one where that can be done without asking.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { posix, win32 } from 'node:path';
import { chromium } from 'playwright';

/** What is looked at to find a browser: the environment, handed in so that a test can describe another machine. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The user's number; undefined where the system has none. */
  readonly uid: number | undefined;
  readonly home: string;
  /** Where Playwright would keep the browser that it installs; undefined where it has none for this system. */
  readonly playwrightPath: string | undefined;
  /** Whether a path is a file that may be run. */
  readonly isProgram: (path: string) => boolean;
  /** Runs a program with its output shown. @returns its exit code. */
  readonly run: (program: string, args: readonly string[]) => number;
}

/** A browser that was found. */
export interface FoundBrowser {
  readonly path: string;
}

/** Chromium without windows first, in which the tests take three quarters of the time: what Playwright itself installs for them. */
const names = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/**
 * Finds a Chromium: the one that `PLAYWRIGHT_CHROMIUM` names, else Playwright's own, else the system's.
 *
 * @throws {Error} if `PLAYWRIGHT_CHROMIUM` is set and names no program.
 */
export function findBrowser(machine: Machine = thisMachine()): FoundBrowser | undefined {
  const given = machine.env.PLAYWRIGHT_CHROMIUM;
  if (given) {
    if (machine.isProgram(given)) return { path: given };
    throw new Error(
      `PLAYWRIGHT_CHROMIUM is "${given}", where there is no program (fix: name the browser's own file, or unset it)`,
    );
  }
  const { playwrightPath } = machine;
  const candidates = [...(playwrightPath ? [playwrightPath] : []), ...systemPaths(machine)];
  const path = candidates.find(machine.isProgram);
  return path === undefined ? undefined : { path };
}

/**
 * Installs Debian's Chromium where the system lets us: Linux, root, apt-get. It takes a minute and shows its progress.
 *
 * @returns the browser, or a message that says what to type.
 */
export function installBrowser(machine: Machine = thisMachine()): FoundBrowser | { readonly message: string } {
  const aptGet = machine.platform === 'linux' && machine.uid === 0 ? onPath('apt-get', machine) : undefined;
  if (!aptGet) return { message: advice('There is no Chromium for the browser tests.') };
  const install = (name: string) => machine.run(aptGet, ['install', '-y', '--no-install-recommends', name]) === 0;
  // Older systems have the whole browser alone.
  const installed = machine.run(aptGet, ['update']) === 0 && ['chromium-headless-shell', 'chromium'].some(install);
  if (!installed) return { message: advice('apt-get could not install Chromium.') };
  return findBrowser(machine) ?? { message: advice('apt-get installed Chromium, but it is not on the PATH.') };
}

function advice(reason: string): string {
  return [
    `${reason} To fix this, do one of the following:`,
    '  npx playwright install chromium',
    '  PLAYWRIGHT_CHROMIUM=/path/to/chromium npm test   (a Chromium or Chrome that is already installed)',
    '  sudo apt-get install chromium                    (Debian)',
  ].join('\n');
}

/** Where the system's own browsers lie, the likeliest first. */
function systemPaths(machine: Machine): string[] {
  const { platform, env, home } = machine;
  if (platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA];
    return roots.flatMap((root) =>
      root ? ['Google\\Chrome', 'Chromium'].map((name) => win32.join(root, name, 'Application', 'chrome.exe')) : [],
    );
  }
  const onThePath = names.flatMap((name) => onPath(name, machine) ?? []);
  if (platform !== 'darwin') return onThePath;
  const applications = ['/Applications', posix.join(home, 'Applications')].flatMap((folder) =>
    ['Chromium', 'Google Chrome'].map((name) => posix.join(folder, `${name}.app`, 'Contents', 'MacOS', name)),
  );
  return [...onThePath, ...applications];
}

function onPath(name: string, { env, isProgram }: Machine): string | undefined {
  const folders = (env.PATH ?? '').split(':').filter((folder) => posix.isAbsolute(folder));
  return folders.map((folder) => posix.join(folder, name)).find(isProgram);
}

function thisMachine(): Machine {
  return {
    platform: process.platform,
    env: process.env,
    uid: process.getuid?.(),
    home: homedir(),
    playwrightPath: ownPath(),
    isProgram,
    run: (program, args) =>
      spawnSync(program, args, {
        stdio: ['ignore', 'inherit', 'inherit'],
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      }).status ?? 1,
  };
}

function ownPath(): string | undefined {
  try {
    return chromium.executablePath();
  } catch {
    // Playwright throws on systems for which it has no browser; the system's own may be there all the same.
    return undefined;
  }
}

function isProgram(path: string): boolean {
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return false;
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
