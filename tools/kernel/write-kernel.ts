import { writeFileSync } from 'node:fs';
import { KERNELS, kernelModule } from './kernel.ts';

/** Compiles the kernels anew. */
for (const kernel of KERNELS) writeFileSync(kernel.module, await kernelModule(kernel));
