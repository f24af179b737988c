import { describe, expect, it } from 'vitest';
import { apart, exponential, reading } from '../../src/charts/reading.ts';
import { nameText, quoted, textWidth, truncate, wrap } from '../../src/charts/text.ts';

const read = reading({ locale: 'en' });

describe('truncate', () => {
  it('leaves a text that fits', () => expect(truncate('NSM', 80)).toBe('NSM'));

  it.each([
    'Lagging_Current_Reactive.Power_kVarh',
    '温度センサー温度センサー温度センサー',
    '👩‍🏭👩‍🏭👩‍🏭👩‍🏭👩‍🏭👩‍🏭👩‍🏭👩‍🏭👩‍🏭',
    'x'.repeat(100_000),
  ])('keeps head and tail within the width: %#', (name) => {
    const cut = truncate(name, 120);
    expect(textWidth(cut)).toBeLessThanOrEqual(120);
    expect(cut).toContain('…');
    expect(name.startsWith(cut.split('…')[0] ?? '-')).toBe(true);
    expect(name.endsWith(cut.split('…')[1] ?? '-')).toBe(true);
  });

  it('never splits a family of emoji', () => expect(truncate('👩‍🏭👩‍🏭👩‍🏭', 40)).toBe('👩‍🏭…'));

  it('has an ellipsis left when there is no room', () => expect(truncate('abc', 1)).toBe('…'));
});

describe('nameText', () => {
  it.each([
    ['', '(empty text)'],
    ['  ', '(blank)'],
    ['a\u0000b\nc', 'a␀b␊c'],
    ['\ud800x', '\ufffdx'],
    ['</script>', '</script>'],
  ])('%j', (name, shown) => expect(nameText(name)).toBe(shown));

  it('isolates a name written from right to left', () => {
    expect(quoted('מכונה 7')).toBe('\u2068מכונה 7\u2069');
    expect(quoted('mill 7')).toBe('mill 7');
  });
});

describe('wrap', () => {
  it('breaks between words only', () => {
    expect(wrap('one two three', textWidth('one two'))).toEqual(['one two', 'three']);
    expect(wrap('unbreakable_name', 10)).toEqual(['unbreakable_name']);
    expect(wrap('', 10)).toEqual([]);
  });
});

describe('reading', () => {
  it.each([
    [0.5, '50%'],
    [0.1234, '12.3%'],
    [0.00234, '0.23%'],
    [0.00001, '<0.01%'],
    [0, '0%'],
    [1, '100%'],
    [0.99996, '>99.9%'],
  ])('share %d', (share, text) => expect(read.share(share)).toBe(text));

  it.each([
    [-3.14159, '−3.142'],
    [0.0000025, '2.5×10⁻⁶'],
    [-4e17, '−4×10¹⁷'],
    [0, '0'],
  ])('number %d', (value, text) => expect(read.number(value)).toBe(text));

  it('takes the format of the app', () =>
    expect(reading({ format: (value) => `<${value}>` }).number(1 / 3)).toBe(`<${1 / 3}>`));

  it('reads times in UTC, the clock where it is not midnight', () => {
    expect(read.time(Date.UTC(2018, 3, 1))).toBe('Apr 1, 2018');
    expect(read.time(Date.UTC(2018, 3, 1, 6, 30))).toBe('Apr 1, 2018, 06:30');
    expect(read.time(8.65e15)).toBe('8,650,000,000,000,000');
  });

  it('tells neighbours far from zero apart', () => {
    expect(apart(1e9, 1e9 + 0.5, read)).toEqual(['1,000,000,000', '1,000,000,000.5']);
    expect(apart(34.58, 39.157, read)).toEqual(['34.58', '39.16']);
    expect(apart(5, 5, read)).toEqual(['5', '5']);
  });

  it('writes powers of ten', () => expect(exponential(-1.25e-12)).toBe('−1.25×10⁻¹²'));
});
