import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCorpus } from '../testing/read-corpus.ts';
import { parseModelFiles } from './model/parse-model-files.ts';
import { readCatalog } from './read-catalog.ts';

const folder = join(import.meta.dirname, '../testing/corpus-model');
const files = readdirSync(folder).map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }));
const repositories = readCorpus();

describe.skipIf(!repositories)('real custom kinds, declared', () => {
  const parsed = parseModelFiles(files);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const allow = ['*', '!Group', '!User'];
  const declared = readCatalog({ repositories: repositories ?? [], allow, model: parsed.model });
  const plain = readCatalog({ repositories: repositories ?? [], allow });
  const entity = (ref: string) => declared.value.byRef.get(ref)?.entity;
  const targets = (ref: string, type: string) =>
    entity(ref)
      ?.relations.filter((relation) => relation.type === type)
      .map(({ targetRef }) => targetRef);
  const count = (kind: string) => declared.value.entities.filter((item) => item.entity.kind === kind).length;

  it('are known, and none of them is refused', () => {
    const codes = declared.diagnostics.map(({ code }) => code);
    expect(codes).not.toContain('catalog/unknown-kind');
    expect(codes).not.toContain('catalog/foreign-api-version');
    expect([count('Package'), count('Plugin'), count('PluginCollection')]).toEqual([91, 76, 6]);
    expect(count('Component')).toBe(plain.value.entities.filter((item) => item.entity.kind === 'Component').length);
  });

  it('are related both ways, in their own namespace', () => {
    expect(targets('package:rhdh/backstage-plugin-techdocs', 'packageOf')).toEqual(['plugin:rhdh/techdocs']);
    expect(targets('plugin:rhdh/techdocs', 'hasPackage')).toEqual([
      'package:rhdh/backstage-plugin-techdocs',
      'package:rhdh/backstage-plugin-techdocs-backend',
    ]);
    expect(targets('plugin:rhdh/tekton', 'collectedIn')).toEqual([
      'plugincollection:rhdh/featured',
      'plugincollection:rhdh/openshift',
      'plugincollection:rhdh/recommended',
    ]);
    const claims = declared.value.entities
      .filter(({ entity }) => ['Package', 'Plugin', 'PluginCollection'].includes(entity.kind))
      .flatMap((item) => item.claims);
    expect(claims).toHaveLength(216);
  });

  it('are checked: what their references miss is found', () => {
    const before = new Set(plain.diagnostics.map(({ message }) => message));
    const found = declared.diagnostics.filter(({ message }) => !before.has(message));
    expect(found.map(({ code, message }) => `${code} ${message}`)).toEqual([
      'catalog/reference-not-found spec.partOf[0] refers to plugin:rhdh/jenkins, which is not in the catalog.',
      'catalog/reference-not-found spec.partOf[0] refers to plugin:rhdh/jenkins, which is not in the catalog.',
    ]);
  });

  it('have one problem a kind and not one an entity when nobody declares them', () => {
    const unchecked = plain.diagnostics.filter(({ code }) =>
      ['catalog/unknown-kind', 'catalog/foreign-api-version'].includes(code),
    );
    expect(unchecked.map(({ message, hint }) => `${message} ${hint}`)).toEqual([
      expect.stringMatching(
        /194 entities of Component with apiVersion .* Write backstage.io\/v1alpha1 or .*content\/model.* extend: Component and apiVersions: \[devtools.khulnasoft.com\/v1alpha1\]/,
      ),
      expect.stringMatching(
        /6 entities of the kind PluginCollection.* kind: PluginCollection and apiVersions: \[extensions.backstage.io\/v1alpha1\]/,
      ),
      expect.stringMatching(/91 entities of the kind Package.* kind: Package/),
      expect.stringMatching(/76 entities of the kind Plugin.* kind: Plugin/),
    ]);
  });
});
