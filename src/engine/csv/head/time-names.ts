/** What columns of moments are called, however they are written. */
export const TIME_NAME =
  /(?:^|[^a-z])(?:date|time|timestamp|epoch|ts|unix|datum|zeit|stamp|created|updated)(?:[^a-z]|$)|time$/i;

/** What columns of a spreadsheet's days are called. */
export const DATE_NAME = /(?:^|[^a-z])(?:date|datum|timestamp|date[ _-]?time|excel|zeitstempel)(?:[^a-z]|$)/i;

const WORDS =
  'dates?|dat|datums?|data|days?|tage?|fecha|jours?|dato|time|zeit|(?:time|zeit)?(?:stamp|stempel)|dt|ymd|dmy|mdy|yymmdd|ddmmyy|yyyymm|months?|monate?|mois|mes|mese|periode?|period';
const DATED = new RegExp(`(?:^|[^a-z])(?:${WORDS})(?:[^a-z]|$)|(?:date|datum|monat)$|[日月]`, 'i');

/**
 * Whether a column is called like a date, in one of some languages.
 * @param name of the column
 */
export const isDated = (name: string): boolean => DATED.test(name);
