import { expect, test } from 'vitest';
import { languageOf, localeOf } from '../../src/words/language.ts';

test('an address names the language; one that there is not is English', () => {
  expect(languageOf('?lang=xx')).toBe('xx');
  expect(languageOf('?config=a.json&lang=xx')).toBe('xx');
  expect(languageOf('?lang=tlh')).toBe('en');
  expect(languageOf('')).toBe('en');
});

test('numbers follow the reader’s own variety of the language of the words, never another language', () => {
  expect(localeOf('en', ['de-DE', 'en-AU', 'en-US'])).toBe('en-AU');
  expect(localeOf('en', ['en'])).toBe('en');
  expect(localeOf('en', ['de-DE', 'fr'])).toBe('en-GB');
  expect(localeOf('xx', ['enm', 'en-US'])).toBe('en-US');
});
