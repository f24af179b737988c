import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { SINGLE_FILE } from './single-file.ts';
import { filesIn } from '../site-files.ts';

const FOLDER = 'dist';
/** Packed files by what they are made of: the engine, which takes most of the time, changes once in months. */
const CACHE = 'node_modules/.cache/packed';
const LEAST_BYTES = 1000;
const PACKABLE = /\.(html|js|css|json|svg|csv|wasm)$/;

const packers = {
  gz: (content: Uint8Array) => promisify(gzip)(content, { level: 9 }),
  // 11, the densest, takes minutes for the engine, and saves 4 % more.
  br: (content: Uint8Array) =>
    promisify(brotliCompress)(content, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 9,
        [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
      },
    }),
};

async function packed(content: Uint8Array, form: keyof typeof packers): Promise<Uint8Array> {
  const kept = join(CACHE, `${createHash('sha256').update(content).digest('hex')}.${form}`);
  if (existsSync(kept)) return readFileSync(kept);
  const result = await packers[form](content);
  writeFileSync(kept, result);
  return result;
}

/** Puts a .gz and a .br beside each file but the one that is packed inside, for servers that send those in its place (gzip_static, brotli_static). */
mkdirSync(CACHE, { recursive: true });
const files = filesIn(FOLDER).filter(
  ({ name, content }) => PACKABLE.test(name) && name !== SINGLE_FILE && content.length >= LEAST_BYTES,
);
await Promise.all(
  files.flatMap(({ name, content }) =>
    (['gz', 'br'] as const).map(async (form) => {
      writeFileSync(join(FOLDER, `${name}.${form}`), await packed(content as Uint8Array, form));
    }),
  ),
);
console.log(`${String(files.length)} files packed as .gz and .br`);
