import type { Plan, Portion } from './plan.ts';

/** One statement of all portions; the row that says the version comes first, and like rows stand together. */
export function statementOf({ dialect }: Plan, portions: readonly Portion[]): string {
  const parts = portions
    .flatMap((portion) => portion.parts)
    .map(({ name, body, inlined }) => `${name} ${inlined === true ? dialect.inlined : 'AS'} (\n${body}\n)`);
  const rows = portions.flatMap((portion) => portion.rows);
  const [kind, name, label, bin, period, segment] = ['kind', 'name', 'label', 'bin', 'period', 'segment'].map(
    dialect.identifier,
  );
  const order = `CASE WHEN ${kind ?? ''} = ${dialect.text('summary')} THEN 0 ELSE 1 END`;
  return `WITH ${parts.join(',\n')}
SELECT * FROM (
${rows.join('\nUNION ALL\n')}
) pl_all
ORDER BY ${[order, kind, name, label, bin, period, segment].join(', ')}${dialect.ending}`;
}
