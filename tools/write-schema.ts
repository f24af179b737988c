import { writeFileSync } from 'node:fs';
import { schemas } from './schemas.ts';

/** Writes the JSON Schemas that ship from the schemas that the app itself checks with. */
for (const [name, schema] of Object.entries(schemas())) {
  writeFileSync(`public/${name}`, `${JSON.stringify(schema, null, 2)}\n`);
}
