/** What reads and compares files, which the start screen does without. */
export const lazyRun = () => import('./run.ts');
