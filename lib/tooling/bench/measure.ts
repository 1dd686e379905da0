// Runs a build and measures it: wall time, processor time, memory of all its processes.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { signalGroup } from '@/lib/build/run';

/** What a build took. */
export interface Measurement {
  /** Wall time, in seconds. */
  readonly seconds: number;
  /** Processor time of all its processes, in seconds; undefined where there is no /proc. */
  readonly cpuSeconds?: number;
  /** The largest sum of the memory of its processes (RSS, so shared pages count more than once). Bytes. */
  readonly peakBytes?: number;
  /** The largest memory of one of its processes (RSS). Bytes. */
  readonly largestBytes?: number;
}

/** How a build is run. */
interface MeasureOptions {
  /** By default that of this process. Absolute. */
  readonly cwd?: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Ends the script and every process that it started. */
  readonly signal: AbortSignal;
  /** Called with each line of its output. */
  readonly onLine: (line: string) => void;
}

/** Milliseconds. */
const sampleInterval = 200;

/**
 * Runs a build with this Node.
 *
 * @param args the script's path, then its arguments.
 * @throws {DOMException} `AbortError`, once everything has ended, where the signal was aborted.
 * @throws {Error} with the last lines of its output, where it fails.
 */
export async function measureBuild(args: readonly string[], options: MeasureOptions): Promise<Measurement> {
  options.signal.throwIfAborted();
  const start = performance.now();
  // A session of its own, by which all its processes are found and ended, whatever their parent is by then.
  const child = spawn(process.execPath, args, {
    cwd: options.cwd,
    env: options.env as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
  });
  const end = () => signalGroup(child, 'SIGKILL');
  options.signal.addEventListener('abort', end, { once: true });
  const lastLines: string[] = [];
  for (const input of [child.stdout, child.stderr]) {
    createInterface(input).on('line', (line) => {
      options.onLine(line);
      if (lastLines.push(line) > 20) lastLines.shift();
    });
  }
  const processes = existsSync('/proc/self/stat') ? new SessionMemory() : undefined;
  const timer = setInterval(() => child.pid !== undefined && processes?.sample(child.pid), sampleInterval);
  try {
    const code = await new Promise<number>((resolve, reject) => {
      child.once('error', reject).once('close', (status) => resolve(status ?? 1));
    });
    options.signal.throwIfAborted();
    if (code !== 0) throw new Error(`The build failed:\n${lastLines.join('\n')}`);
    return { seconds: (performance.now() - start) / 1000, ...processes?.result() };
  } finally {
    clearInterval(timer);
    options.signal.removeEventListener('abort', end);
    end();
  }
}

/** Linux counts processor time in hundredths of a second on every architecture (USER_HZ). */
const ticksPerSecond = 100;

/** The processes of a session, from /proc. */
class SessionMemory {
  #peakBytes = 0;
  #largestBytes = 0;
  readonly #ticks = new Map<string, number>();

  /** @param session the id of the session's first process. */
  sample(session: number): void {
    let sum = 0;
    for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
      const stat = readProc(`/proc/${pid}/stat`);
      // proc_pid_stat(5): fields from the third on, after the name in brackets, which may contain brackets.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      if (Number(fields[3]) !== session) continue;
      this.#ticks.set(`${pid} ${fields[19]}`, Number(fields[11]) + Number(fields[12]));
      const bytes = 1024 * Number(/^VmRSS:\s+(\d+) kB/m.exec(readProc(`/proc/${pid}/status`))?.[1] ?? 0);
      sum += bytes;
      this.#largestBytes = Math.max(this.#largestBytes, bytes);
    }
    this.#peakBytes = Math.max(this.#peakBytes, sum);
  }

  result(): { cpuSeconds: number; peakBytes: number; largestBytes: number } {
    const ticks = [...this.#ticks.values()].reduce((sum, each) => sum + each, 0);
    return { cpuSeconds: ticks / ticksPerSecond, peakBytes: this.#peakBytes, largestBytes: this.#largestBytes };
  }
}

/** A file of /proc; empty where its process has just ended. */
function readProc(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
