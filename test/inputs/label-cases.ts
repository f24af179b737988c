import { expect } from 'vitest';
import type { InputCase } from './input-case.ts';
import { expectClose } from '../stats/oracle.ts';
import { measured, model, modelNotes } from './read-report.ts';

/** What a model is measured by. */
export const LABELS: InputCase[] = [
  {
    id: 'labels/other-case',
    right: 'Cat and cat are one class: two classes, accuracy .8375, and the match is said',
    check: (report) => {
      expect(model(report).whole).toMatchObject({ classes: ['Dog', 'Cat'] });
      expectClose(measured(report, 'accuracy')[0] ?? NaN, 0.8375);
      expect(modelNotes(report)).toContain('labels-matched');
    },
  },
  {
    id: 'labels/minus-one',
    right: '-1 and 1 in the target, 0 and 1 in the prediction: two classes, accuracy .8375',
    check: (report) => {
      expect(model(report).whole).toMatchObject({ classes: ['-1', '1'] });
      expectClose(measured(report, 'accuracy')[0] ?? NaN, 0.8375);
      expect(modelNotes(report)).toContain('labels-matched');
    },
  },
  {
    id: 'labels/class-without-target',
    right: 'a probability whose class the target lacks is a class: three classes, accuracy .625 and .6',
    check: (report) => {
      expect(model(report).whole).toMatchObject({ classes: ['fir', 'oak', 'yew'] });
      expect(measured(report, 'accuracy')).toEqual([0.625, 0.6]);
      expect(model(report).whole).toMatchObject({
        confusion: {
          current: [
            [21, 10, 6],
            [6, 27, 10],
            [0, 0, 0],
          ],
        },
      });
      expect(modelNotes(report)).toContain('classes-of-one-column');
    },
  },
  {
    id: 'labels/label-beside-probability',
    right:
      'predicted labels beside probabilities are what was predicted: precision .815 and .902; AUC by the probabilities',
    check: (report) => {
      const right = {
        accuracy: [0.775, 0.8083333333333333],
        precision: [0.8148148148148148, 0.9019607843137255],
        recall: [0.7213114754098361, 0.71875],
        roc_auc: [0.8987218671853292, 0.9077845982142858],
        log_loss: [0.5911806448550728, 0.6521190778790216],
      };
      for (const [id, values] of Object.entries(right)) {
        values.forEach((value, i) => {
          expectClose(measured(report, id)[i] ?? NaN, value);
        });
      }
    },
  },
  {
    id: 'labels/no-labels-yet',
    right: 'an empty target is one without labels yet: the reference is measured, and that is said',
    check: (report) => {
      expect(modelNotes(report)).toEqual(['target-late']);
      expectClose(measured(report, 'accuracy')[0] ?? NaN, 0.5);
    },
  },
  {
    id: 'labels/counts',
    right: 'counts with real predictions are a regression: mean absolute error .5627',
    check: (report) => {
      expect(model(report).task).toBe('regression');
      expectClose(measured(report, 'mae')[1] ?? NaN, 0.5627133333333334);
    },
  },
];
