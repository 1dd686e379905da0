// `npx tsx e2e/suites/vercel-build.ts`: runs the real `vercel build` for production and preview, offline, in scratch copies of the tree.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { vercelOutputs } from '@/e2e/suites/vercel-outputs';

/** The file that `vercel link` would write; offline, the project is never looked up. */
const project = { projectId: 'x', orgId: 'y', settings: { framework: 'nextjs', nodeVersion: '24.x' } };

const isWindows = process.platform === 'win32';

function main(): number {
  if (spawnSync('vercel', ['--version'], { shell: isWindows }).status !== 0) {
    console.log('skipped: the vercel command is not installed (npm install --global vercel@64, under Node 24)');
    // As test harnesses say that something was skipped.
    return 77;
  }
  const listed = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    encoding: 'utf8',
  });
  const files = listed.stdout.split('\0').filter(Boolean);
  for (const { target, dir, env } of vercelOutputs) {
    const scratch = mkdtempSync(join(tmpdir(), 'news-vercel-'));
    try {
      for (const file of files) {
        mkdirSync(dirname(join(scratch, file)), { recursive: true });
        cpSync(file, join(scratch, file));
      }
      mkdirSync(join(scratch, '.vercel'));
      writeFileSync(join(scratch, '.vercel', 'project.json'), JSON.stringify(project));
      const args = ['build', '--yes', '--token', 'x', ...(target === 'production' ? ['--prod'] : [])];
      const { NODE_ENV: _, ...inherited } = process.env;
      const { status } = spawnSync('vercel', args, {
        cwd: scratch,
        stdio: 'inherit',
        shell: isWindows,
        env: { ...(inherited as NodeJS.ProcessEnv), VERCEL_TELEMETRY_DISABLED: '1', ...env },
      });
      if (status !== 0) return status ?? 1;
      rmSync(dir, { recursive: true, force: true });
      cpSync(join(scratch, '.vercel', 'output'), dir, { recursive: true, verbatimSymlinks: true });
    } finally {
      rmSync(scratch, { recursive: true, force: true });
    }
  }
  return 0;
}

process.exitCode = main();
