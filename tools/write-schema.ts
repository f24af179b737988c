import { toJsonSchema } from '@valibot/to-json-schema';
import { writeFileSync } from 'node:fs';
import { reportSchema } from '../src/report/schema.ts';

/** Writes the report document's JSON Schema from the schema that the app itself checks with. */
const schema = { ...toJsonSchema(reportSchema), title: 'Plumbline report, version 1' };
writeFileSync('public/plumbline-report.schema.json', `${JSON.stringify(schema, null, 2)}\n`);
