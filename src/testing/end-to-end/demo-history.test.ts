import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type DemoPortal, startDemoPortal } from './demo-portal.ts';

let portal: DemoPortal;
beforeAll(async () => {
  portal = await startDemoPortal('/portal/');
});
afterAll(() => portal?.stop());

it('the demo has a history from its first build on: what changed in the two weeks before', async () => {
  const { changes } = JSON.parse(await readFile(join(portal.output, 'api/changes.json'), 'utf8')) as {
    readonly changes: readonly { readonly ref: string; readonly at: string; readonly what: string }[];
  };
  expect(new Set(changes.map(({ at }) => at)).size).toBe(2);
  expect(changes.filter(({ what }) => what === 'added').map(({ ref }) => ref)).toEqual([
    'resource:default/checkout-sessions',
  ]);
  // Nothing but what commits of these weeks did: docs that two builds read alike are no change.
  expect(changes.length).toBeLessThan(20);
  const picker = await readFile(join(portal.output, 'catalog/default/component/picker-app/index.html'), 'utf8');
  expect(picker).toMatch(/<del>experimental<\/del>\s*<ins>production<\/ins>/);
  expect(await readFile(join(portal.output, 'index.html'), 'utf8')).toContain('data-week=');
});
