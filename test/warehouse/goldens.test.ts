import { describe, expect, test } from 'vitest';
import { WAREHOUSES } from '../../src/facts/warehouses.ts';
import { countsStatement } from '../../src/warehouse/counts-statement.ts';
import { edgesStatement } from '../../src/warehouse/edges-statement.ts';
import { USUAL_REQUEST, type RequestedColumn, type SummaryRequest } from '../../src/warehouse/request.ts';
import { scriptOf } from '../../src/warehouse/script.ts';

const columns: RequestedColumn[] = [
  { name: '`a"b\\', type: 'number', role: 'feature' },
  { name: '__proto__', type: 'number', role: 'feature', declared: 'DECIMAL(10, 2)' },
  { name: "x'; DROP TABLE y; --", type: 'category', role: 'target' },
  { name: 'guess\nof it', type: 'boolean', role: 'prediction' },
  { name: 'p', type: 'number', role: 'probability', ofClass: "it's\\" },
  { name: 'Zeit ⏱', type: 'time', role: 'time', declared: 'timestamp(3) with time zone' },
  { name: 'note', type: 'text', role: 'ignored' },
];

const request: SummaryRequest = {
  ...USUAL_REQUEST,
  ...{ source: { table: ['plant', 'read"ings`'] }, columns, time: 'Zeit ⏱', segment: 'line' },
  ...{ bins: 2, stretch: 43_200_000, mostLevels: 3, tellingLevels: 2 },
};

const edges = {
  edges: new Map([
    ['`a"b\\', [-1.5, 0.1, 1e21]],
    ['p', [0.5]],
    ['Zeit ⏱', [1_704_067_200_000]],
  ]),
  telling: new Map([["x'; DROP TABLE y; --", ['', "it's\\"]]]),
};

describe('the statements of a small request, to look at', () => {
  test.each(WAREHOUSES)('%s', async (warehouse) => {
    const statements = [edgesStatement(request, warehouse), countsStatement(request, edges, warehouse)];
    const text = statements.map((statement) => scriptOf(statement, warehouse)).join('\n');
    await expect(text).toMatchFileSnapshot(`goldens/${warehouse}.sql`);
  });
});
