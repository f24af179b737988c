/** Formatters by locale and options: making one costs more than using it a thousand times. */

const numbers = new Map<string, Intl.NumberFormat>();
const dates = new Map<string, Intl.DateTimeFormat>();

function cached<T>(cache: Map<string, T>, key: string, make: () => T): T {
  const known = cache.get(key);
  if (known !== undefined) return known;
  const made = make();
  cache.set(key, made);
  return made;
}

export const numberFormat = (locale: string | undefined, options: Intl.NumberFormatOptions): Intl.NumberFormat =>
  cached(numbers, JSON.stringify([locale, options]), () => new Intl.NumberFormat(locale, options));

/** Times are read in UTC everywhere. */
export const dateFormat = (locale: string | undefined, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  cached(
    dates,
    JSON.stringify([locale, options]),
    () => new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }),
  );
