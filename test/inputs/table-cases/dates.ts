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
  {
    id: 'midnight-24-compact',
    right: '202401132400 is the next midnight',
    rows: 99,
    columns: {
      t: { type: 'datetime', filled: 99, distinct: 99, first: '2024-01-13 01:00:00', last: '2024-01-17 03:00:00' },
    },
    notes: ['compact-dates t'],
  },
  {
    id: 'clock-with-points',
    right: '04.01.2024 11.59 is a date with its time of day',
    rows: 60,
    columns: { Datum: { type: 'datetime', filled: 60, first: '2024-01-01 00:00:00', last: '2024-01-04 11:59:00' } },
  },
  {
    id: 'dates-of-c',
    right: 'Mon Jan 01 00:00:00 2024 has its year behind the time',
    rows: 28,
    columns: { t: { type: 'datetime', filled: 28, last: '2024-01-28 03:00:00' } },
  },
  {
    id: 'zone-of-a-region',
    right: 'the name of a region behind an offset says nothing more',
    rows: 28,
    columns: { t: { type: 'datetime', filled: 28, first: '2024-01-01 11:00:00' } },
  },
  {
    id: 'order-per-notation',
    right: '14/01/2024 and 01-13-2024 in one column are both in January',
    rows: 40,
    columns: {
      t: { type: 'datetime', filled: 40, distinct: 15, min: '2024-01-13 00:00:00', max: '2024-01-27 00:00:00' },
    },
  },
  {
    id: 'spanish-months',
    right: '1 de enero de 2024 is a date',
    rows: 48,
    columns: { fecha: { type: 'datetime', filled: 48, last: '2024-04-20 00:00:00' } },
  },
  {
    id: 'japanese-minutes',
    right: '2024年12月20日 23時47分 is a time',
    rows: 48,
    columns: { 日時: { type: 'datetime', filled: 48, last: '2024-12-20 23:47:00' } },
  },
  {
    id: 'month-with-point',
    right: '01.Okt.2024 is a date',
    rows: 30,
    columns: { t: { type: 'datetime', filled: 30, first: '2024-10-01 00:00:00' } },
  },
  {
    id: 'utc-plus',
    right: 'UTC+2 is an offset',
    rows: 30,
    columns: { t: { type: 'datetime', filled: 30, first: '2024-07-01 10:00:00' } },
  },
  {
    id: 'weekday-and-month',
    right: 'lundi 1 janvier 2024 is a date',
    rows: 30,
    columns: { t: { type: 'datetime', filled: 30, first: '2024-01-01 00:00:00' } },
  },
  {
    id: 'midnight-24-points',
    right: '24.00 is the next midnight',
    rows: 30,
    columns: { t: { type: 'datetime', filled: 30, first: '2024-01-02 00:00:00', last: '2024-01-02 12:00:00' } },
  },
];
