// Runs another command as if it had been typed, and tells how it ended.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { site } from '@/lib/site';

const require = createRequire(import.meta.url);

/** The framework's command line, to be run by Node. */
export const nextCli = require.resolve('next/dist/bin/next');

/**
 * Runs a script with this Node, its output shown as it comes; signals that end us are handed on.
 *
 * @param args the script's path, then its arguments.
 * @param env variables beside those of this process.
 * @returns its exit code; 128 and the signal's worth where a signal ended it.
 */
export function runNode(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<number> {
  const child = spawn(process.execPath, args, {
    stdio: 'inherit',
    // The framework's configuration is plain JavaScript, which cannot read lib/site.ts.
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', NEWS_PICTURE_HOSTS: site.pictureHosts.join(' '), ...env },
  });
  const handOn = (signal: NodeJS.Signals) => child.kill(signal);
  process.on('SIGINT', handOn).on('SIGTERM', handOn);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      process.off('SIGINT', handOn).off('SIGTERM', handOn);
      resolve(code ?? (signal === 'SIGINT' ? 130 : 143));
    });
  });
}
