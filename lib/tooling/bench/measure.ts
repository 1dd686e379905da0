// Runs a command and measures it: wall time, processor time, memory of all its processes, bytes it leaves.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** What a command took. */
export interface Measurement {
  /** Exit code; 1 where a signal ended it. */
  readonly code: number;
  /** Wall time, in seconds. */
  readonly seconds: number;
  /** Processor time of all its processes, in seconds; undefined where there is no /proc. */
  readonly cpuSeconds: number | undefined;
  /** Processor time that everything else on the machine took meanwhile, in seconds: where it is much, `seconds` is too long. */
  readonly othersSeconds: number | undefined;
  /** The most that its processes held together (sum of RSS, so shared pages count more than once). Bytes. */
  readonly peakBytes: number | undefined;
  /** The most that any one of its processes held (RSS). Bytes. */
  readonly largestBytes: number | undefined;
  /** The last lines that it printed, for when it failed. */
  readonly lastLines: readonly string[];
}

/** How a command is run. */
export interface MeasureOptions {
  /** Absolute. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Ends the command, and every process that it started, when aborted. */
  readonly signal: AbortSignal;
  /** Told each line of stdout. @param seconds since the start. */
  readonly onLine?: (line: string, seconds: number) => void;
}

const sampleEvery = 200; // milliseconds
const keptLines = 20;
/** Linux reports processor time in hundredths of a second on every architecture (USER_HZ). */
const ticksASecond = 100;

/**
 * Runs a script with this Node and measures it until it ends.
 *
 * @param args the script's path, then its arguments.
 * @throws {DOMException} `AbortError`, once everything has ended, where the signal was aborted.
 */
export async function measureNode(args: readonly string[], options: MeasureOptions): Promise<Measurement> {
  options.signal.throwIfAborted();
  const start = performance.now();
  const elapsed = () => (performance.now() - start) / 1000;
  // A session of its own: its processes are found, and ended, by it, whoever their parent is by then.
  const own = process.platform !== 'win32';
  const child = spawn(process.execPath, args, {
    cwd: options.cwd,
    env: options.env as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: own,
  });
  const end = () => {
    if (child.pid === undefined) return;
    try {
      if (own) process.kill(-child.pid, 'SIGKILL');
      else child.kill();
    } catch {
      // It had ended by itself.
    }
  };
  options.signal.addEventListener('abort', end, { once: true });

  const lastLines: string[] = [];
  const keep = (line: string) => {
    if (line.trim() === '') return;
    lastLines.push(line);
    if (lastLines.length > keptLines) lastLines.shift();
  };
  createInterface(child.stdout).on('line', (line) => {
    keep(line);
    options.onLine?.(line, elapsed());
  });
  createInterface(child.stderr).on('line', keep);

  const watch = existsSync('/proc/self/stat') ? new SessionWatch() : undefined;
  const timer = setInterval(() => child.pid !== undefined && watch?.sample(child.pid), sampleEvery);
  try {
    const code = await new Promise<number>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (status) => resolve(status ?? 1));
    });
    const seconds = elapsed();
    options.signal.throwIfAborted();
    return { code, seconds, ...(watch?.result() ?? unmeasured), lastLines };
  } finally {
    clearInterval(timer);
    options.signal.removeEventListener('abort', end);
    end();
  }
}

const unmeasured = { cpuSeconds: undefined, othersSeconds: undefined, peakBytes: undefined, largestBytes: undefined };

/** Watches the processes of a session in /proc. */
class SessionWatch {
  #peakBytes = 0;
  #largestBytes = 0;
  readonly #ticks = new Map<string, number>();
  readonly #busyBefore = busyTicks();

  /** Looks once. @param session the session's id, which is that of its first process. */
  sample(session: number): void {
    let sum = 0;
    for (const pid of readdirSync('/proc')) {
      if (!/^\d+$/.test(pid)) continue;
      const stat = readProc(`/proc/${pid}/stat`);
      // proc_pid_stat(5): fields from the third on, after the name in brackets, which may itself hold brackets.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      if (Number(fields[3]) !== session) continue;
      const started = fields[19];
      this.#ticks.set(`${pid} ${started}`, Number(fields[11]) + Number(fields[12]));
      const bytes = 1024 * Number(/^VmRSS:\s+(\d+) kB/m.exec(readProc(`/proc/${pid}/status`))?.[1] ?? 0);
      sum += bytes;
      this.#largestBytes = Math.max(this.#largestBytes, bytes);
    }
    this.#peakBytes = Math.max(this.#peakBytes, sum);
  }

  /** Seconds and bytes seen so far. */
  result(): { cpuSeconds: number; othersSeconds: number; peakBytes: number; largestBytes: number } {
    const ticks = [...this.#ticks.values()].reduce((sum, each) => sum + each, 0);
    const others = Math.max(0, busyTicks() - this.#busyBefore - ticks);
    return {
      cpuSeconds: ticks / ticksASecond,
      othersSeconds: others / ticksASecond,
      peakBytes: this.#peakBytes,
      largestBytes: this.#largestBytes,
    };
  }
}

/** What all processors have worked since the machine started: proc_stat(5), the first line without idle and iowait. */
function busyTicks(): number {
  const [user = 0, nice = 0, system = 0, , , irq = 0, softirq = 0] = readProc('/proc/stat')
    .split('\n', 1)
    .flatMap((line) => line.trim().split(/\s+/).slice(1).map(Number));
  return user + nice + system + irq + softirq;
}

/** A file of /proc, or nothing where its process has just ended. */
function readProc(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/**
 * The size of a folder's files.
 *
 * @param without names directly inside it that are left out.
 * @returns bytes, and how many files.
 */
export async function measureFolder(
  dir: string,
  without: readonly string[] = [],
): Promise<{ bytes: number; files: number }> {
  let bytes = 0;
  let files = 0;
  for (const entry of await readdir(dir, { withFileTypes: true })) {
    if (without.includes(entry.name)) continue;
    const path = join(dir, entry.name);
    if (entry.isDirectory()) {
      const inside = await measureFolder(path);
      bytes += inside.bytes;
      files += inside.files;
    } else {
      bytes += (await lstat(path)).size;
      files += 1;
    }
  }
  return { bytes, files };
}
