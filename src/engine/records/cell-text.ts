import type { CellObject } from '@e965/xlsx';

const ERRORS = new Map([
  [0x00, '#NULL!'],
  [0x07, '#DIV/0!'],
  [0x0f, '#VALUE!'],
  [0x17, '#REF!'],
  [0x1d, '#NAME?'],
  [0x24, '#NUM!'],
  [0x2a, '#N/A'],
]);

/**
 * A cell as a text.
 * @param cell with its format, which tells times of day from durations
 * @param fromMac days count from 1904, as in workbooks of old Macs
 */
export function textOf(cell: CellObject | undefined, fromMac: boolean): string {
  if (cell?.v === undefined) return '';
  if (cell.t === 'e') return ERRORS.get(Number(cell.v)) ?? '#N/A';
  if (!(cell.v instanceof Date)) return String(cell.v);
  return DURATION_FORMAT.test(String(cell.z)) ? durationText(cell.v, fromMac) : timeText(cell.v, fromMac);
}

/** Hours, minutes or seconds that go on counting beyond a day. */
const DURATION_FORMAT = /\[(?:h+|m+|s+)\]/i;

/** Spreadsheets have a 29 February 1900, so that days before it count from another one. */
function dayZero(ms: number, fromMac: boolean): number {
  if (fromMac) return Date.UTC(1904, 0, 1);
  return Date.UTC(1899, 11, ms < Date.UTC(1900, 2, 1) ? 31 : 30);
}

function durationText(time: Date, fromMac: boolean): string {
  const moment = settled(time.getTime());
  const ms = moment - dayZero(moment, fromMac);
  const seconds = Math.abs(ms) / 1000;
  const two = (n: number): string => String(Math.floor(n)).padStart(2, '0');
  const fraction = Math.round((seconds % 1) * 1000);
  const clock = [seconds / 3600, (seconds / 60) % 60, seconds % 60].map(two).join(':');
  return `${ms < 0 ? '-' : ''}${clock}${fraction === 0 ? '' : `.${String(fraction).padStart(3, '0')}`}`;
}

/** The day that spreadsheets count from: a time of day is a time on it. */
const EPOCH_DAY = '1899-12-3';
const MAC_EPOCH_DAY = '1904-01-01';

/** A date, a time of day, or both; spreadsheets know no zone. */
function timeText(time: Date, fromMac: boolean): string {
  if (Number.isNaN(time.getTime())) return '#VALUE!';
  const [day = '', clock = ''] = new Date(settled(time.getTime())).toISOString().split('T');
  const short = clock.replace('Z', '').replace(/\.000$/, '');
  if (day.startsWith(fromMac ? MAC_EPOCH_DAY : EPOCH_DAY)) return short;
  return short === '00:00:00' ? day : `${day} ${short}`;
}

/** Days are kept as fractions: a whole second may come out a millisecond off. */
function settled(ms: number): number {
  const deviation = ms - Math.round(ms / 1000) * 1000;
  return Math.abs(deviation) <= 1 ? ms - deviation : ms;
}
