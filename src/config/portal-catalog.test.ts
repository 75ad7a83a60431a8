import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { selectCatalogFiles } from '../catalog/locations/wanted-files.ts';
import { readCatalog } from '../catalog/read-catalog.ts';
import { crawlOnce } from '../testing/crawl-once.ts';
import { createGitRepository } from '../testing/git-repository.ts';
import { loadConfig } from './load-config.ts';

const group = (name: string) =>
  `apiVersion: backstage.io/v1alpha1\nkind: Group\nmetadata: { name: ${name} }\nspec: { type: team, children: [] }\n`;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'callboard-portal-catalog-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** A portal at `where` inside a Git repository, and the refs and messages that crawling its sources gives. */
async function readPortal(where: string, sources: string, files: Record<string, string>) {
  const root = join(folder, 'portal');
  const portal = { [join(where, 'callboard.yaml')]: `portal: { title: T }\nsources: ${sources}\n` };
  await createGitRepository({ ...portal, ...files }, { folder: root });
  for (const [path, text] of Object.entries({ ...portal, ...files })) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  await mkdir(join(folder, 'clones'), { recursive: true });
  await createGitRepository({ 'catalog-info.yaml': group('invented') }, { folder: join(folder, 'clones/shop') });
  const config = await loadConfig(join(root, where, 'callboard.yaml'), {});
  const { snapshot, diagnostics } = await crawlOnce(config.sources, join(folder, 'state'), {
    selectors: [selectCatalogFiles],
  });
  const catalog = readCatalog({ repositories: snapshot.repositories, allow: config.catalog.allow });
  return {
    sources: config.sources.map(({ name }) => name),
    refs: catalog.value.entities.map(({ ref }) => ref),
    messages: [...diagnostics, ...catalog.diagnostics].map(({ message }) => message),
  };
}

const refused = 'shop may not define entities of kind Group in catalog-info.yaml.';

describe('the portal’s own content/catalog', () => {
  it('may define teams, and no other repository may', async () => {
    const { refs, messages, sources } = await readPortal('.', '[{ type: local, path: ../clones }]', {
      'content/catalog/teams/all.yaml': group('payments'),
    });
    expect(sources).toEqual(['portal', 'clones']);
    expect(refs).toEqual(['group:default/payments']);
    expect(messages).toEqual([refused]);
  });

  it('is the only place of its repository that may', async () => {
    const { refs, messages } = await readPortal('.', '[{ type: local, path: ../clones }]', {
      'content/catalog/org.yml': group('payments'),
      'catalog-info.yaml': group('elsewhere'),
    });
    expect(refs).toEqual(['group:default/payments']);
    expect(messages).toContain('portal may not define entities of kind Group in catalog-info.yaml.');
  });

  it('is read through the source that is the same repository, under that name', async () => {
    const { refs, sources } = await readPortal(
      '.',
      '[{ type: local, path: ../clones }, { type: local, name: us, path: ., catalogPaths: [x.yaml] }]',
      { 'content/catalog/org.yaml': group('payments'), 'x.yaml': group('elsewhere') },
    );
    expect(sources).toEqual(['us', 'clones']);
    expect(refs).toEqual(['group:default/payments']);
  });

  it('may lie deeper in its repository', async () => {
    const { refs, messages } = await readPortal('tools/portal', '[{ type: local, path: ../../../clones }]', {
      'tools/portal/content/catalog/org.yaml': group('payments'),
      'content/catalog/org.yaml': group('elsewhere'),
    });
    expect(refs).toEqual(['group:default/payments']);
    expect(messages).toEqual([refused]);
  });

  it('says that it must be committed when it is in no repository', async () => {
    await mkdir(join(folder, 'content/catalog'), { recursive: true });
    await mkdir(join(folder, 'clones'));
    await writeFile(join(folder, 'callboard.yaml'), 'portal: { title: T }\nsources: [{ type: local, path: clones }]\n');
    const config = await loadConfig(join(folder, 'callboard.yaml'), {});
    const { diagnostics } = await crawlOnce(config.sources, join(folder, 'state'));
    expect(diagnostics[0]?.message).toContain('is not a Git repository');
    expect(diagnostics[0]?.hint).toContain('git init');
  });
});

describe('rules of the configuration', () => {
  it('are added to the default when they hold for some places, and replace it otherwise', async () => {
    const load = async (rules: string) => {
      const file = join(folder, 'callboard.yaml');
      await writeFile(
        file,
        `portal: { title: T }\nsources: [{ type: local, path: . }]\ncatalog: { rules: ${rules} }\n`,
      );
      return (await loadConfig(file, {})).catalog.allow;
    };
    expect(await load('[]')).toEqual(['*', '!Group', '!User']);
    expect(await load('[{ allow: [Group], repositories: [acme/org] }]')).toEqual([
      '*',
      '!Group',
      '!User',
      { kind: 'Group', repositories: ['acme/org'] },
    ]);
    expect(await load('[{ allow: [Component, { kind: API, spec.type: openapi }] }]')).toEqual([
      'Component',
      { kind: 'API', specType: 'openapi' },
    ]);
    await expect(load('[{ allow: [{ kind: "a b" }] }]')).rejects.toThrow('catalog.rules[0].allow[0].kind');
    await expect(load('[{ allow: [Group], repository: [x] }]')).rejects.toThrow('did you mean "repositories"?');
  });
});
