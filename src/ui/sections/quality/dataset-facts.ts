import type { DatasetQuality } from '../../../facts/results.ts';
import type { Report, ReportInput } from '../../../facts/document.ts';
import { sides } from '../../files/slots.ts';
import { NONE, bytes, count, share } from '../../../words/format.ts';
import type { Fact } from '../../parts/facts.ts';
import { sidesOf } from '../report-sides.ts';

const named = (names: readonly string[]) =>
  names.length === 0 ? count(0) : `${count(names.length)}: ${names.join(', ')}`;

const lines: [
  label: string,
  entry: string,
  words: (quality: DatasetQuality) => string,
  odd: (quality: DatasetQuality) => boolean,
][] = [
  [
    'Missing cells',
    'missing_cells',
    (q) => (q.missingCells === 0 ? count(0) : `${count(q.missingCells)} (${share(q.missingShare)})`),
    (q) => q.missingCells > 0,
  ],
  ['Duplicate rows', 'duplicate-rows', (q) => count(q.duplicateRows), (q) => q.duplicateRows > 0],
  ['Empty rows', 'empty-rows', (q) => count(q.emptyRows), (q) => q.emptyRows > 0],
  ['Empty columns', 'empty-columns', (q) => named(q.emptyColumns), (q) => q.emptyColumns.length > 0],
  [
    'Columns that repeat another',
    'duplicate-columns',
    (q) => named(q.duplicateColumns.map((group) => group.join(' = '))),
    (q) => q.duplicateColumns.length > 0,
  ],
];

/** Both files side by side, as far as they have been looked at. */
export function datasetFacts(report: Report): Fact[] {
  const { quality } = report.dataset;
  return lines.map(([label, entry, words, odd]) => {
    const told = sidesOf(report).map((side) => {
      const one = quality[side];
      return [side, one ? words(one) : NONE] as const;
    });
    const marked = sides.filter((side) => {
      const one = quality[side];
      return one !== undefined && odd(one);
    });
    return { label, entry, ...Object.fromEntries(told), marked };
  });
}

/** What the files are; `unread` while there is more of them. */
export function fileFacts(report: Report, unread = false): Fact[] {
  const about: [string, (input: ReportInput) => string][] = [
    [
      unread ? 'Rows read so far' : 'Rows',
      ({ rows, rowsUsed }) => (rowsUsed < rows ? `${count(rowsUsed)} of ${count(rows)}` : count(rows)),
    ],
    ['Columns', ({ columns }) => count(columns)],
    ['Format', ({ format }) => format],
    ['Size', ({ bytes: size }) => bytes(size)],
  ];
  return about.map(([label, words]) => {
    const told = sidesOf(report).flatMap((side) => {
      const input = report.inputs[side];
      return input ? [[side, words(input)] as const] : [];
    });
    return { label, ...Object.fromEntries(told) };
  });
}
