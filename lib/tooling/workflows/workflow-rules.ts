// The rules for workflow files of this repository, beside GitHub's own.
import { parse } from 'yaml';
import { z } from 'zod';

const scalar = z.union([z.string(), z.number(), z.boolean()]);
const level = z.enum(['read', 'write', 'none']);
const permissions = z.record(z.string(), level);
const texts = z.record(z.string(), scalar);

const step = z.strictObject({
  name: z.string().optional(),
  id: z.string().optional(),
  if: z.string().optional(),
  uses: z.string().optional(),
  run: z.string().optional(),
  with: texts.optional(),
  env: texts.optional(),
  'working-directory': z.string().optional(),
});

const job = z.strictObject({
  name: z.string(),
  if: z.string().optional(),
  'runs-on': z.string(),
  'timeout-minutes': z.number().int().max(60),
  permissions: permissions.optional(),
  defaults: z.strictObject({ run: z.strictObject({ 'working-directory': z.string() }) }).optional(),
  strategy: z.strictObject({ 'fail-fast': z.boolean(), matrix: z.record(z.string(), z.array(scalar)) }).optional(),
  steps: z.array(step).min(1),
});

/** Events that may start a workflow. `pull_request_target`, which gives strangers a token, is not among them. */
const events = ['push', 'pull_request', 'workflow_run', 'schedule', 'workflow_dispatch', 'issues'] as const;

const workflow = z.strictObject({
  name: z.string(),
  on: z.partialRecord(z.enum(events), z.unknown()),
  permissions: z.strictObject({}),
  concurrency: z.strictObject({ group: z.string(), 'cancel-in-progress': z.boolean().optional() }),
  jobs: z.record(z.string(), job),
});

export type Workflow = z.output<typeof workflow>;

/** Parses a workflow file. @throws {Error} for a key that is not used here, and without one that is required. */
export function parseWorkflow(text: string): Workflow {
  return workflow.parse(parse(text));
}

/**
 * Checks a workflow file.
 *
 * @returns a sentence for each problem.
 */
export function checkWorkflow(text: string): string[] {
  let read: Workflow;
  try {
    read = parseWorkflow(text);
  } catch (error) {
    const issues = error instanceof z.ZodError ? error.issues : undefined;
    return issues?.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [(error as Error).message];
  }
  const problems = Object.entries(read.jobs).flatMap(([name, each]) =>
    each.steps.flatMap((one, index) => checkStep(one).map((problem) => `${name}, step ${index + 1}: ${problem}`)),
  );
  const comesFromStrangers = 'pull_request' in read.on;
  const isTrusted = 'workflow_run' in read.on || 'issues' in read.on;
  if (comesFromStrangers && /\$\{\{\s*secrets\b/.test(text)) problems.push('a pull request has access to a secret');
  if (comesFromStrangers && isTrusted) problems.push('a workflow for pull requests is also trusted');
  if (isTrusted) {
    const withRef = Object.values(read.jobs).flatMap(({ steps }) => steps.filter((one) => one.with?.ref !== undefined));
    if (withRef.length > 0) problems.push('a trusted workflow checks out a commit other than its own');
  }
  for (const line of text.split('\n').filter((each) => /^\s*(?:-\s+)?uses:/.test(each))) {
    if (!/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))
      problems.push(`"${line.trim()}" is not pinned by commit, with its version`);
  }
  return problems;
}

function checkStep(one: z.output<typeof step>): string[] {
  const problems: string[] = [];
  if ((one.uses === undefined) === (one.run === undefined)) problems.push('it needs either uses or run');
  // An expression in a script becomes part of the script; a variable does not.
  if (one.run?.includes('${{')) problems.push('an expression is in a script (fix: pass it through env)');
  if (/\bnpm (?:ci|install|i)\b(?!.* --ignore-scripts)/.test(one.run ?? ''))
    problems.push('scripts of packages run (fix: --ignore-scripts)');
  if (/\b(?:curl|wget)\b.*\|/.test(one.run ?? '')) problems.push('a download is run');
  if (one.uses?.startsWith('actions/checkout@') && one.with?.['persist-credentials'] !== false) {
    problems.push('the token stays in the checkout (fix: persist-credentials: false)');
  }
  return problems;
}
