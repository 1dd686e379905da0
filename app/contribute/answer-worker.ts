// The process that answers forms: lib/build/keep-contribute.ts bundles it, app/contribute/[kind]/check/ starts it.
import { answerForm } from '@/app/contribute/answer';
import { doTasks } from '@/lib/base/worker-process';

const worker = { answer: answerForm };

export type AnswerWorker = typeof worker;

doTasks(worker);
