/**
 * An SQL identifier: quoted, inner quotes doubled.
 * @param name any text, hostile or not
 */
export const identifier = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/**
 * An SQL string literal: quoted, inner quotes doubled.
 * @param text any text, hostile or not
 */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;
