import { describe, expect, it } from 'vitest';
import { nameText, quoted, textWidth, truncate, wrap } from '../../src/charts/text.ts';

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
