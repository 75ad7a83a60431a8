import { expect, it } from 'vitest';
import { relativeTime } from './relative-time.ts';

const now = Date.parse('2026-11-21T12:00:00Z');

it.each([
  ['2026-11-21T11:59:31Z', 'now', 'jetzt'],
  ['2026-11-21T11:58:01Z', '1 minute ago', 'vor 1 Minute'],
  ['2026-11-20T00:30:00Z', '1 day ago', 'vor 1 Tag'],
  ['2026-10-25T00:00:00Z', '3 weeks ago', 'vor 3 Wochen'],
  ['2024-03-01T00:00:00Z', '2 years ago', 'vor 2 Jahren'],
  ['2026-11-24T11:00:00Z', 'in 2 days', 'in 2 Tagen'],
])('counts the whole units since %s', (then, en, de) => {
  expect([relativeTime(Date.parse(then), now, 'en'), relativeTime(Date.parse(then), now, 'de')]).toEqual([en, de]);
});
