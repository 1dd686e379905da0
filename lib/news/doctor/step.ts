// What a step towards a public site is, and what the repository shows of it.
import type { Repository } from '@/lib/news/doctor/repository';

/** What is left to do in a step. */
export interface Problem {
  /** The file, with the 1-based line where there is one: `lib/site.ts:32`. Empty where it is not about a file. */
  readonly place: string;
  readonly message: string;
  /** What to do, in the imperative. */
  readonly fix: string;
}

/** What the repository shows of a step. */
export interface StepResult {
  /** Empty where nothing that can be seen is left. */
  readonly problems: readonly Problem[];
  /** What somebody has to look at, because it is not in the repository. */
  readonly unseen?: string;
}

/** One step. Its number is its place in `steps`, from 1. */
export interface Step {
  readonly title: string;
  /** In the imperative, one sentence. */
  readonly todo: string;
  check(repository: Repository): StepResult | Promise<StepResult>;
}
