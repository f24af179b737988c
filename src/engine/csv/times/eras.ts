import { literal } from '../../database/sql.ts';

/** The year before the first of each era of Japan, by its name and by its letter. */
const ERAS: Readonly<Record<string, number>> = {
  ...{ 明治: 1867, 大正: 1911, 昭和: 1925, 平成: 1988, 令和: 2018 },
  ...{ M: 1867, T: 1911, S: 1925, H: 1988, R: 2018 },
};
const NAMES = '明治|大正|昭和|平成|令和';
/** The first year of an era has a sign of its own. */
const FIRST_YEAR = '元';
const PREFIX = `^(${NAMES}|[MTSHR])(${FIRST_YEAR}|[0-9]{1,2})`;
const DATE = `${PREFIX}(?:年[0-9]{1,2}月[0-9]{1,2}日|([./-])(?:[1-9]|0[1-9]|1[0-2])[./-](?:[1-9]|0[1-9]|[12][0-9]|3[01])(?:[ T].*)?$)`;
const [prefix, date, named] = [PREFIX, DATE, `^(?:${NAMES})`].map((pattern) => new RegExp(pattern));

/**
 * A Japanese date with the year of our calendar: `令和6年1月31日` as `2024年1月31日`; null for any other text.
 * @param text without blanks around it
 * @param letters whether `R6.1.31` is one too: elsewhere it may be a code
 */
export function eraDate(text: string, letters: boolean): string | null {
  if (date?.test(text) !== true || (!letters && named?.test(text) !== true)) return null;
  return text.replace(prefix ?? '', (_, era: string, year: string) =>
    String((ERAS[era] ?? 0) + (year === FIRST_YEAR ? 1 : Number(year))),
  );
}

/**
 * The same in SQL, letters included.
 * @param c a cell of text
 */
export function eraDateSql(c: string): string {
  const part = (group: number): string => `regexp_extract(${c}, ${literal(PREFIX)}, ${String(group)})`;
  const eras = Object.entries(ERAS).map(([era, year]) => `WHEN ${literal(era)} THEN ${String(year)}`);
  const year = `(CASE ${part(1)} ${eras.join(' ')} END + coalesce(TRY_CAST(${part(2)} AS INTEGER), 1))::VARCHAR`;
  return `CASE WHEN regexp_matches(${c}, ${literal(DATE)}) THEN regexp_replace(${c}, ${literal(PREFIX)}, ${year}) ELSE ${c} END`;
}
