import { describe, expect, it } from 'vitest';
import { findBrowser, installBrowser, type Machine } from '@/lib/tooling/testing/browser';

const playwrightPath = '/home/someone/.cache/ms-playwright/chromium-1/chrome';

/** A machine that has some programs, and notes what is run on it. */
function machineWith(programs: readonly string[], rest: Partial<Machine> = {}) {
  const there = new Set(programs);
  const ran: string[] = [];
  const machine: Machine = {
    platform: 'linux',
    env: { PATH: '/usr/local/bin:/usr/bin' },
    uid: 1000,
    home: '/home/someone',
    playwrightPath,
    isProgram: (path) => there.has(path),
    run: (program, args) => {
      ran.push([program, ...args].join(' '));
      if (args.includes('install')) there.add(`/usr/bin/${args.at(-1)}`);
      return 0;
    },
    ...rest,
  };
  return { machine, ran };
}

describe('findBrowser', () => {
  const env = { PATH: '/usr/bin', PLAYWRIGHT_CHROMIUM: '/opt/mine' };

  it('takes the one that PLAYWRIGHT_CHROMIUM names before any other', () => {
    const { machine } = machineWith(['/opt/mine', playwrightPath, '/usr/bin/chromium'], { env });
    expect(findBrowser(machine)).toEqual({ path: '/opt/mine' });
  });

  it('refuses a PLAYWRIGHT_CHROMIUM that is not there, and takes no other in its place', () => {
    const { machine } = machineWith([playwrightPath, '/usr/bin/chromium'], { env });
    expect(() => findBrowser(machine)).toThrow('PLAYWRIGHT_CHROMIUM is "/opt/mine", where there is no program');
  });

  it('takes an empty PLAYWRIGHT_CHROMIUM for one that is not set', () => {
    const { machine } = machineWith(['/usr/bin/chromium'], { env: { ...env, PLAYWRIGHT_CHROMIUM: '' } });
    expect(findBrowser(machine)).toEqual({ path: '/usr/bin/chromium' });
  });

  it('prefers the browser that Playwright installed to the system’s', () => {
    const { machine } = machineWith(['/usr/bin/chromium', playwrightPath]);
    expect(findBrowser(machine)).toEqual({ path: playwrightPath });
  });

  it('prefers the one without windows', () => {
    const { machine } = machineWith(['/usr/bin/chromium', '/usr/bin/chromium-headless-shell']);
    expect(findBrowser(machine)).toEqual({ path: '/usr/bin/chromium-headless-shell' });
  });

  it.each(['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'])(
    'finds %s on the PATH',
    (name) => {
      const { machine } = machineWith([`/usr/local/bin/${name}`]);
      expect(findBrowser(machine)).toEqual({ path: `/usr/local/bin/${name}` });
    },
  );

  it('skips relative folders in the PATH', () => {
    const { machine } = machineWith(['chromium', 'bin/chromium'], { env: { PATH: '.:bin::/usr/bin' } });
    expect(findBrowser(machine)).toBeUndefined();
  });

  it.each([
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/home/someone/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ])('finds %s on macOS, and does not look there on Linux', (path) => {
    expect(findBrowser(machineWith([path], { platform: 'darwin' }).machine)).toEqual({ path });
    expect(findBrowser(machineWith([path]).machine)).toBeUndefined();
  });

  it.each([
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Users\\someone\\AppData\\Local\\Chromium\\Application\\chrome.exe',
  ])('finds %s on Windows', (path) => {
    const { machine } = machineWith([path], {
      platform: 'win32',
      env: {
        PROGRAMFILES: 'C:\\Program Files',
        'PROGRAMFILES(X86)': 'C:\\Program Files (x86)',
        LOCALAPPDATA: 'C:\\Users\\someone\\AppData\\Local',
      },
    });
    expect(findBrowser(machine)).toEqual({ path });
  });

  it('returns undefined without a browser, also if Playwright does not support the system', () => {
    expect(findBrowser(machineWith([]).machine)).toBeUndefined();
    expect(findBrowser(machineWith([], { playwrightPath: undefined }).machine)).toBeUndefined();
  });
});

describe('installBrowser', () => {
  const asRoot = { uid: 0 };

  const install = '/usr/bin/apt-get install -y --no-install-recommends';

  it('installs Debian’s Chromium as root, the one without windows, after looking for its newest version', () => {
    const { machine, ran } = machineWith(['/usr/bin/apt-get'], asRoot);
    expect(installBrowser(machine)).toEqual({ path: '/usr/bin/chromium-headless-shell' });
    expect(ran).toEqual(['/usr/bin/apt-get update', `${install} chromium-headless-shell`]);
  });

  it('installs the full browser if there is no headless one', () => {
    const { machine: usual, ran } = machineWith(['/usr/bin/apt-get'], asRoot);
    const run: Machine['run'] = (program, args) => {
      const isThere = !args.includes('chromium-headless-shell');
      return isThere ? usual.run(program, args) : 100;
    };
    expect(installBrowser({ ...usual, run })).toEqual({ path: '/usr/bin/chromium' });
    expect(ran.at(-1)).toBe(`${install} chromium`);
  });

  it.each([
    ['not root', ['/usr/bin/apt-get'], { uid: 1000 }],
    ['no apt-get', [], asRoot],
    ['macOS', ['/usr/bin/apt-get'], { uid: 0, platform: 'darwin' }],
    ['Windows', [], { uid: undefined, platform: 'win32' }],
  ] as const)('runs nothing and says what to type: %s', (_, programs, rest) => {
    const { machine, ran } = machineWith(programs, rest);
    const { message } = installBrowser(machine) as { message: string };
    expect(message).toContain('npx playwright install chromium');
    expect(message).toContain('PLAYWRIGHT_CHROMIUM=/path');
    expect(message).toContain('apt-get install chromium');
    expect(ran).toEqual([]);
  });

  it.each(['update', 'install'])('says what to type when apt-get %s fails, and goes no further', (failing) => {
    const tried: string[] = [];
    const run = (_: string, [command = '']: readonly string[]) => {
      tried.push(command);
      return command === failing ? 100 : 0;
    };
    const { machine } = machineWith(['/usr/bin/apt-get'], { ...asRoot, run });
    expect(installBrowser(machine)).toHaveProperty('message', expect.stringContaining('could not install'));
    expect(tried.at(-1)).toBe(failing);
  });

  it('says so when the package brought no program', () => {
    const { machine } = machineWith(['/usr/bin/apt-get'], { ...asRoot, run: () => 0 });
    expect(installBrowser(machine)).toHaveProperty('message', expect.stringContaining('not on the PATH'));
  });
});
