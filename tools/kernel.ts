import asc from 'assemblyscript/asc';
import { format } from 'prettier';

const SOURCE = 'src/stats/kernel/assembly/index.ts';
/** Where what `kernelModule` gives is kept. */
export const KERNEL_MODULE = 'src/stats/kernel/compiled.ts';
const OPTIONS = ['-O3', '--runtime', 'stub', '--noAssert', '--enable', 'simd', '--outFile', 'kernel.wasm'];

/** Compiles the kernel: the text of the module that holds it, which every bundler and Node alike can load. */
export async function kernelModule(): Promise<string> {
  let wasm: Uint8Array | undefined;
  const { error } = await asc.main([SOURCE, ...OPTIONS], {
    writeFile: (_name, content) => void (wasm = content as Uint8Array),
  });
  if (error !== null || wasm === undefined) throw error ?? new Error(`${SOURCE} gave nothing`);
  const text = `/** \`assembly/\`, compiled by \`npm run kernel\`: WebAssembly in base64. */
export const compiled = '${Buffer.from(wasm).toString('base64')}';
`;
  return format(text, { parser: 'typescript', singleQuote: true, printWidth: 120 });
}
