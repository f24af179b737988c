import { countsLikeDuckDb } from './agreement.ts';
import { postgres } from './engines.ts';

countsLikeDuckDb('postgres', postgres);
