import { ReadableStream } from 'node:stream/web';
import { crc32 } from 'node:zlib';
import { BlobWriter, TextReader, ZipWriter } from '@zip.js/zip.js';

const HEADER = { local: 0x04034b50, central: 0x02014b50, end: 0x06054b50 };

function record(signature: number, fields: readonly [size: 2 | 4, value: number][], name = ''): Buffer {
  const bytes = fields.map(([size, value]) => {
    const field = Buffer.alloc(size);
    field.writeUIntLE(value, 0, size);
    return field;
  });
  const mark = Buffer.alloc(4);
  mark.writeUInt32LE(signature);
  return Buffer.concat([mark, ...bytes, Buffer.from(name)]);
}

/** A zip archive of so many small tables, stored. */
export function archiveOf(files: number): Buffer {
  const content = Buffer.from('a,b\n1,2\n');
  const sizes: [4, number][] = [
    [4, crc32(content)],
    [4, content.length],
    [4, content.length],
  ];
  const parts: Buffer[] = [];
  const list: Buffer[] = [];
  let offset = 0;
  for (let i = 0; i < files; i++) {
    const name = `part_${String(i)}.csv`;
    const plain: [2, number][] = Array.from({ length: 4 }, () => [2, 0]);
    const local = record(HEADER.local, [[2, 20], ...plain, ...sizes, [2, name.length], [2, 0]], name);
    const places: [2 | 4, number][] = [[2, name.length], ...plain, [4, 0], [4, offset]];
    list.push(record(HEADER.central, [[2, 20], [2, 20], ...plain, ...sizes, ...places], name));
    parts.push(local, content);
    offset += local.length + content.length;
  }
  const length = list.reduce((sum, { length: bytes }) => sum + bytes, 0);
  const end = record(HEADER.end, [
    [2, 0],
    [2, 0],
    [2, files],
    [2, files],
    [4, length],
    [4, offset],
    [2, 0],
  ]);
  return Buffer.concat([...parts, ...list, end]);
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const parts = {
  '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
};

function* sheet(rows: number, columns: number): Generator<Uint8Array> {
  const encoder = new TextEncoder();
  const names = Array.from({ length: columns }, (_, i) => `<c t="inlineStr"><is><t>n${String(i)}</t></is></c>`);
  yield encoder.encode(`<worksheet xmlns="${MAIN}"><sheetData><row>${names.join('')}</row>`);
  const ROWS_A_PIECE = 1000;
  for (let start = 1; start < rows; start += ROWS_A_PIECE) {
    let piece = '';
    for (let row = start; row < Math.min(rows, start + ROWS_A_PIECE); row++) {
      piece += '<row>';
      for (let i = 0; i < columns; i++) piece += `<c><v>${String((row * 7919 + i * 104_729) % 10_007)}</v></c>`;
      piece += '</row>';
    }
    yield encoder.encode(piece);
  }
  yield encoder.encode('</sheetData></worksheet>');
}

/** A workbook of one sheet of so many rows, its header counted. */
export async function workbookOf(rows: number, columns: number): Promise<Buffer> {
  const writer = new ZipWriter(new BlobWriter(), { useWebWorkers: false, level: 1 });
  for (const [name, text] of Object.entries(parts)) await writer.add(name, new TextReader(text));
  const pieces = ReadableStream.from(sheet(rows, columns)) as unknown as globalThis.ReadableStream;
  await writer.add('xl/worksheets/sheet1.xml', pieces);
  return Buffer.from(await (await writer.close()).arrayBuffer());
}
