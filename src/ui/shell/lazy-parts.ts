import { lazyRun } from '../run/lazy-run.ts';

/**
 * What the start screen does not need. It is asked for right after the first paint, so that it is there before anyone
 * has chosen a file.
 */
export const lazyParts = {
  workbench: () => import('./Workbench.svelte'),
  offer: () => import('./ReportOffer.svelte'),
  settings: () => import('../settings/SettingsSheet.svelte'),
  warehouse: () => import('../warehouse/SummarySheet.svelte'),
};

/** Resolves after the first paint; at once where nobody looks. */
const painted = () =>
  new Promise<void>((resolve) => {
    if (document.hidden) return resolve();
    requestAnimationFrame(() => setTimeout(resolve));
  });

/** Loads the rest of the app and starts its engines. */
export async function startTheRest(): Promise<void> {
  await painted();
  const { warmUp } = await lazyRun();
  await Promise.all([warmUp(), lazyParts.workbench(), lazyParts.settings()]);
}
