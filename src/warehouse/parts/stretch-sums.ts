import type { Plan, PlannedColumn } from '../plan.ts';

/** An aggregate over a stretch, and its name. */
export type Sum = readonly [name: string, expression: string];

/** What rows of the long table are made of the sums of a stretch. */
export interface Made {
  kind: string;
  /** The column's key. */
  c?: string;
  /** A category or the name of an error. */
  label?: string;
  n: string;
  total?: string;
  squares?: string;
  low?: string;
  high?: string;
}

/** Sums over stretches, and the rows that they become. */
export interface Counted {
  sums: Sum[];
  made: Made[];
}

const rowsWhere = (condition: string): string => `count(CASE WHEN ${condition} THEN 1 END)`;

/** A column of numbers or times. */
export function ofNumber({ dialect }: Plan, { key, type }: PlannedColumn): Counted {
  const [x, b] = [`x${key}`, `b${key}`];
  const [present, finite, positive, negative] = [`v${key}`, `f${key}`, `p${key}`, `m${key}`];
  const ordered = type === 'number';
  return {
    sums: [
      [present, `count(${x})`],
      [finite, `count(${b})`],
      [positive, rowsWhere(`${x} = ${dialect.double(Infinity)}`)],
      [negative, rowsWhere(`${x} = ${dialect.double(-Infinity)}`)],
      ...(ordered ? ([[`s${key}`, `sum(${b})`]] as const) : []),
    ],
    made: [
      { kind: 'missing', c: key, n: `n - ${present}` },
      { kind: 'nan', c: key, n: `${present} - ${finite} - ${positive} - ${negative}` },
      { kind: 'positive-infinity', c: key, n: positive },
      { kind: 'negative-infinity', c: key, n: negative },
      ...(ordered ? [{ kind: 'stretch', c: key, n: finite, total: `s${key}` }] : []),
    ],
  };
}

/** A column of categories. */
export function ofLevels({ dialect }: Plan, { key, telling }: PlannedColumn): Counted {
  const present = `v${key}`;
  const counts = telling.map((label, number) => ({ label: dialect.text(label), n: `t${key}_${String(number)}` }));
  return {
    sums: [[present, `count(l${key})`], ...counts.map(({ label, n }): Sum => [n, rowsWhere(`l${key} = ${label}`)])],
    made: [
      { kind: 'missing', c: key, n: `n - ${present}` },
      { kind: 'stretch', c: key, n: present },
      ...counts.map(({ label, n }) => ({ kind: 'level-stretch', c: key, label, n })),
    ],
  };
}

/** A column of texts: whether there is one. */
export const ofText = ({ key }: PlannedColumn): Counted => ({
  sums: [[`v${key}`, `count(l${key})`]],
  made: [{ kind: 'missing', c: key, n: `n - v${key}` }],
});
