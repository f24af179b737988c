import { writeFileSync } from 'node:fs';
import { KERNEL_MODULE, kernelModule } from './kernel.ts';

/** Compiles the statistics' kernel anew. */
writeFileSync(KERNEL_MODULE, await kernelModule());
