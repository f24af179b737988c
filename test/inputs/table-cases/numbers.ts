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
    id: 'unicode-minus-few',
    right: 'a true minus sign makes negative numbers',
    rows: 100,
    columns: { Amount: { type: 'numeric', filled: 100, min: '-96.5' } },
    notes: ['accounting-numbers Amount'],
  },
  {
    id: 'trailing-minus-few',
    right: 'a minus behind makes negative numbers',
    rows: 100,
    columns: { Saldo: { type: 'numeric', filled: 100, first: '-2100.0' } },
    notes: ['accounting-numbers Saldo'],
  },
  {
    id: 'accounting-few',
    right: 'brackets make negative numbers',
    rows: 100,
    columns: { Net: { type: 'numeric', filled: 100, min: '-9090.0', first: '-9000.0' } },
    values: { 'accounting-numbers Net': { column: 'Net', sign: '', example: { quote: '(9,000.00)' } } },
  },
  {
    id: 'neg-zero-percent-paren-all',
    right: 'brackets in all cells: all are negative',
    rows: 60,
    columns: { bal: { type: 'numeric', filled: 60, max: '-900.5', first: '-900.5' } },
    notes: ['accounting-numbers bal'],
  },
  {
    id: 'dollar-prefix-neg',
    right: 'a currency before the number, a minus before the currency',
    rows: 100,
    columns: { price: { type: 'numeric', filled: 100, first: '-100.5' } },
    values: { 'accounting-numbers price': { sign: '$' } },
  },
  {
    id: 'currency-codes',
    right: 'several currencies are no numbers of one column',
    rows: 60,
    columns: { Price: { first: 'EUR 0.50' } },
  },
  {
    id: 'numbers-otherwise',
    right:
      'whole sums, percent in brackets, lakhs, full-width digits, a blank behind the minus, currency on either side',
    rows: 40,
    columns: {
      francs: { type: 'numeric', filled: 40, last: '39250.0' },
      percent: { type: 'numeric', filled: 40, last: '-39.5', max: '38.5' },
      rupees: { type: 'numeric', filled: 40, first: '1234567.25', last: '5134567.25' },
      wide: { type: 'numeric', filled: 40, last: '39.5' },
      blank: { type: 'numeric', filled: 40, min: '-36.5' },
      euro: { type: 'numeric', filled: 40, min: '-38.5', last: '39.5' },
    },
    notes: ['francs', 'percent', 'wide', 'blank', 'euro'].map((name) => `accounting-numbers ${name}`),
  },
  {
    id: 'sas-dot-missing',
    right: 'a dot alone is no value',
    rows: 100,
    columns: { bp: { type: 'numeric', filled: 75 }, chol: { type: 'numeric' } },
    values: { 'missing-texts': { texts: ['.'] } },
  },
  {
    id: 'en-dash-missing',
    right: 'a dash alone is no value',
    rows: 100,
    columns: { v: { type: 'numeric', filled: 75, max: '99.5' } },
    values: { 'missing-texts': { texts: ['–'] } },
  },
  {
    id: 'german-nan',
    right: 'k.A. is no value',
    rows: 100,
    columns: { v: { type: 'numeric', filled: 75, max: '99.5' } },
  },
  {
    id: 'limits-of-detection',
    right: 'limits of detection are words among numbers',
    rows: 60,
    notes: ['words-among-numbers c'],
  },
  {
    id: 'limits-of-detection',
    right: 'and can be read as their limit',
    read: { columns: new Map([['c', 'number_limits']]) },
    rows: 60,
    columns: { c: { type: 'numeric', filled: 60, first: '0.05', max: '8.85' } },
  },
  {
    id: 'true-minus-comma',
    right: '−3,5 is a number',
    rows: 40,
    columns: { d: { type: 'numeric', filled: 40, min: '-39.5' } },
    notes: ['accounting-numbers d'],
  },
  {
    id: 'trailing-minus-groups',
    right: '1.234,00- is a number',
    rows: 40,
    columns: { saldo: { type: 'numeric', filled: 40, first: '-1100.0' } },
  },
  {
    id: 'narrow-blanks',
    right: 'narrow blanks stand between groups',
    rows: 40,
    columns: { p: { type: 'numeric', filled: 40, first: '1100.5', max: '40139.5' } },
  },
];
