import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backstageModel } from '../catalog/model/catalog-model.ts';
import { loadConfig } from './load-config.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'callboard-model-'));
});
afterEach(() => rm(folder, { recursive: true }));

const dataset = 'kind: Dataset\napiVersions: [example.com/v1]\n';

async function load(files: Readonly<Record<string, string>>, model?: readonly string[]) {
  const catalog = model ? { catalog: { model } } : {};
  const config = { portal: { title: 'A' }, sources: [{ type: 'local', path: 'x' }], ...catalog };
  for (const [path, text] of Object.entries({ ...files, 'portal/callboard.yaml': JSON.stringify(config) })) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return (await loadConfig(join(folder, 'portal/callboard.yaml'), {})).catalog.model;
}

describe('the model of the configuration', () => {
  it('is Backstage’s where nothing is declared', async () => {
    expect(await load({})).toBe(backstageModel);
  });

  it('is that of content/model beside callboard.yaml, both spellings of YAML, and nothing else', async () => {
    const model = await load({
      'portal/content/model/dataset.yaml': dataset,
      'portal/content/model/queue.yml': dataset.replace('Dataset', 'Queue'),
      'portal/content/model/README.md': 'not: [yaml',
      'portal/content/model/old/dataset.yaml': dataset,
    });
    expect(model.kinds.slice(-2)).toEqual(['Dataset', 'Queue']);
  });

  it('is that of the paths and globs that callboard.yaml names instead', async () => {
    const files = {
      'portal/content/model/ignored.yaml': dataset.replace('Dataset', 'Ignored'),
      'shared/kinds/deep/dataset.yaml': dataset,
      'portal/queue.yaml': dataset.replace('Dataset', 'Queue'),
    };
    const model = await load(files, ['../shared/kinds/**/*.yaml', 'queue.yaml']);
    expect(model.kinds.slice(backstageModel.kinds.length)).toEqual(['Dataset', 'Queue']);
  });
});

describe('a model that is wrong stops the run', () => {
  it('with every problem’s file and line', async () => {
    const files = { 'portal/content/model/a.yaml': `${dataset}glyph: datset\n`, 'portal/content/model/b.yaml': 'a: [' };
    await expect(load(files)).rejects.toMatchObject({
      code: 'model-invalid',
      message: expect.stringMatching(
        /has 2 problems:\n {2}content\/model\/a\.yaml:3:1 {2}glyph cannot be "datset"; did you mean "dataset"\?\n {2}content\/model\/b\.yaml:1:\d+ /,
      ),
    });
  });

  it('and so does a path that leads to nothing', async () => {
    await expect(load({}, ['kinds/*.yaml'])).rejects.toThrow('catalog.model: no file matches "kinds/*.yaml"');
  });
});
