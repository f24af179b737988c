import type { Station } from '../../engine/data-set.ts';
import { endStation, practise, startStation } from '../../engine/database/station.ts';
import type { PerSide } from '../../facts/results.ts';
import { mapSides, mapSidesAsync } from '../../facts/sides.ts';

/** Who drops a file as soon as the page is there needs the machine for it. */
const PRACTICE_AFTER_MS = 500;

const spare: Promise<Station>[] = [];
/** What the browser has compiled for one engine serves all that come. */
let hasPractised = false;

/**
 * Starts engines so that files need not wait for them; those that stand ready already are left alone. Resolves when they can take files; their
 * practice comes after that, beside whatever the person does meanwhile.
 */
export async function warmUpStations(): Promise<void> {
  while (spare.length < 2) spare.push(startStation());
  const [first] = spare;
  const [station] = await Promise.all(spare);
  if (hasPractised) return;
  hasPractised = true;
  const isSpare = (): boolean => first !== undefined && spare.includes(first);
  setTimeout(() => {
    // An engine that fails here is replaced when it is taken.
    if (station && isSpare()) void practise(station, isSpare).catch(() => undefined);
  }, PRACTICE_AFTER_MS);
}

/** A station that was started ahead, unless it has died meanwhile. */
async function takeStation(): Promise<Station> {
  for (let next = spare.shift(); next !== undefined; next = spare.shift()) {
    const station = await next;
    if (station.database.alive()) return station;
    endStation(station);
  }
  return startStation();
}

/** A station for each file. Who stops before they have started does not wait for them. */
export async function takeStations(
  files: PerSide<unknown>,
  signal: AbortSignal | undefined,
): Promise<PerSide<Station>> {
  const taken = mapSidesAsync(files, () => takeStation());
  const stopped = new Promise<never>((_, reject) => {
    signal?.addEventListener('abort', () => {
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- the reason is the caller's own
      reject(signal.reason);
    });
  });
  return Promise.race([taken, stopped]).catch((error: unknown) => {
    void taken.then((stations) => mapSides(stations, endStation)).catch(() => undefined);
    throw error;
  });
}
