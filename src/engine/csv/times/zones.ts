import type { PairStep, TimeStep } from './steps.ts';

/** Names of zones that mean one offset wherever they are used, in hours. */
export const ZONES: Readonly<Record<string, string>> = {
  ...{ Z: '+00:00', UTC: '+00:00', GMT: '+00:00', WET: '+00:00', CET: '+01:00', MEZ: '+01:00', WEST: '+01:00' },
  ...{ CEST: '+02:00', MESZ: '+02:00', EET: '+02:00', EEST: '+03:00', MSK: '+03:00', JST: '+09:00', KST: '+09:00' },
  ...{ EST: '-05:00', EDT: '-04:00', CDT: '-05:00', MST: '-07:00', MDT: '-06:00', PST: '-08:00', PDT: '-07:00' },
  ...{ ADT: '-03:00', AEST: '+10:00', AEDT: '+11:00', NZST: '+12:00', NZDT: '+13:00', SAST: '+02:00' },
};

/** Names that mean several: India, Israel and Ireland; Central America and China; Britain and Bangladesh; Arabia and the Atlantic. */
export const OPEN_ZONES = ['IST', 'CST', 'BST', 'AST', 'SST', 'GST', 'WST', 'ECT', 'AMT', 'ACT'] as const;

/** Names beside an open one that say which it is. */
export const PAIRS = {
  'zone-central': { open: 'CST', beside: 'CDT', offset: '-06:00' },
  'zone-british': { open: 'BST', beside: 'GMT', offset: '+01:00' },
  'zone-atlantic': { open: 'AST', beside: 'ADT', offset: '-04:00' },
} as const satisfies Record<PairStep, object>;
const PAIR_STEPS = Object.keys(PAIRS) as PairStep[];

/** Names of zones in a column. */
export interface Zones {
  /** Those by which times are turned into UTC, UTC itself apart. */
  known: string[];
  /** Those of which nothing tells what they mean. */
  open: string[];
  /** A cell with one of these. */
  example: string;
}

const NAME = /\b([A-Z]{3,4})(?: \d{4})?$/;
const OPEN = new Set<string>(OPEN_ZONES);

/**
 * The names of zones in some cells.
 * @param cells as they stand in the file
 */
export function zonesIn(cells: readonly string[]): Zones {
  const examples = new Map<string, string>();
  for (const cell of cells) {
    const name = NAME.exec(cell)?.[1] ?? '';
    if ((OPEN.has(name) || Object.hasOwn(ZONES, name)) && !examples.has(name)) examples.set(name, cell);
  }
  const names = [...examples.keys()];
  const told = PAIR_STEPS.map((step) => PAIRS[step]).filter(
    ({ open, beside }) => examples.has(open) && examples.has(beside),
  );
  const open = names.filter((name) => OPEN.has(name) && !told.some((pair) => pair.open === name));
  const known = names.filter((name) => !open.includes(name) && name !== 'UTC' && name !== 'GMT');
  return { known, open, example: examples.get(open[0] ?? '') ?? '' };
}

/**
 * Whether times cannot be read because some have the name of an open zone, and others another one.
 * @param zones of the column
 */
export const areMixed = ({ open, known }: Zones): boolean => open.length > 1 || (open.length > 0 && known.length > 0);

/**
 * The steps of a column, where names of zones say what the name beside them means.
 * @param steps of its cells
 * @param zones of the column
 */
export function zoneSteps(steps: readonly TimeStep[], { open, known }: Zones): TimeStep[] {
  if (!steps.includes('zone-left-out') || open.length > 0) return [...steps];
  const told = PAIR_STEPS.filter((step) => known.includes(PAIRS[step].open));
  return [...steps.filter((step) => step !== 'zone-left-out'), ...told];
}
