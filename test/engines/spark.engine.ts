import { inject } from 'vitest';
import { countsLikeDuckDb } from './agreement.ts';
import { spark } from './engines.ts';

countsLikeDuckDb('spark', spark(inject('python')));
