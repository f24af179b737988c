import { serve } from '../../engine/bridge.ts';
import { statsCalls } from './stats-calls.ts';

serve(statsCalls);
