import { expect, test } from 'vitest';
import { FREQUENT_MISSING_TEXTS, MISSING_TEXTS } from '../../../src/engine/csv/options.ts';
import { strictMissing } from '../../../src/engine/csv/sql/missing-sql.ts';
import type { TargetColumn } from '../../../src/engine/csv/head/target-column.ts';
import { literal } from '../../../src/engine/database/sql.ts';
import { tableFromIPC } from '@uwdata/flechette';
import { nodeDatabase } from '../node-database.ts';

const column: TargetColumn = {
  ...{
    name: 'c',
    type: 'VARCHAR',
    reading: { kind: 'text', join: null, padded: false },
    missing: [],
    ownMissing: null,
  },
  ...{ order: null, alternatives: [], ambiguous: false, numbersAmong: null, asText: false, remarks: [] },
};

/** Longer, shorter, of other case, and of the same length. */
const nearly = (text: string): string[] => [
  ...[`${text}x`, text.slice(0, -1), text.toLowerCase(), text.toUpperCase(), ` ${text}`],
  ...[`${text.slice(0, -1)}~`, `Z${text.slice(1)}`, `1${text.slice(1)}`],
];

test('of a column of texts go those that count as missing and blanks, and no others', async () => {
  const database = await nodeDatabase();
  const rare = MISSING_TEXTS.filter((text) => !FREQUENT_MISSING_TEXTS.includes(text));
  const blanks = ['', ' ', '\t ', ' '.repeat(30)];
  const values = ['level 7', 'A', '7', 'É', '日本', 'a text that is longer than all of them', '– 5', '{', '!'];
  const texts = [...new Set([...rare, ...blanks, ...values, ...rare.flatMap(nearly)])];
  const cell = strictMissing({ missing: undefined, columns: [column] }).ofText(column, 'c');
  const rows = texts.map((text, i) => `(${String(i)}, ${literal(text)})`).join(', ');
  const bytes = await database.fetch(
    `SELECT i::DOUBLE AS i FROM (VALUES ${rows}) AS t(i, c) WHERE (${cell}) IS NULL ORDER BY i`,
  );
  const gone = [...tableFromIPC(bytes).getChild('i').toArray()].map((i) => texts[Number(i)]);
  expect(gone).toEqual(texts.filter((text) => rare.includes(text) || /^[ ]*$/.test(text)));
});
