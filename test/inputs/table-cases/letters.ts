import type { TableCase } from './table-case.ts';

const GERMAN = ['id', 'Prüfgröße', 'v'];

/** Two encodings in one file. */
export const LETTERS: TableCase[] = [
  {
    id: 'encodings-mixed',
    right: 'rows of UTF-8, then of Windows-1252: both are read as what they are, and the row is said',
    rows: 40,
    names: GERMAN,
    columns: { Prüfgröße: { distinct: 5, first: 'Größe', last: 'Maß' } },
    values: { 'encodings-mixed': { encodings: ['utf-8', 'windows-1252'], row: 21 } },
  },
  {
    id: 'encodings-mixed-late',
    right: 'the other way round',
    rows: 40,
    names: GERMAN,
    columns: { Prüfgröße: { distinct: 5, first: 'Größe', last: 'Maß' } },
    values: { 'encodings-mixed': { encodings: ['windows-1252', 'utf-8'], row: 21 } },
  },
  {
    id: 'encodings-mixed-few',
    right: 'two rows of Windows-1252 below 300 of UTF-8 with a mark',
    rows: 302,
    names: GERMAN,
    columns: { Prüfgröße: { distinct: 5 } },
    values: { 'encodings-mixed': { encodings: ['utf-8', 'windows-1252'], row: 301 } },
  },
  {
    id: 'encodings-mixed-in-lines',
    right: 'both in each line',
    columns: { Anlage: { distinct: 1, first: 'Kühlöfen' }, Bemerkung: { first: 'geprüft für 0' } },
    values: { 'encodings-mixed': { encodings: ['utf-8', 'windows-1252'], row: 1 } },
  },
  {
    id: 'encodings-mixed-cyrillic',
    right: 'UTF-8 and Windows-1251',
    columns: { марка: { distinct: 4, last: 'сталь' } },
    values: { 'encodings-mixed': { encodings: ['utf-8', 'windows-1251'], row: 21 } },
  },
  {
    id: 'encodings-mixed-chinese',
    right: 'GB 18030, whose letters have bytes of ASCII, and UTF-8',
    names: ['编号', '状态', '数值'],
    columns: { 状态: { distinct: 4, first: '正常' } },
    values: { 'encodings-mixed': { encodings: ['gb18030', 'utf-8'], row: 21 } },
  },
  {
    id: 'encodings-mixed-quotes',
    right: 'in a table that is written anew',
    rows: 40,
    columns: { Prüfgröße: { distinct: 5, first: 'Größe', last: 'Maß' } },
    values: { 'encodings-mixed': { encodings: ['utf-8', 'windows-1252'], row: 21 } },
  },
  {
    id: 'encodings-mixed-asked',
    right: 'an encoding that is set by hand holds for the whole file, and what it cannot read is said',
    read: { encoding: 'utf-8' },
    values: { 'undecodable-bytes': { places: 24, row: 21 } },
  },
  {
    id: 'capitals-in-quotes',
    right: 'É» and Ü” of Windows-1252 are no letters of UTF-8',
    columns: { Ort: { distinct: 2, first: '“MASS Ü”', last: '»CAFÉ»' } },
    readAs: { encoding: { encoding: 'windows-1252' } },
  },
  {
    id: 'json-encodings-mixed',
    right: 'in JSON too',
    rows: 40,
    columns: { ort: { distinct: 3, first: 'München' } },
    values: { 'encodings-mixed': { encodings: ['utf-8', 'windows-1252'] } },
  },
  {
    id: 'json-encodings-asked',
    right: 'the encoding of JSON can be set',
    read: { encoding: 'koi8-r' },
    names: ['id', 'город'],
    columns: { город: { first: 'Ж', last: 'Я' } },
    readAs: { encoding: { encoding: 'koi8-r', byLetters: false } },
  },
  {
    id: 'json-damaged-letter',
    right: 'damaged letters of JSON are said',
    columns: { ort: { filled: 30 } },
    values: { 'undecodable-bytes': { places: 2 } },
  },
  {
    id: 'pounds',
    right: '£ before numbers is no Ł',
    columns: { price: { type: 'numeric', last: '19.5' } },
    readAs: { encoding: { encoding: 'windows-1252' } },
  },
];
