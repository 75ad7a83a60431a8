import { expect, it } from 'vitest';
import { applySeverities } from './apply-severities.ts';
import { diagnose } from './diagnostic.ts';

const missing = diagnose('catalog/missing-field', { message: 'a' });
const nothing = diagnose('catalog/reference-not-found', { message: 'b' });
const limit = diagnose('yaml/file-too-large', { message: 'c' });
const severities = (choices: Parameters<typeof applySeverities>[1]) =>
  applySeverities([missing, nothing, limit], choices).map(({ code, severity }) => [code, severity]);

it('leaves everything as it is where nothing is chosen', () => {
  expect(applySeverities([missing, nothing, limit], {})).toEqual([missing, nothing, limit]);
});

it('changes and silences codes, the code before its area', () => {
  expect(severities({ 'catalog/*': 'off', 'catalog/reference-not-found': 'error' })).toEqual([
    ['catalog/reference-not-found', 'error'],
    ['yaml/file-too-large', 'error'],
  ]);
  expect(severities({ 'catalog/missing-field': 'info', 'yaml/*': 'warning' })).toEqual([
    ['catalog/missing-field', 'info'],
    ['catalog/reference-not-found', 'warning'],
    ['yaml/file-too-large', 'warning'],
  ]);
});

it('does not mistake what every object has for a choice', () => {
  expect(severities(JSON.parse('{"__proto__": "off"}'))).toHaveLength(3);
});
