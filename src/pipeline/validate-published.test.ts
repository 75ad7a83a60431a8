import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readCatalog } from '../catalog/read-catalog.ts';
import { component, document, repositoryOf } from '../catalog/repository-fixture.ts';
import { assemblePortal } from '../portal/assemble-portal.ts';
import { machineFiles } from '../portal/machine-files.ts';
import { validate } from './validate.ts';

let top: string;
beforeEach(async () => {
  top = await mkdtemp(join(tmpdir(), 'callboard-validate-published-'));
});
afterEach(() => rm(top, { recursive: true }));

/** Publishes a portal of two repositories; `others` entities of the second all depend on `cart` of the first. */
async function publish(others: number): Promise<string> {
  const team = document('Group', 'team', ['type: team', 'children: []']);
  const web = Array.from({ length: others }, (_, index) => component(`web-${index}`, ['dependsOn: [component:cart]']));
  const repositories = [
    repositoryOf('acme/cart', { 'catalog-info.yaml': component('cart') }),
    repositoryOf('acme/web', { 'catalog-info.yaml': [...web, team].join('---\n') }),
  ];
  const { value: catalog, diagnostics } = readCatalog({ repositories, allow: ['*'] });
  const portal = assemblePortal({
    config: { title: 'Acme', accent: '#005f9e', language: 'en', base: '/' },
    catalog,
    repositories: repositories.map((item) => item.repository),
    docsSites: [],
    docsByEntity: new Map(),
    diagnostics,
    callboardVersion: '1.0.0',
  });
  const folder = join(top, 'portal');
  for (const { path, text } of machineFiles(portal)) {
    if (!/^api\/catalog\/(?:index|refs|relations)[^/]*\.json$/.test(path)) continue;
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return folder;
}

const check = async (portal: string, yaml: string) => {
  const folder = join(top, 'cart');
  await mkdir(folder);
  await writeFile(join(folder, 'catalog-info.yaml'), yaml);
  return validate({ paths: ['.'], workingFolder: folder, environment: {}, against: portal, repository: 'acme/cart' });
};

it('holds a change against a portal as it is published', async () => {
  const { diagnostics } = await check(
    await publish(2),
    component('basket', ['dependsOn: [component:web-1, component:web-7]']),
  );
  expect(diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([
    expect.stringMatching(
      /^validate\/removed-but-referenced component:default\/cart .* 2 entities still refer to it: component:default\/web-0 \(acme\/web, dependsOn\)/,
    ),
    expect.stringContaining('component:default/web-7, which is not in the catalog'),
  ]);
});

it('reads lists that are published in parts', async () => {
  const { diagnostics } = await check(await publish(1100), component('basket', ['dependsOn: [component:web-1099]']));
  expect(diagnostics).toMatchObject([
    {
      code: 'validate/removed-but-referenced',
      message: expect.stringMatching(/1100 entities still refer to it: .* and 1090 more/),
    },
  ]);
});
