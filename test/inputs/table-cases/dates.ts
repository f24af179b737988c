import type { TableCase } from './table-case.ts';

/** Dates, times of day and spans of time. */
export const DATES: TableCase[] = [
  {
    id: 'dotted-time',
    right: '18.00.00 is a time of day',
    rows: 60,
    columns: { Time: { filled: 60, distinct: 24, first: '00.00.00' }, Date: { type: 'datetime', filled: 60 } },
  },
  {
    id: 'two-digit-years-slash-us',
    right: 'years of two digits do not lie in the future, and are said',
    rows: 80,
    columns: { signed: { type: 'datetime', filled: 80, last: '1944-08-24 00:00:00' } },
    notes: ['two-digit-years signed'],
  },
  {
    id: 'hour-24',
    right: '24:00 is the next midnight',
    rows: 192,
    columns: { Zeit: { type: 'datetime', filled: 192, last: '2024-05-03 00:00:00' } },
  },
  {
    id: 'minute-24',
    right: '22:24:00 and 01:24:00 are minutes, not midnight',
    rows: 181,
    columns: {
      time: { type: 'datetime', filled: 181, first: '2024-05-01 22:24:00', last: '2024-05-02 01:24:00' },
      german: { type: 'datetime', filled: 181, first: '2024-05-01 22:24:00', last: '2024-05-02 01:24:00' },
    },
  },
  {
    id: 'german-months',
    right: 'Mrz, Mai, Okt and Dez are months',
    rows: 60,
    columns: { Tag: { type: 'datetime', filled: 60, first: '2024-01-01 00:00:00', last: '2024-12-04 00:00:00' } },
  },
  {
    id: 'french-months',
    right: 'janv., févr. and déc. are months',
    rows: 60,
    columns: { jour: { type: 'datetime', filled: 60, first: '2024-01-01 00:00:00', last: '2024-12-04 00:00:00' } },
  },
  {
    id: 'zone-names',
    right: '12:34:56 CET is 11:34:56 UTC, which is said',
    rows: 60,
    columns: { t: { type: 'datetime', filled: 60, first: '2024-01-01 11:34:56' } },
    notes: ['zone-names t'],
  },
  {
    id: 'cjk-dates',
    right: '2024年1月1日 is a date',
    rows: 60,
    columns: { 日期: { type: 'datetime', filled: 60, last: '2024-12-04 00:00:00' } },
  },
  {
    id: 'js-dates',
    right: 'dates as JavaScript and mails write them',
    rows: 60,
    columns: {
      t: { type: 'datetime', filled: 60, first: '2024-03-01 09:00:00' },
      rfc: { type: 'datetime', filled: 60, first: '2024-03-01 10:00:00' },
    },
  },
  {
    id: 'durations',
    right: '177:59:59 is a span of time, in seconds',
    rows: 60,
    columns: { run: { type: 'numeric', filled: 60, max: '640799.0' } },
    notes: ['durations-as-seconds run'],
  },
  {
    id: 'century-set',
    right: 'the hundred years of two digits are those that are asked for',
    read: { centuryStart: 1870 },
    rows: 50,
    columns: { born: { type: 'datetime', filled: 50, min: '1870-03-08 00:00:00', max: '1968-03-07 00:00:00' } },
    values: { 'two-digit-years born': { first: 1870, last: 1969 } },
  },
];
