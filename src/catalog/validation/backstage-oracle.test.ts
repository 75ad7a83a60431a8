import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backstageVerdict, readAsBackstage, type Verdict } from '../../testing/backstage/backstage.ts';
import { deliberateDifferences } from '../../testing/backstage/deliberate-differences.ts';
import { mutate, type Path, pathsOf, replacements } from '../../testing/backstage/mutations.ts';
import { sampleEntities } from '../../testing/backstage/sample-entities.ts';
import { readCorpus } from '../../testing/read-corpus.ts';
import type { CatalogEntity } from '../entity.ts';
import { readCatalog } from '../read-catalog.ts';
import { catalogOf } from '../repository-fixture.ts';
import { isMapping, type Mapping } from '../values.ts';
import { parseYamlFile } from '../yaml/yaml-documents.ts';
import { validateEntity } from './validate-entity.ts';

function callboardVerdict(entity: Mapping): Verdict {
  const { problems, unchecked } = validateEntity(entity);
  if (problems.length > 0) return 'refused';
  return unchecked ? 'nobody’s' : 'accepted';
}

/** Where the two disagree on an entity, in words; `undefined` where they agree or mean not to. */
async function disagreement(entity: Mapping): Promise<string | undefined> {
  const [theirs, ours] = [await backstageVerdict(entity), callboardVerdict(entity)];
  if (theirs === 'accepted' && ours === 'accepted') return describeReading(entity);
  if (theirs === ours || deliberateDifferences.some(({ explains }) => explains?.(entity, theirs, ours)))
    return undefined;
  return `Backstage ${theirs}, Callboard ${ours}: ${JSON.stringify(entity)}`;
}

// JSON is YAML: the entity goes through the front door as a file would.
async function describeReading(entity: Mapping): Promise<string | undefined> {
  const { value, diagnostics } = catalogOf(JSON.stringify(entity));
  const [ours] = value.entities;
  if (!ours) return `Callboard does not read: ${JSON.stringify(entity)}`;
  const isUnreadable = diagnostics.some(({ code }) => code === 'catalog/reference-invalid');
  return compareReading(entity, ours, isUnreadable);
}

async function compareReading(
  entity: Mapping,
  ours: CatalogEntity,
  isUnreadable: boolean,
): Promise<string | undefined> {
  const theirs = await readAsBackstage(entity);
  const differences = [
    ours.ref === theirs.ref || `ref ${ours.ref} and ${theirs.ref}`,
    ours.entity.metadata.namespace === theirs.namespace || `namespace ${ours.entity.metadata.namespace}`,
    theirs.claims
      ? JSON.stringify(ours.claims) === JSON.stringify(theirs.claims) || `claims ${JSON.stringify(ours.claims)}`
      : isUnreadable || 'a reference that Backstage cannot read',
  ].filter((difference) => difference !== true);
  return differences.length === 0 ? undefined : `${differences.join(', ')}: ${JSON.stringify(entity)}`;
}

/** A sample with one field changed, for every field and every change. */
function* singleMutations(): Generator<Mapping> {
  for (const entity of sampleEntities) {
    const known = pathsOf(entity).slice(1);
    const added: Path[] = [['relations'], ['status'], ['metadata', 'x'], ['spec', 'dependencyOf'], ['spec', 'x']];
    for (const path of known)
      for (const replacement of replacements) yield mutate(entity, path, replacement) as Mapping;
    for (const path of added) {
      const parent = path.length > 1 ? (entity[String(path[0])] as Mapping) : entity;
      const base = mutate(entity, path.slice(0, -1), { ...parent, [String(path.at(-1))]: null });
      for (const replacement of replacements) yield mutate(base, path, replacement) as Mapping;
    }
  }
}

describe('against Backstage’s own model', () => {
  it('accepts every valid entity, and reads the same of it', async () => {
    for (const entity of sampleEntities) {
      expect([await backstageVerdict(entity), callboardVerdict(entity)]).toEqual(['accepted', 'accepted']);
      expect(await disagreement(entity)).toBeUndefined();
    }
  });

  it('agrees on every entity with one field changed in every way: verdict, defaults, references', async () => {
    const found: string[] = [];
    let count = 0;
    for (const entity of singleMutations()) {
      count += 1;
      const difference = await disagreement(entity);
      if (difference) found.push(difference);
    }
    expect(found.slice(0, 20)).toEqual([]);
    expect(count).toBeGreaterThan(16_000);
  });

  it('agrees on entities with several fields changed at random', async () => {
    const change = fc.tuple(fc.nat(), fc.constantFrom(...replacements));
    const changes = fc.array(change, { minLength: 2, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...sampleEntities), changes, async (entity, list) => {
        let changed: unknown = entity;
        for (const [pick, replacement] of list) {
          const paths = pathsOf(changed).slice(1);
          changed = mutate(changed, paths[pick % paths.length] ?? ['kind'], replacement);
        }
        expect(await disagreement(changed as Mapping)).toBeUndefined();
      }),
      { numRuns: 12_000 },
    );
  });

  const corpus = readCorpus();
  it.skipIf(!corpus)('agrees on every document and every entity of the corpus', async () => {
    const repositories = corpus ?? [];
    const found: (string | undefined)[] = [];
    const documents = repositories.flatMap(({ repository, catalogPaths, files }) =>
      catalogPaths.flatMap((path) => {
        const source = { repository: repository.slug, path };
        return parseYamlFile(files.get(path)?.text ?? '', source).documents.map(({ value }) => value);
      }),
    );
    for (const value of documents) {
      // Templates have their validator in another package.
      if (!isMapping(value) || value['kind'] === 'Template') continue;
      const [theirs, ours] = [await backstageVerdict(value), callboardVerdict(value)];
      const isMeant = deliberateDifferences.some(({ explains }) => explains?.(value, theirs, ours));
      found.push(
        theirs === ours || isMeant ? undefined : `Backstage ${theirs}, Callboard ${ours}: ${JSON.stringify(value)}`,
      );
    }
    const { value, diagnostics } = readCatalog({ repositories, allow: ['*'] });
    const unreadable = new Set(
      diagnostics.filter(({ code }) => code === 'catalog/reference-invalid').map((it) => it.entityRef),
    );
    for (const entity of value.entities) {
      const { relations: _, ...data } = entity.entity;
      if (callboardVerdict(data) !== 'accepted' || data.kind === 'Template') continue;
      found.push(await compareReading(data, entity, unreadable.has(entity.ref)));
    }
    expect(found.filter((difference) => difference !== undefined)).toEqual([]);
    expect(found.length).toBeGreaterThan(450);
  });

  it('differs only where the docs say so, sentence by sentence', () => {
    const page = readFileSync(new URL('../../../content/docs/catalog.md', import.meta.url), 'utf8');
    const section = page.split('## Where Callboard differs from Backstage')[1]?.split('\n## ')[0] ?? '';
    const listed = section
      .split(/^- /m)
      .slice(1)
      .map((item) =>
        item
          .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
          .replace(/\s+/g, ' ')
          .trim(),
      );
    for (const { sentence } of deliberateDifferences) {
      expect(
        listed.filter((item) => item.startsWith(sentence)),
        sentence,
      ).toHaveLength(1);
    }
    expect(listed).toHaveLength(deliberateDifferences.length);
  });
});
