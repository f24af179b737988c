/** What went wrong, as far as the error knows. */
export interface Trouble {
  message: string;
  /** Stable word for scripts. */
  code?: string;
  file?: string;
  row?: number;
  column?: string;
  /** The share of the rows that would fit, where there are too many. */
  share?: number;
}

const told = (value: unknown) => value !== undefined && value !== null && value !== '';

/** Errors cross worker borders as plain fields; anything else is said in its own words. */
export function troubleOf(error: unknown): Trouble {
  if (!(error instanceof Error)) return { message: String(error) };
  const fields = error as Error & Omit<Trouble, 'message'>;
  const known = (['code', 'file', 'row', 'column', 'share'] as const).filter((key) => told(fields[key]));
  return { message: error.message || error.name, ...Object.fromEntries(known.map((key) => [key, fields[key]])) };
}

/** Label and value of each known place. */
export function placeOf({ file, row, column }: Trouble): [label: string, value: string][] {
  const places: [string, string | number | undefined][] = [
    ['File', file],
    ['Row', row],
    ['Column', column],
  ];
  return places.filter(([, value]) => value !== undefined).map(([label, value]) => [label, String(value)]);
}
