import { expect, it } from 'vitest';
import type { Age } from '../config/config.ts';
import { staleDocs } from './stale-docs.ts';

it.each<[Age, string, string]>([
  [{ count: 2, unit: 'year' }, '2024-11-21T10:00:00.000Z', 'Not touched for 2 years'],
  [{ count: 1, unit: 'year' }, '2025-11-21T10:00:00.000Z', 'Not touched for a year'],
  [{ count: 18, unit: 'month' }, '2025-05-21T10:00:00.000Z', 'Not touched for 18 months'],
  [{ count: 2, unit: 'week' }, '2026-11-07T10:00:00.000Z', 'Not touched for 2 weeks'],
  [{ count: 90, unit: 'day' }, '2026-08-23T10:00:00.000Z', 'Not touched for 90 days'],
])('counts %j back from the crawl', (age, before, text) => {
  expect(staleDocs(age, '2026-11-21T10:00:00.000Z', 'en')).toEqual({ before, text });
});

it('never, when the owner says so, or goes back before all time', () => {
  expect(staleDocs(undefined, '2026-11-21T10:00:00.000Z', 'en')).toBeUndefined();
  expect(staleDocs({ count: 9999, unit: 'year' }, '2026-11-21T10:00:00.000Z', 'en')?.before ?? '').not.toBe(
    '2026-11-21T10:00:00.000Z',
  );
});
