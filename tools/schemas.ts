import { toJsonSchema } from '@valibot/to-json-schema';
import { setUpSchema } from '../src/facts/settings/settings.ts';
import { reportSchema } from '../src/facts/document/document.ts';

/** The JSON Schemas that ship, by file name: of the document, and of a set-up, which leaves out what it does not set. */
export const schemas = () => ({
  'plumbline-report.schema.json': { ...toJsonSchema(reportSchema), title: 'Plumbline report, version 2' },
  'plumbline-config.schema.json': {
    ...toJsonSchema(setUpSchema, { typeMode: 'input', errorMode: 'ignore' }),
    title: 'Plumbline set-up',
  },
});
