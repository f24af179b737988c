export { inOrder, nameOf } from '../engine/join.ts';
