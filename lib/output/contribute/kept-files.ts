// What the build keeps in the framework's folder for the answers to forms.

/** What readers may see: lib/check/contribute-data.ts. */
export const contributeDataFile = 'contribute.bin';

/** The code of the process that answers. */
export const answerWorkerFile = 'answer-worker.mjs';
