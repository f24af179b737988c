/** A statement whose sentence is still to be made. */
export const unworded = <Said extends object>(statement: Said): Said & { text: string } => ({ ...statement, text: '' });
