import type { TableCase } from './table-case.ts';

/** Files that are packed, padded, damaged or of another form than their name says. */
export const PACKINGS: TableCase[] = [
  {
    id: 'nul-inside',
    right: 'NUL bytes inside of texts are taken out, and placed',
    rows: 40,
    columns: { b: { filled: 40, distinct: 2 } },
    values: { 'undecodable-bytes': { places: 4, row: 4 } },
  },
  {
    id: 'nul-padded-end',
    right: 'NUL bytes behind the last row are no row',
    rows: 40,
    names: ['a', 'b', 'c'],
    columns: { a: { last: '39.0' } },
    notes: ['padding-left-out'],
  },
  {
    id: 'mac-roman',
    right: 'a text of an old Mac has its umlauts',
    rows: 30,
    names: ['Größe', 'Straße', 'Wert'],
    readAs: { encoding: { encoding: 'macintosh', byLetters: true } },
  },
  { id: 'xls-is-xml2003', right: 'a workbook of 2003 written as XML is read', rows: 20 },
  { id: 'gz-members', right: 'two members of a gzip file are one table', rows: 40, columns: { id: { last: '39.0' } } },
  { id: 'gz-zero-padding', right: 'zeros behind a gzip file are no damage', rows: 40 },
  {
    id: 'tar-gz',
    right: 'a tar archive is named for what it is',
    refused: { code: 'unsupported-format', values: { form: 'tar' } },
  },
  { id: 'xz', right: 'xz is named for what it is', refused: { code: 'unsupported-format', values: { form: 'xz' } } },
  {
    id: 'zip-readme',
    right: 'an archive of several files is refused with their names',
    refused: { code: 'several-tables' },
  },
  {
    id: 'bzip2',
    right: 'bzip2 is named for what it is',
    refused: { code: 'unsupported-format', values: { form: 'bzip2' } },
  },
  { id: 'lzma', right: 'so is the old form of xz', refused: { code: 'unsupported-format', values: { form: 'xz' } } },
  { id: 'tar', right: 'so is tar', refused: { code: 'unsupported-format', values: { form: 'tar' } } },
  {
    id: 'zip-bzip2',
    right: 'a zip archive packed with bzip2 is named for what it is',
    refused: { code: 'unsupported-format', values: { form: 'rare-zip' } },
  },
  {
    id: 'zip-lzma',
    right: 'so is one packed with LZMA',
    refused: { code: 'unsupported-format', values: { form: 'rare-zip' } },
  },
  {
    id: 'zip-deflate64',
    right: 'so is one packed with Deflate64, as Explorer does it beyond 2 GB',
    refused: { code: 'unsupported-format', values: { form: 'rare-zip' } },
  },
  {
    id: 'zip-implode',
    right: 'so is one packed by Implode, as old programs wrote it',
    refused: { code: 'unsupported-format', values: { form: 'rare-zip' } },
  },
  {
    id: 'zip-password',
    right: 'so is one with a password',
    refused: { code: 'unsupported-format', values: { form: 'locked-zip' } },
  },
  {
    id: 'page-as-xls',
    right: 'so is a web page that a program saved as a workbook',
    refused: { code: 'unsupported-format', values: { form: 'markup' } },
  },
  {
    id: 'json-comments',
    right: 'JSON below comments is read, which is said',
    rows: 2,
    values: { 'json-manners': { manners: ['comments'] } },
  },
  { id: 'json-comment-inside', right: 'so is JSON with a comment behind its first bracket', notes: ['json-manners'] },
  { id: 'json-hash', right: 'and one below a line with #', notes: ['json-manners'] },
  {
    id: 'json-title',
    right: 'records below a text are records, and the text is said to be none',
    columns: { a: { filled: 20 }, b: { filled: 20 } },
    notes: ['rows-no-record'],
  },
  { id: 'csv-below-comment', right: 'a table below a comment is a table', rows: 30, names: ['a', 'b'] },
];
