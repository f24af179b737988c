import type { EngineHandle } from '../../engine/data-set.ts';
import { endEngine, warmUp, startEngine } from '../../engine/database/engine-handle.ts';
import type { PerSide } from '../../facts/document/side.ts';
import { mapSides, mapSidesAsync } from '../../facts/document/sides.ts';

/** Who drops a file as soon as the page is there needs the machine for it. */
const WARM_UP_AFTER_MS = 500;

const standby: Promise<EngineHandle>[] = [];
/** What the browser has compiled for one engine serves all that come. */
let isWarm = false;

/**
 * Starts engines so that files need not wait for them; those that stand ready already are left alone. Resolves when they can take files; their
 * practice comes after that, beside whatever the person does meanwhile.
 */
export async function warmUpEngines(): Promise<void> {
  while (standby.length < 2) standby.push(startEngine());
  const [first] = standby;
  const [engine] = await Promise.all(standby);
  if (isWarm) return;
  isWarm = true;
  const isStandby = (): boolean => first !== undefined && standby.includes(first);
  setTimeout(() => {
    // An engine that fails here is replaced when it is taken.
    if (engine && isStandby()) void warmUp(engine, isStandby).catch(() => undefined);
  }, WARM_UP_AFTER_MS);
}

/** An engine that was started ahead, unless it has died meanwhile. */
async function takeEngine(): Promise<EngineHandle> {
  for (let next = standby.shift(); next !== undefined; next = standby.shift()) {
    const engine = await next;
    if (engine.database.alive()) return engine;
    endEngine(engine);
  }
  return startEngine();
}

/** An engine for each file. Who stops before they have started does not wait for them. */
export async function takeEngines(
  files: PerSide<unknown>,
  signal: AbortSignal | undefined,
): Promise<PerSide<EngineHandle>> {
  const taken = mapSidesAsync(files, () => takeEngine());
  const stopped = new Promise<never>((_, reject) => {
    signal?.addEventListener('abort', () => {
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- the reason is the caller's own
      reject(signal.reason);
    });
  });
  return Promise.race([taken, stopped]).catch((error: unknown) => {
    void taken.then((engines) => mapSides(engines, endEngine)).catch(() => undefined);
    throw error;
  });
}
