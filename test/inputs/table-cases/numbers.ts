import type { TableCase } from './table-case.ts';

/** Numbers that are not written as usual, and words among them. */
export const NUMBERS: TableCase[] = [
  {
    id: 'historian-states',
    right: 'words among numbers are counted, and the column can be numbers',
    rows: 200,
    columns: { 'TI101.PV': { filled: 200 } },
    values: {
      'words-among-numbers TI101.PV': {
        ...{ column: 'TI101.PV', filled: 200, numbers: 140, kinds: 2 },
        words: [
          { word: { quote: 'Bad Input', rows: 50 }, cells: 50 },
          { word: { quote: 'No Data', rows: 10 }, cells: 10 },
        ],
      },
    },
  },
  {
    id: 'german-nan',
    right: 'k.A. in a quarter of the cells stands for no value when it is asked to',
    read: { columns: new Map([['v', 'number']]) },
    rows: 100,
    columns: { v: { type: 'numeric', filled: 75, max: '99.5' } },
  },
];
