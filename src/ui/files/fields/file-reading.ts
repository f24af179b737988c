import type { Side } from '../../../facts/document/side.ts';
import type { ConfigInput } from '../../../facts/settings/settings.ts';
import { readingOf } from '../reading.ts';

/** Words as they are typed, with commas between them. */
export const readWords = (typed: string): string[] => [
  ...new Set(
    typed
      .split(',')
      .map((word) => word.trim())
      .filter((word) => word !== ''),
  ),
];

/** Sets a part of how a file is read, or leaves it to be found out where it is undefined. */
export function withFileReading(
  config: ConfigInput,
  side: Side,
  change: {
    missing?: string[] | undefined;
    centuryStart?: number | undefined;
    delimiter?: string;
    widths?: number[] | undefined;
  },
): ConfigInput {
  const entries = Object.entries({ ...readingOf(config, side), ...change }).filter(([, value]) => value !== undefined);
  return { ...config, read: { ...config.read, [side]: Object.fromEntries(entries) } };
}
