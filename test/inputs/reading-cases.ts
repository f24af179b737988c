import { expect } from 'vitest';
import type { InputCase } from './input-case.ts';
import { expectClose } from '../stats/oracle.ts';
import { column, findings, measured, notes, texts, types } from './read-report.ts';

/** How names and cells are read. */
export const READING: InputCase[] = [
  {
    id: 'reading/years-as-names',
    right: 'years are names over numbers that are none: 40 rows',
    check: (report) => {
      expect(Object.keys(types(report)).sort()).toEqual(['2019', '2020', '2021', 'plant']);
      expect(report.inputs.current?.rows).toBe(40);
      expect(notes(report)).toContain('numbers-as-names ');
    },
  },
  {
    id: 'reading/classes-as-names',
    right: 'class numbers are names of probabilities; AUC, log loss, accuracy and Brier score by scikit-learn',
    check: (report) => {
      expect(Object.keys(types(report)).sort()).toEqual(['0', '1', 'target']);
      const right = {
        roc_auc: [0.8687094155844156, 0.8076],
        log_loss: [0.5005768648273449, 0.5440521091767123],
        accuracy: [0.77, 0.73],
        brier: [0.16346615, 0.18404282],
      };
      for (const [id, values] of Object.entries(right)) {
        values.forEach((value, i) => {
          expectClose(measured(report, id)[i] ?? NaN, value);
        });
      }
    },
  },
  {
    id: 'reading/postcodes',
    right: 'one column of categories with blanks in them; distance and p-value by scipy',
    check: (report) => {
      expect(types(report)).toEqual({ postcode: 'categorical' });
      const { drift } = column(report, 'postcode');
      expectClose(drift?.effect?.observed ?? NaN, 0.19166666666666668);
      expectClose(drift?.evidence?.pValueIndependent ?? NaN, 0.35728638665664664);
    },
  },
  {
    id: 'reading/date-and-time',
    right: 'one column of times, 200 rows',
    check: (report) => {
      expect(types(report)).toEqual({ measured_at: 'datetime' });
      expect(report.inputs.current?.rows).toBe(200);
    },
  },
  {
    id: 'reading/infinite-alone',
    right: 'a column of infinities holds numbers, all infinite',
    check: (report) => {
      const { type, quality } = column(report, 'ratio');
      expect(type).toBe('numeric');
      expect(quality.current?.infinite).toBe(40);
      expect(findings(report)).toContain('infinite ratio');
    },
  },
  {
    id: 'reading/invoice-numbers',
    right: 'numbers of which some begin with C are texts, none of them missing, and that is said with both shares',
    check: (report) => {
      const { type, quality } = column(report, 'InvoiceNo');
      expect(['identifier', 'categorical', 'text']).toContain(type);
      expect([quality.reference?.missing, quality.current?.missing]).toEqual([0, 0]);
      const said = Object.values(report.inputs).map((input) =>
        input.notes.find(({ kind }) => String(kind) === 'codes-as-text'),
      );
      expect(said.map((note) => note?.values)).toMatchObject([{ share: 0.05 }, { share: 0.2 }]);
    },
  },
  {
    id: 'reading/nan-and-none',
    right: 'nan in one file and None in the other are both missing, and that is said',
    check: (report) => {
      const { quality, drift } = column(report, 'c');
      expect([quality.reference?.missing, quality.current?.missing]).toEqual([50, 50]);
      expect(drift?.effect?.value).toBeLessThan(0.05);
      expect(notes(report)).toContain('missing-texts ');
    },
  },
  {
    id: 'reading/true-and-one',
    right: 'True and 1 are one boolean: shares differ by 8.5 %, and the change of spelling is said',
    config: { rowOrder: 'none' },
    check: (report) => {
      const { type, drift } = column(report, 'on');
      expect(type).toBe('boolean');
      expectClose(drift?.effect?.observed ?? NaN, 0.08499999999999996);
      expect(notes(report)).toContain('boolean-spellings on');
      expect(findings(report)).not.toContain('type-change on');
    },
  },
  {
    id: 'reading/naive-and-zoned',
    right: 'times without an offset beside times with one: that is said',
    check: (report) => {
      expect(notes(report)).toContain('zones-mixed ts');
    },
  },
  {
    id: 'reading/zeros-lost',
    right: 'codes that have lost their leading zeros: a finding',
    check: (report) => {
      expect(findings(report)).toContain('leading-zeros-lost zip');
    },
  },
  {
    id: 'reading/spellings',
    right: 'North, "North ", north and NORTH: a finding that these are spellings of one category',
    check: (report) => {
      expect(findings(report)).toContain('spellings region');
    },
  },
  {
    id: 'columns/exact-sums',
    right: 'means and standard deviations of far, huge and cancelling numbers, by exact fractions',
    check: (report) => {
      const right = {
        off9: [1000000003.6875, 2.1830311495716224],
        huge: [1.29e308, 2.005923431629264e307],
        cancel: [-4.233333333333333, 8233869695926193],
      };
      for (const [name, [mean = NaN, std = NaN]] of Object.entries(right)) {
        const { current } = column(report, name).quality;
        expectClose(current?.mean ?? NaN, mean);
        expectClose(current?.std ?? NaN, std);
      }
    },
  },
  {
    id: 'columns/one-far-value',
    right: 'one far value among 400: not changed, its row named, and the value written in one way everywhere',
    check: (report) => {
      expect(column(report, 'a').drift?.state).not.toBe('changed');
      const written = texts(report).flatMap((text) => text.match(/[−-]7[,.]0[\d,.]*\d/g) ?? []);
      expect(new Set(written)).toEqual(new Set(['−7,017,053']));
      expect(texts(report).some((text) => text.includes('row 201'))).toBe(true);
    },
  },
  {
    id: 'columns/two-dates',
    right: 'two columns of dates: neither is tested, the distance between them is',
    check: (report) => {
      expect(column(report, 'ordered').drift?.state).toBe('notTested');
      expect(column(report, 'shipped').drift?.state).toBe('notTested');
      const lag = column(report, 'shipped − ordered (h)');
      expect(lag.type).toBe('numeric');
      expect(lag.drift?.state).not.toBe('notTested');
      expect(lag.quality.current?.max).toBe(48);
    },
  },
];
