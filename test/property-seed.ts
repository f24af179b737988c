import fc from 'fast-check';

/** Tests of properties draw the same examples in each run; `PROPERTY_SEED=7 npx vitest run test/stats` draws others. */
fc.configureGlobal({ seed: Number(process.env['PROPERTY_SEED'] ?? 1) });
