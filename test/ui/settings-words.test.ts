import { expect, test } from 'vitest';
import { choiceSettings } from '../../src/ui/settings/choice-settings.ts';
import { numberSettings } from '../../src/ui/settings/number-settings.ts';
import { words } from '../../src/words/words.ts';

const textsOf = (sides: (typeof words.sides)['periods']): string[] =>
  [...choiceSettings(sides), ...numberSettings(sides)].flatMap((setting) => [
    ...[setting.label, setting.hint],
    ...('choices' in setting ? setting.choices.map(({ label }) => label) : []),
  ]);

test('settings call the files what the report calls them', () => {
  const [periods, models] = [textsOf(words.sides.periods), textsOf(words.sides.models)];
  expect(periods).toContain('In standard deviations of the reference');
  expect(models).toContain('In standard deviations of model A');
  expect(models.filter((text) => /\b(reference|current)\b/i.test(text))).toEqual([]);
  expect(models.length).toBe(periods.length);
});
