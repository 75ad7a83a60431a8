import { expect, it } from 'vitest';
import { checkSeverities } from './check-severities.ts';
import { validateConfig } from './validate-config.ts';

const portal = { portal: { title: 'A' }, sources: [{ type: 'local', path: '.' }] };

it('takes codes and areas with a severity or off', () => {
  const config = { ...portal, diagnostics: { 'catalog/reference-not-found': 'error', 'techdocs/*': 'off' } };
  expect([...validateConfig(config), ...checkSeverities(config)]).toEqual([]);
});

it('says which code was probably meant, and which severity', () => {
  const config = {
    ...portal,
    diagnostics: { 'catalog/reference-notfound': 'error', 'catalog/*': 'warn', nonsense: 'off' },
  };
  expect([...validateConfig(config), ...checkSeverities(config)]).toEqual([
    { path: ['diagnostics', 'catalog/*'], message: expect.stringContaining('known are off, info, warning, error') },
    {
      path: ['diagnostics', 'catalog/reference-notfound'],
      message:
        'there is no problem with the code "catalog/reference-notfound"; did you mean "catalog/reference-not-found"?',
    },
    { path: ['diagnostics', 'nonsense'], message: expect.stringContaining('write a code as reports show it') },
  ]);
});
