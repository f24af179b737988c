import { measureName } from './measures.ts';
import { metricHelp } from './metric-help.ts';

/** Over the tables of the report that are pasted into a chat or a ticket. */
const headings = {
  column: 'Column',
  state: 'State',
  change: 'Change',
  q: 'q',
  missing: 'Missing',
  measure: 'Measure',
  noise: 'More than noise',
};

const beyondNoise = { yes: 'yes', no: 'no' };

/** What a measure of a model, and its change, say as metrics. */
const ofMeasure = (id: string): string => `${measureName(id)} of the model.`;
const ofChange = (help: string): string => `Change of it, current minus reference: ${help}`;
const ofRelativeChange = (help: string): string =>
  `Change of it, current minus reference, as a share of the reference: ${help}`;

/** Of the families that only OpenMetrics has. */
const families = {
  report_info: 'What the report was made of.',
  verdict: 'The verdict on the whole: 1 for the state that it is in.',
  drift_state: 'Whether a column has changed: 1 for the state that it is in.',
  outcome: 'What a scheduled run may be stopped by: 1 for each cause that is there.',
  cannot_say: 'Of how many columns, models and conditions nothing can be said.',
  last_run_success:
    'Whether the last run could make its report; the other numbers are of the last report that was made.',
  last_run_timestamp: 'When the last run was, made a report or not.',
  condition_state: 'Whether a condition of the set-up holds: 1 for the state that it is in.',
};
const lowerLimit = (help: string): string => `Lower limit of the 95 % interval. ${help}`;
const upperLimit = (help: string): string => `Upper limit of the 95 % interval. ${help}`;

/** The size of a change within others, beside that over all rows. */
const withinSize = (alike: string, all: string): string => `${alike} (over all rows ${all})`;

export const metrics = {
  withinSize,
  ...{ headings, beyondNoise, help: metricHelp, ofMeasure, ofChange, ofRelativeChange },
  ...{ families, lowerLimit, upperLimit },
};
