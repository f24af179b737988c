import type { ConfigProblem, ConfigRule, RefusedCondition } from '../../facts/statements/config-problems.ts';
import { MOST_REPORT_COLUMNS } from '../../facts/limits.ts';
import { count } from '../format.ts';
import { listed } from './grammar.ts';
import { COLUMN_READINGS } from '../../facts/settings/read-options.ts';

const rules: Readonly<Record<ConfigRule, string>> = {
  'a-delimiter': 'Expected up to four characters without quotes and line ends, "blanks", or nothing for one column',
  'a-limit': 'Expected a limit: "min", "max" or both',
  'a-picture-address': 'Expected a picture as a data: address',
  'a-small-picture': 'Expected a picture of less than 300 KB',
  'a-colour': 'Expected a colour such as #0b6e4f',
  'each-cell-once': 'Expected each pair of "actual" and "predicted" once',
  'a-time': 'Expected a number, or a time such as 2026-01-31 or 2026-01-31T06:00',
  'a-column-reading': `Expected ${COLUMN_READINGS.join(', ')} or a date format such as %d.%m.%Y`,
  'a-finite-number': 'Expected a number that is finite',
  'so-deep': 'Settings do not lie so deep in each other',
  'so-many': `There are more than ${count(MOST_REPORT_COLUMNS)} columns here, the most that a report may have`,
};

const suggested = (suggestion: string | null): string =>
  suggestion === null ? '.' : `; did you mean "${suggestion}"?`;

/** Why rows cannot be compared within a column, and what to do. */
export function refusedCondition(refused: RefusedCondition): string {
  const { column, values, most } = refused;
  return refused.reason === 'one-file'
    ? `“${column}” is in one file only, so rows cannot be compared within it. Choose a column that both files have.`
    : `“${column}” has ${count(values)} different values; rows are compared within at most ${count(most)}. Choose a column with fewer, or set its type to “categorical”.`;
}

type SettingProblem = Extract<ConfigProblem, { path: string }>;

function settingProblem(problem: SettingProblem): string {
  switch (problem.problem) {
    case 'no-object':
      return 'expected an object with settings by name.';
    case 'unknown-setting':
      return `no such setting${suggested(problem.suggestion)}`;
    case 'unknown-column':
      return `no such column${suggested(problem.suggestion)}`;
    case 'rule':
      return `${rules[problem.rule]}.`;
    case 'condition':
      return refusedCondition(problem.refused);
    case 'filter-one-file':
      return `“${problem.column}” is in one file only, so that rows of both cannot be chosen by it. Choose a column that both files have.`;
    case 'split-two-files':
      return 'one file can be split in two, and two were given. Leave one of them out, or the setting.';
    case 'value':
      return `Expected ${problem.expected} but received ${problem.received}.`;
    case 'whole-number':
      return `Expected a whole number but received ${problem.received}.`;
    case 'long':
      return `Expected at most ${count(problem.limit)} letters.`;
  }
}

/** What is wrong with settings; `file` is the set-up that they stand in. */
export function configProblem(problem: ConfigProblem, file: string | undefined): string {
  if ('path' in problem) return `${problem.path}: ${settingProblem(problem)}`;
  const named = `“${file ?? ''}”`;
  switch (problem.problem) {
    case 'unreadable':
      return `${named} cannot be read as a set-up: ${problem.detail}.`;
    case 'keys-twice':
      return `${named} holds ${listed(problem.keys.map((key) => `“${key}”`))} more than once in one object. Take one of each out.`;
    case 'no-settings':
      return `${named} is no set-up: it holds no settings by name.`;
    case 'long-yaml':
      return `${named} is YAML of more than ${count(problem.limit / 1000)} kB, which takes too long to read. Save it as JSON.`;
  }
}
