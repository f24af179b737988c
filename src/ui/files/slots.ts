import { PlumblineError } from '../../facts/statements/errors.ts';
import type { Side } from '../../facts/document/side.ts';
import type { Report } from '../../facts/document/document.ts';
import type { ReportInput } from '../../facts/document/inputs.ts';
import { sideWords, type SidesWords } from '../../report/side-words.ts';
import type { Source } from './source.ts';

export type Slots = Record<Side, Source | null>;

export const noFiles: Slots = { reference: null, current: null };

export const isEmpty = ({ reference, current }: Slots) => reference === null && current === null;
export const isPair = ({ reference, current }: Slots) => reference !== null && current !== null;
export const swapped = ({ reference, current }: Slots): Slots => ({ reference: current, current: reference });

/** One file alone is the current one, whichever slot it lies in. */
export function filesToRead({ reference, current }: Slots): { reference?: readonly File[]; current: readonly File[] } {
  if (reference && current) return { reference: reference.files, current: current.files };
  const single = current ?? reference;
  if (!single) throw new PlumblineError('no-file', { place: 'slots' });
  return { current: single.files };
}

/** The side on which a slot's file is read. */
export const sideRead = (slots: Slots, side: Side): Side => (isPair(slots) || slots[side] === null ? side : 'current');

/** What the report knows of the file in a slot; nothing while it still speaks of another file. */
export function inputOf(report: Report | null, slots: Slots, side: Side): ReportInput | null {
  const file = slots[side];
  if (!file) return isEmpty(slots) ? (report?.inputs[side] ?? null) : null;
  const input = isPair(slots) ? report?.inputs[side] : report?.inputs.current;
  return input?.name === file.name ? input : null;
}

/** What is said of the file in a slot: what the report calls it, while it speaks of this file. */
export const slotWords = (report: Report | null, slots: Slots, side: Side): SidesWords =>
  sideWords(inputOf(report, slots, side) ? report?.performance : null);
