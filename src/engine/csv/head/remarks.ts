import type { ColumnReading } from '../../../facts/settings/read-options.ts';
import type { ReadNote } from '../../../facts/statements/reading.ts';
import { quote } from '../../../facts/statements/statement.ts';
import type { HeadColumn } from './column-look.ts';
import { areNumbers, couldBeDates, isLettered, spelledOtherwise, type StoredType } from './stored-type.ts';
import { areMixed } from '../times/zones.ts';

/** How a column is kept, and how it was asked to be read. */
interface Kept {
  type: StoredType;
  asked: ColumnReading | undefined;
}

/**
 * What a person should know of how a column's cells are read in one file.
 * @param head the column there
 * @param everywhere the column in all files that have it
 * @param kept as what
 */
export function remarksOn(head: HeadColumn, everywhere: readonly HeadColumn[], { type, asked }: Kept): ReadNote[] {
  if (asked !== undefined || head.filled === 0) return [];
  const others = everywhere.filter((file) => file !== head && file.filled > 0);
  if (type === 'TIMESTAMP') return [...zones(head, others), ...zoneNames(head)];
  if (type === 'BOOLEAN') return spelledOtherwise(everywhere) ? spellings(head, others) : [];
  if (type === 'DOUBLE') {
    if (couldBeDates(head)) return shortDates(head);
    return head.sameNumber === '' ? [] : sameNumbers(head);
  }
  if (couldBeDates(head)) return shortDates(head);
  return [
    ...(isLettered(head) ? codes(head) : []),
    ...keptCodes(head),
    ...keptTimes(head),
    ...formulas(head),
    ...unlike(head),
  ];
}

/** Numbers that no one notation reads. */
function unlike(head: HeadColumn): ReadNote[] {
  const { name, unlike: numbers, kept } = head;
  if (numbers === null || kept !== null || isLettered(head) || head.wordsAmong || areNumbers(head)) return [];
  const values = { column: name, why: numbers.why, examples: numbers.examples.map((cell) => quote(cell)) };
  return [{ kind: 'numbers-unlike', values, severity: 'warning', column: name }];
}

/** Texts that were taken out of formulas. */
function formulas({ name, formulas: { cells, first } }: HeadColumn): ReadNote[] {
  if (cells === 0) return [];
  const values = { column: name, example: quote(first) };
  return [{ kind: 'texts-as-formulas', values, severity: 'info', column: name }];
}

/** Times with names of zones that cannot be put in one order. */
function keptTimes({ name, filled, times: { times, zones: named } }: HeadColumn): ReadNote[] {
  if (times < filled || !areMixed(named)) return [];
  const values = { column: name, zones: [...named.open, ...named.known], example: quote(named.example) };
  return [{ kind: 'zones-kept', values, severity: 'warning', column: name }];
}

const shortDates = ({ name, digits, first }: HeadColumn): ReadNote[] => [
  {
    kind: 'digits-may-be-dates',
    values: { column: name, formats: [...digits], example: quote(first) },
    severity: 'warning',
    column: name,
  },
];

function keptCodes(head: HeadColumn): ReadNote[] {
  const { name, kept } = head;
  if (kept === null) return isLettered(head) || !areNumbers(head) ? [] : plainCodes(head);
  const values = { column: name, why: kept.why, example: quote(kept.example) };
  return [{ kind: 'codes-kept', values, severity: 'warning', column: name }];
}

/** Numbers with leading zeros or too many digits: where most are such they are plainly identifiers, where few are it may be a slip. */
function plainCodes({ name, codes: { cells, first }, filled }: HeadColumn): ReadNote[] {
  if (cells === 0) return [];
  const why = /^[+-]?0/.test(first) ? 'leading-zeros' : 'digits';
  const severity = cells * 2 > filled ? 'info' : 'warning';
  return [{ kind: 'codes-kept', values: { column: name, why, example: quote(first) }, severity, column: name }];
}

/** Numbers that are written in digits of different length, which are gone once they are numbers. */
const sameNumbers = ({ name, sameNumber }: HeadColumn): ReadNote[] => [
  { kind: 'digits-vary', values: { column: name, example: quote(sameNumber) }, severity: 'info', column: name },
];

function zones({ name, times: { zoned, naive } }: HeadColumn, others: readonly HeadColumn[]): ReadNote[] {
  const elsewhere = (count: (times: HeadColumn['times']) => number): boolean =>
    others.some(({ times }) => count(times) > 0);
  const mixed =
    zoned > 0 && naive > 0
      ? 'both'
      : zoned > 0 && elsewhere((times) => times.naive)
        ? 'zoned'
        : naive > 0 && elsewhere((times) => times.zoned)
          ? 'naive'
          : null;
  if (mixed === null) return [];
  return [{ kind: 'zones-mixed', values: { column: name, here: mixed }, severity: 'warning', column: name }];
}

function zoneNames({ name, times }: HeadColumn): ReadNote[] {
  const { known, open } = times.zones;
  const [zone] = open;
  return [
    ...(known.length === 0
      ? []
      : [{ kind: 'zone-names', values: { column: name, zones: known }, severity: 'info', column: name } as const]),
    ...(zone === undefined
      ? []
      : [{ kind: 'zone-open', values: { column: name, zone }, severity: 'warning', column: name } as const]),
  ];
}

function spellings({ name, yesNo }: HeadColumn, others: readonly HeadColumn[]): ReadNote[] {
  const elsewhere = [...new Set(others.flatMap((file) => file.yesNo))].filter((word) => !yesNo.includes(word));
  const values = { column: name, here: yesNo, elsewhere };
  return [{ kind: 'boolean-spellings', values, severity: 'info', column: name }];
}

function codes({ name, filled, lettered }: HeadColumn): ReadNote[] {
  const values = { column: name, share: lettered.cells / filled, example: quote(lettered.first) };
  return [{ kind: 'codes-as-text', values, severity: 'warning', column: name }];
}
