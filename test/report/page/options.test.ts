import { expect, test } from 'vitest';
import { parseConfig } from '../../../src/facts/settings/settings.ts';
import { resolvePageOptions } from '../../../src/report/page/options.ts';
import { OPTIONAL_SECTIONS } from '../../../src/facts/sections.ts';
import { errorText } from '../../../src/words/error-text.ts';

const PIXEL = 'data:image/png;base64,iVBORw0KGgo=';

test('what is left out, or null, has its default; sections stand in the order of the page', () => {
  const plain = { title: '', author: '', note: '', logo: null, accent: null, exampleRows: false };
  expect(resolvePageOptions(undefined)).toEqual({ ...plain, sections: OPTIONAL_SECTIONS });
  expect(resolvePageOptions({ logo: null, accent: null, sections: ['quality', 'overview'] })).toEqual({
    ...plain,
    sections: OPTIONAL_SECTIONS.filter((id) => id === 'quality'),
  });
  expect(resolvePageOptions({ logo: PIXEL, accent: '#0B6E99', exampleRows: true })).toMatchObject({
    ...{ logo: PIXEL, accent: '#0B6E99', exampleRows: true },
  });
});

const CASES: [object, string][] = [
  [{ logo: 'https://a.example/logo.png' }, 'logo: Expected a picture as a data: address.'],
  [{ logo: `${PIXEL.slice(0, -1)}${'A'.repeat(400_000)}` }, 'logo: Expected a picture of less than 300 KB.'],
  [{ accent: 'red' }, 'accent: Expected a colour such as #0b6e4f.'],
  [{ title: 'x'.repeat(201) }, 'title: Expected at most 200 letters.'],
  [{ note: 7 }, 'note: Expected string but received 7.'],
  [{ titel: 'x' }, 'titel: no such setting; did you mean "title"?'],
  [{ sections: ['all'] }, 'sections.0: Expected ('],
];

const said = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    return errorText(error);
  }
  return '';
};

test.each(CASES)(
  '%# what cannot be an option cannot be a setting of the brand either, and is told alike',
  (brand, why) => {
    expect(said(() => resolvePageOptions(brand))).toContain(`The report’s file cannot be made. options.${why}`);
    expect(said(() => parseConfig({ brand }))).toContain(`config.brand.${why}`);
  },
);

test('options that are no object are refused', () => {
  expect(said(() => resolvePageOptions(7))).toContain('options: expected an object');
});
