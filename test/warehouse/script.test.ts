import { expect, test } from 'vitest';
import { scriptOf } from '../../src/warehouse/script.ts';

test('what sets the session up stands before the statement', () => {
  expect(scriptOf('SELECT 1', 'duckdb')).toBe('SELECT 1;\n');
  expect(scriptOf('SELECT 1', 'spark')).toMatch(/^SET [^;]*;\n(SET [^;]*;\n)*SELECT 1;\n$/);
});
