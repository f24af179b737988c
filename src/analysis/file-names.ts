export { inOrder, nameOf } from '../engine/read/join.ts';
