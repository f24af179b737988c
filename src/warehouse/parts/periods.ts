import type { Part, Plan } from '../plan.ts';
import { DAY } from '../request.ts';

/** "2024-01-31" of a part's `day`; empty where that is empty or there is no time. */
export const dayOf = ({ dialect, request }: Plan, part: string): string =>
  request.time === null ? 'NULL' : dialect.dayText(`${part}.day`);

/** Part `pl_clock`: the time of the day at which each stretch of it begins. */
export function clockPart({ dialect, request: { stretch } }: Plan): Part {
  const slots = Array.from({ length: DAY / stretch }, (_, slot) => {
    const clock = new Date(slot * stretch).toISOString().slice('1970-01-01T'.length, -'.000Z'.length);
    return [String(slot), dialect.text(clock)];
  });
  return { name: 'pl_clock', body: dialect.constants(['slot', 'clock'], slots) };
}
