// `npm run check`: prints every problem of the content, one a line, and says whether it is sound.
import { existsSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type CheckResult, check } from '@/lib/check/check';
import { contentDir } from '@/lib/content/files';
import { formatProblem } from '@/lib/content/problems';

const usage = 'usage: npm run check [-- --content DIR] [--format text|json|github] [FILE…]';
const formats = { text: toText, json: toJson, github: toGitHub } as const;

async function main(): Promise<number> {
  let options: { values: { content?: string; format?: string }; positionals: string[] };
  try {
    options = parseArgs({
      allowPositionals: true,
      options: { content: { type: 'string' }, format: { type: 'string' } },
    });
  } catch (error) {
    console.error(`${(error as Error).message}\n${usage}`);
    return 2;
  }
  const { content, format = 'text' } = options.values;
  if (!Object.hasOwn(formats, format)) {
    console.error(`unknown format "${format}"\n${usage}`);
    return 2;
  }
  const dir = content === undefined ? contentDir() : resolve(content);
  if (!existsSync(dir)) {
    console.error(`there is no folder "${content ?? process.env.CONTENT_DIR ?? dir}"\n${usage}`);
    return 2;
  }
  const result = await check(dir);
  const wanted = new Set(options.positionals.map((file) => relative(process.cwd(), resolve(file))));
  const shown = wanted.size > 0 ? result.problems.filter((problem) => wanted.has(problem.file)) : result.problems;
  console.log(formats[format as keyof typeof formats]({ ...result, problems: shown }));
  return shown.some((problem) => problem.severity === 'error') ? 1 : 0;
}

function toText({ problems, posts, entries }: CheckResult): string {
  const errors = problems.filter((problem) => problem.severity === 'error').length;
  const counts = `${count(posts, 'post')} and ${count(entries, 'entry', 'entries')} checked: ${count(errors, 'error')}, ${count(problems.length - errors, 'warning')}`;
  return [...problems.map(formatProblem), counts].join('\n');
}

function toJson({ posts, entries, problems }: CheckResult): string {
  return JSON.stringify({ posts, entries, problems }, null, 2);
}

/** GitHub's workflow commands, which annotate the lines of a pull request. */
function toGitHub({ problems }: CheckResult): string {
  const escaped = (text: string) => text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
  const property = (text: string) => escaped(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
  return problems
    .map(
      ({ severity, file, line, column, code, message, fix }) =>
        `::${severity} file=${property(file)},line=${line},col=${column},title=${property(code)}::${escaped(`${message} (fix: ${fix})`)}`,
    )
    .join('\n');
}

function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

process.exitCode = await main();
