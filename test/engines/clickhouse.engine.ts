import { inject } from 'vitest';
import { countsLikeDuckDb } from './agreement.ts';
import { clickhouse } from './engines.ts';

countsLikeDuckDb('clickhouse', clickhouse(inject('python')));
