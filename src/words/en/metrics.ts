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

export const metrics = { headings, beyondNoise };
