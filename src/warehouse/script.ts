import type { Warehouse } from '../facts/warehouses.ts';
import { DIALECTS } from './dialects/dialects.ts';

/** A statement as an engine's client runs it: behind what sets the session up, each closed by a semicolon. */
export const scriptOf = (statement: string, warehouse: Warehouse): string =>
  [...DIALECTS[warehouse].beforehand, statement].map((sql) => `${sql};\n`).join('');
