import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readCatalog } from '../read-catalog.ts';
import { component, documents, repositoryOf } from '../repository-fixture.ts';
import type { LastGood } from './good-entity.ts';

/** A document of the model: which entity it defines, and whether it is sound. */
interface Written {
  readonly name: string;
  readonly state: 'good' | 'unparsable' | 'refused' | 'nameless';
}

type Repository = Map<string, readonly Written[]>;

const files = ['a/catalog-info.yaml', 'b/catalog-info.yaml', 'c/catalog-info.yaml'];
const names = ['one', 'two', 'three', 'four'];

const edit = fc.record({
  file: fc.constantFrom(...files),
  to: fc.constantFrom(...files),
  name: fc.constantFrom(...names),
  newName: fc.constantFrom(...names),
  what: fc.constantFrom('add', 'unparsable', 'refused', 'nameless', 'repair', 'remove', 'delete', 'move', 'rename'),
});
type Edit = typeof edit extends fc.Arbitrary<infer Value> ? Value : never;

function text({ name, state }: Written): string {
  const good = component(name);
  if (state === 'unparsable') return good.replace('owner: team', 'owner: [');
  if (state === 'refused') return good.replace('  owner: team\n', '');
  return state === 'nameless' ? good.replace(`name: ${name}`, 'title: none') : good;
}

/** What an author does; names stay unique over the repository, as a duplicate is another matter. */
function apply(repository: Repository, { file, to, name, newName, what }: Edit): void {
  const all = [...repository.values()].flat().map((written) => written.name);
  const place = [...repository].find(([, written]) => written.some((it) => it.name === name))?.[0];
  const change = (path: string, make: (written: Written) => readonly Written[]) => {
    const changed = repository.get(path)?.flatMap((it) => (it.name === name ? make(it) : [it])) ?? [];
    repository.set(path, changed);
  };
  if (what === 'add') {
    if (!all.includes(name)) repository.set(file, [...(repository.get(file) ?? []), { name, state: 'good' }]);
  } else if (what === 'delete') repository.delete(file);
  else if (place === undefined) return;
  else if (what === 'remove') change(place, () => []);
  else if (what === 'repair') change(place, (it) => [{ ...it, state: 'good' }]);
  else if (what === 'rename') {
    if (!all.includes(newName)) change(place, (it) => [{ ...it, name: newName }]);
  } else if (what === 'move') {
    if (to === place || repository.has(to)) return;
    repository.set(to, repository.get(place) ?? []);
    repository.delete(place);
  } else change(place, (it) => [{ ...it, state: what as Written['state'] }]);
}

interface Remembered {
  readonly path: string;
  /** Bad documents that stood beside it. */
  readonly beside: ReadonlySet<string>;
}

const identity = (it: Written) => (it.state === 'nameless' ? 'nameless' : `${it.state} ${it.name}`);

/** The rule in the simplest words: kept unless nothing that is left can be it. */
function isKept(
  name: string,
  { path, beside }: Remembered,
  repository: Repository,
  known: ReadonlyMap<string, unknown>,
) {
  const bad = [...repository]
    .flatMap(([file, list]) => list.map((it) => ({ ...it, file })))
    .filter((it) => it.state !== 'good');
  const isNew = (it: Written) => !beside.has(identity(it));
  if (bad.some((it) => it.name === name && (it.state === 'refused' || (it.state === 'unparsable' && isNew(it)))))
    return true;
  const speaksOfAnother = (it: Written) => it.state !== 'nameless' && known.has(it.name);
  return bad.some((it) => it.file === path && isNew(it) && !speaksOfAnother(it));
}

it('shows an entity exactly until its last good definition is proved to be removed', () => {
  let kept = 0;
  const days = fc.array(fc.array(edit, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(days, (edits) => {
      const repository: Repository = new Map();
      let lastGood: LastGood = new Map();
      let model = new Map<string, Remembered>();
      for (const today of edits) {
        for (const one of today) apply(repository, one);
        const written = [...repository].map(([path, list]) => [path, documents(...list.map(text))] as const);
        const { value } = readCatalog({
          repositories: [repositoryOf('acme/shop', Object.fromEntries(written))],
          allow: [{ kind: '*' }],
          lastGood,
        });
        lastGood = value.lastGood ?? new Map();
        const next = new Map<string, Remembered>();
        for (const [path, list] of repository) {
          const beside = new Set(list.filter((it) => it.state !== 'good').map(identity));
          for (const it of list) if (it.state === 'good') next.set(it.name, { path, beside });
        }
        const fresh = new Set(next.keys());
        for (const [name, remembered] of model) {
          if (!fresh.has(name) && isKept(name, remembered, repository, model)) next.set(name, remembered);
        }
        model = next;
        kept += model.size - fresh.size;
        expect(value.entities.map(({ entity }) => entity.metadata.name)).toEqual([...model.keys()].sort());
        expect(value.entities.filter((it) => !it.stale).map(({ entity }) => entity.metadata.name)).toEqual(
          [...fresh].sort(),
        );
      }
    }),
    { numRuns: 400 },
  );
  expect(kept).toBeGreaterThan(200);
});
