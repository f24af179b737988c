export { inOrder } from '../engine/read/join.ts';
