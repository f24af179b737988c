import type { Warehouse } from '../../src/facts/warehouses.ts';
import { DIALECTS } from '../../src/warehouse/dialects/dialects.ts';

const millions = (characters: number): string => (characters / 1e6).toFixed(1);

/** Says where a statement is longer than its engine takes as it is set up. */
export function warnOfLength(statement: string, engine: Warehouse, warn: (text: string) => void): void {
  const { longest } = DIALECTS[engine];
  if (statement.length <= longest) return;
  const [has, takes] = [millions(statement.length), millions(longest)];
  warn(
    `The statement has ${has} million characters; ${engine} takes ${takes} million as it is set up. Fewer --bins, or columns (--ignore), make it shorter.`,
  );
}
