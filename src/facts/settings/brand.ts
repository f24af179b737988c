import * as v from 'valibot';
import type { ConfigRule } from '../statements/config-problems.ts';
import { SECTIONS } from '../sections.ts';

/** A picture as a data address, and a colour as #rrggbb. */
export const PICTURE = /^data:image\/(png|jpeg|webp|svg\+xml);base64,[A-Za-z0-9+/]+=*$/;
export const COLOUR = /^#[0-9a-f]{6}$/i;

const text = (maxLetters: number) => v.pipe(v.string(), v.maxLength(maxLetters));

/** What a shared report looks like and says of itself. */
export const brandSchema = v.strictObject({
  title: v.optional(v.pipe(text(200), v.description('Heading of the report.'))),
  author: v.optional(v.pipe(text(200), v.description('Who made it.'))),
  note: v.optional(v.pipe(text(20_000), v.description('A note in Markdown, shown above the report.'))),
  logo: v.optional(
    v.pipe(
      v.string(),
      v.regex(PICTURE, 'a-picture-address' satisfies ConfigRule),
      v.maxLength(400_000, 'a-small-picture' satisfies ConfigRule),
      v.description('A picture as a data: address in base64 (PNG, JPEG, WebP or SVG).'),
    ),
  ),
  accent: v.optional(
    v.pipe(v.string(), v.regex(COLOUR, 'a-colour' satisfies ConfigRule), v.description('Accent colour, as #rrggbb.')),
  ),
  sections: v.optional(
    v.pipe(v.array(v.picklist(SECTIONS)), v.description('Ids of the sections that are shown; all, if left out.')),
  ),
  exampleRows: v.optional(
    v.pipe(v.boolean(), v.description('Whether values of single rows go along. They do not, if left out.')),
  ),
});

export type Brand = v.InferOutput<typeof brandSchema>;
