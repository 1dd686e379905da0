// What every workflow file of this repository keeps to, beside what the code host itself demands.
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

/** Events that may start a workflow here. `pull_request_target`, which lends strangers a token, is not among them. */
const events = ['push', 'pull_request', 'workflow_run', 'schedule', 'workflow_dispatch', 'issues'] as const;

const workflow = z.strictObject({
  name: z.string(),
  on: z.partialRecord(z.enum(events), z.unknown()),
  permissions: z.strictObject({}),
  concurrency: z.strictObject({ group: z.string(), 'cancel-in-progress': z.boolean().optional() }),
  jobs: z.record(z.string(), job),
});

export type Workflow = z.output<typeof workflow>;

/** Reads a workflow file. @throws {Error} if it has a key that is not used here, or lacks one that all have. */
export function parseWorkflow(text: string): Workflow {
  return workflow.parse(parse(text));
}

/**
 * What is wrong with a workflow file.
 *
 * @returns a sentence each; empty where it keeps to every rule.
 */
export function workflowFaults(text: string): string[] {
  let read: Workflow;
  try {
    read = parseWorkflow(text);
  } catch (error) {
    const issues = error instanceof z.ZodError ? error.issues : undefined;
    return issues?.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [(error as Error).message];
  }
  const faults = Object.entries(read.jobs).flatMap(([name, each]) =>
    each.steps.flatMap((one, index) => stepFaults(one).map((fault) => `${name}, step ${index + 1}: ${fault}`)),
  );
  const comesFromStrangers = 'pull_request' in read.on;
  const isTrusted = 'workflow_run' in read.on || 'issues' in read.on;
  if (comesFromStrangers && /\$\{\{\s*secrets\b/.test(text)) faults.push('a pull request meets a secret');
  if (comesFromStrangers && isTrusted) faults.push('one file runs code of strangers and is trusted');
  if (isTrusted) {
    const withRef = Object.values(read.jobs).flatMap(({ steps }) => steps.filter((one) => one.with?.ref !== undefined));
    if (withRef.length > 0) faults.push('a trusted workflow checks out another commit than its own');
  }
  for (const line of text.split('\n').filter((each) => /^\s*(?:-\s+)?uses:/.test(each))) {
    if (!/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))
      faults.push(`"${line.trim()}" is not pinned by commit, with its version`);
  }
  return faults;
}

function stepFaults(one: z.output<typeof step>): string[] {
  const faults: string[] = [];
  if ((one.uses === undefined) === (one.run === undefined))
    faults.push('it must either use something or run something');
  // A value that is written into a script becomes part of it: it is given as a variable instead.
  if (one.run?.includes('${{')) faults.push('an expression stands in a script (fix: hand it over through env)');
  if (/\bnpm (?:ci|install|i)\b(?!.* --ignore-scripts)/.test(one.run ?? '')) faults.push('scripts of packages are run');
  if (/\b(?:curl|wget)\b.*\|/.test(one.run ?? '')) faults.push('what is downloaded is run');
  if (one.uses?.startsWith('actions/checkout@') && one.with?.['persist-credentials'] !== false) {
    faults.push('the token is left in the checkout (fix: persist-credentials: false)');
  }
  return faults;
}
