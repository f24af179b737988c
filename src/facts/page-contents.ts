/** What a report may hold that is handed on; those who hand it on are told which of it a file has, and which not. */
export const CONTENTS = [
  'names',
  'measures',
  'distributions',
  'categories',
  'rows',
  'cells',
  'texts',
  'rare',
  'data',
] as const;
export type ContentId = (typeof CONTENTS)[number];
