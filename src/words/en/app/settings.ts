import { count } from '../../format.ts';
import { counted } from '../grammar.ts';
import type { SidesWords, SideWords } from '../sides.ts';

const USUAL = 'found out (usual)';

/** The sheet of settings: labels, explanations, choices, and why a value cannot be taken. */
export const settings = {
  heading: 'Settings',
  lead: 'What each column holds and stands for, and how strict the comparison is.',
  withoutData:
    'This report was opened without its data, so its settings can be read but not changed. Drop the two files to compare them anew.',
  running: 'Computing again what depends on the change …',
  comparison: 'Comparison',
  comparisonLead: 'profile, false alarms, the size that matters, the model',
  search: 'Search columns',
  columns: (n: number) => counted(n, 'column'),
  column: {
    onlyIn: ({ name }: SideWords) => `only in the ${name} file`,
    reset: 'Reset to guess',
    type: (column: string) => `Type of ${column}`,
    role: (column: string) => `Role of ${column}`,
    test: (column: string) => `Test of ${column}`,
    method: (column: string) => `Evidently’s method of ${column}`,
    testChoice: (choice: string) => `Test: ${choice}`,
    methodChoice: (choice: string) => `Evidently’s method: ${choice}`,
    minimumEffect: 'Smallest change that matters',
    minimumEffectOf: (column: string) => `Smallest change that matters in ${column}`,
    minimumEffectUnitOf: (column: string) => `Unit of the smallest change in ${column}`,
    minimumEffectUnits: {
      effect: ({ reference }: SidesWords) => `σ of ${reference.noun}`,
      own: 'the column’s own unit',
    },
    minimumEffectShare: 'as a share of rows, 0 to 1',
  },
  missing: {
    label: 'Also counts as missing',
    hint: 'Texts or numbers that stand for “no value”, separated by commas',
  },
  problems: {
    noNumber: 'This is not a number.',
    share: 'A share lies between 0 and 1.',
    size: 'A size cannot be below 0.',
    alpha: 'It must lie between 0 and 1, both excluded.',
    bins: 'A whole number from 2 to 200.',
    periodRows: (fewest: number) => `A whole number from ${count(fewest)} on.`,
  },
  numbers: {
    alpha: { label: 'False alarms allowed', hint: 'α: the share of alarms that may be false, all columns together' },
    'minimum-effect-numeric': {
      label: 'Smallest change that matters: numbers',
      hint: ({ reference }: SidesWords) => `In standard deviations of ${reference.noun}`,
    },
    'minimum-effect-categorical': {
      label: 'Smallest change that matters: categories',
      hint: 'As a share of rows, 0 to 1',
    },
    'detectable-effect-numeric': {
      label: 'How coarse a look still is an answer: numbers',
      hint: '“Stable” is said only where a change of this size would have been seen; in standard deviations',
    },
    'detectable-effect-categorical': {
      label: 'How coarse a look still is an answer: categories',
      hint: 'The same, as a share of rows, 0 to 1',
    },
    'bins-count': {
      label: 'Number of bins',
      hint: 'At most, where they end at round numbers; empty: as many as the data bear',
    },
    'periods-rows': { label: 'Rows of a period', hint: 'In the order of time; rows of one moment stay together' },
  },
  profile: {
    label: 'Verdicts by',
    hint: 'Evidently’s numbers are shown beside the calibrated ones either way',
    choices: { plumbline: 'Plumbline, calibrated', evidently: 'Evidently’s defaults' },
  },
  rowOrder: {
    label: 'Order of the rows',
    hint: 'Slow processes repeat themselves from row to row, so that a row tells less than an independent one.',
    found: 'As the data say',
    choices: { time: 'By the time column', file: 'As in the file', none: 'None: rows are shuffled' },
  },
  periods: {
    label: 'Periods over time',
    hint: 'Pictures over time, and since when something is different, go by them',
    found: 'As fit the rows: at most 60',
    choices: { hour: 'Hours', day: 'Days', week: 'Weeks', month: 'Months', rows: 'As many rows each' },
  },
  correction: {
    label: 'Correction for many columns',
    hint: 'How false alarms are held down when many columns are tested at once',
    choices: {
      benjamini_hochberg: 'Benjamini–Hochberg (usual)',
      benjamini_yekutieli: 'Benjamini–Yekutieli (any dependence)',
      holm: 'Holm (not one false alarm)',
    },
  },
  bins: {
    label: 'Bins of pictures and their scores',
    hint: ({ reference }: SidesWords) => `Frozen from ${reference.noun}; what is drawn is what is scored`,
    choices: {
      nice: 'between round numbers (usual)',
      equal_width: 'of one width',
      quantiles: ({ reference }: SidesWords) => `with equally many ${reference.name} rows`,
    },
  },
  test: { numeric: 'Test: numbers', categorical: 'Test: categories' },
  method: {
    labels: { numeric: 'Evidently’s method: numbers', categorical: 'Evidently’s method: categories' },
    hint: 'By its own name; its threshold is the method’s default',
  },
  cost: {
    heading: 'What errors cost',
    lead: 'set it, and the report says what the model’s errors cost',
    units: {
      over: { label: 'A unit too high costs', hint: 'For each unit of the target that a prediction is too high' },
      under: { label: 'A unit too low costs', hint: 'For each unit of the target that a prediction is too low' },
      free: {
        label: 'Errors that cost nothing',
        hint: 'Up to this size, in the unit of the target; of larger errors only what lies beyond costs',
      },
    },
    cells: {
      caption: 'Cost of a row by its true and its predicted class',
      hint: 'What a row costs; empty for nothing, below zero for a gain',
      corner: 'True class, down; predicted, across',
      cell: (actual: string, predicted: string) => `Cost of “${actual}” predicted as “${predicted}”`,
      problem: (actual: string, predicted: string, problem: string) =>
        `“${actual}” predicted as “${predicted}”: ${problem}`,
      tooMany: 'For more than six classes costs are set in a set-up, as cost.cells.',
    },
    currency: { label: 'Currency', hint: 'As it is to be written: €, $, kWh' },
  },
  model: {
    task: {
      label: 'What the model predicts',
      hint: 'Numbers are a regression, classes a classification',
      choices: {
        guess: USUAL,
        regression: 'numbers: regression',
        classification: 'classes: classification',
        none: 'nothing: do not measure it',
      },
    },
    files: {
      label: 'What the two files are',
      hint: 'Two models are compared row by row where the rows are the same',
      choices: { guess: USUAL, periods: 'two periods of one model', models: 'two models on the same rows' },
    },
    positive: {
      label: 'The class that is looked for',
      hint: 'Precision, recall and the curves are of this one',
      choices: { guess: USUAL },
    },
  },
};
