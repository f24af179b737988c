import { familyText, gauge, type Family } from './family.ts';

const OWN = /^(# (TYPE|UNIT|HELP) )?plumbline_last_run_|^# EOF$/;

/** Whether the last run could make its report, and when it was. */
export const lastRunFamilies = (success: boolean, at: Date): Family[] => [
  gauge('last_run_success', [{ labels: {}, value: Number(success) }]),
  gauge('last_run_timestamp', [{ labels: {}, value: at.getTime() / 1000 }], 'seconds'),
];

/**
 * OpenMetrics text after a run that made no report: the numbers of the last report stay, and the last run is said to have failed.
 * @param before the text of the run before; '' where there is none
 * @param report what the report is called
 */
export function afterFailedRun(before: string, report: string, at: Date): string {
  const kept = before.split('\n').filter((line) => line !== '' && !OWN.test(line));
  const said = lastRunFamilies(false, at).map((family) => familyText(family, { report }));
  return `${said.join('')}${kept.map((line) => `${line}\n`).join('')}# EOF\n`;
}
