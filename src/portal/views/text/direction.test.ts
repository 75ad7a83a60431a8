import { expect, it } from 'vitest';
import { directionOf } from './direction.ts';

it.each([
  ...['en', 'de', 'az', 'ku', 'pa'].map((language) => [language, 'ltr'] as const),
  ...['ar', 'he', 'fa', 'ur', 'yi', 'dv', 'az-Arab', 'pa-PK'].map((language) => [language, 'rtl'] as const),
])('%s is written %s', (language, direction) => {
  expect(directionOf(language)).toBe(direction);
});
