import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogYaml, model, readCatalogYaml } from '../../testing/random-catalogs.ts';
import type { Catalog } from '../entity.ts';
import { inverseOf, isLeading } from '../model/relation-types.ts';
import { dependents, pathOf } from './dependents.ts';
import { neighbourhood } from './neighbourhood.ts';
import { groupAncestors, groupDescendants, ownedInHierarchy, owningGroups } from './ownership.ts';
import { rollUp } from './roll-up.ts';
import { cycles, strongParts } from './strong-parts.ts';

type Fact = readonly [from: string, type: string, to: string];

/** Every claim, and the same as its other end sees it. */
function factsOf(catalog: Catalog): Fact[] {
  return catalog.entities.flatMap(({ ref, claims }) =>
    claims.flatMap(({ type, targetRef }): Fact[] => {
      const inverse = inverseOf(type, catalog.model.relationPairs) ?? '';
      return [
        [ref, type, targetRef],
        [targetRef, inverse, ref],
      ];
    }),
  );
}

function refsOf(catalog: Catalog): string[] {
  return [...new Set([...catalog.byRef.keys(), ...factsOf(catalog).flatMap(([from, , to]) => [from, to])])].sort();
}

/** Distances by relaxing every link until nothing changes. */
function distances(from: readonly string[], links: readonly (readonly [string, string])[]): Map<string, number> {
  const found = new Map(from.map((ref) => [ref, 0]));
  for (let changed = true; changed; ) {
    changed = false;
    for (const [source, target] of links) {
      const distance = (found.get(source) ?? Number.POSITIVE_INFINITY) + 1;
      if (distance >= (found.get(target) ?? Number.POSITIVE_INFINITY)) continue;
      found.set(target, distance);
      changed = true;
    }
  }
  return found;
}

const ofTypes = (facts: readonly Fact[], types: readonly string[]) =>
  facts.filter(([, type]) => types.includes(type)).map(([from, , to]) => [from, to] as const);

/** Who needs whom: directly, and by way of an API the one that provides it. */
function needs(facts: readonly Fact[]): (readonly [from: string, to: string, type: string, api: string | undefined])[] {
  const direct = facts.filter(([, type]) => type === 'dependsOn' || type === 'consumesApi');
  return direct.flatMap(([from, type, to]) => [
    [from, to, type, undefined] as const,
    ...facts
      .filter(([api, provided]) => provided === 'apiProvidedBy' && api === to)
      .map(([api, , provider]) => [from, provider, type, api] as const),
  ]);
}

const unique = <Value>(values: readonly Value[]): Value[] =>
  [...new Set(values.map((value) => JSON.stringify(value)))].sort().map((text) => JSON.parse(text) as Value);

describe('against naive implementations, in catalogs at random', () => {
  it('dependents: what reaches the entity by needs, its owner, and a way of real links of the least length', () => {
    fc.assert(
      fc.property(catalogYaml, (text) => {
        const catalog = readCatalogYaml(text);
        const facts = factsOf(catalog);
        const links = needs(facts);
        const isNeed = new Set(links.map(([from, to, , api]) => [from, ...(api ? [api] : []), to].join(' ')));
        for (const ref of refsOf(catalog)) {
          const expected = distances(
            [ref],
            links.map(([from, to]) => [to, from]),
          );
          expected.delete(ref);
          const { count, direct, nearest } = dependents(catalog, ref);
          const found = nearest.map((each): [string, number] => [each.ref, each.distance]);
          expect(found).toEqual([...expected].sort(([a, m], [b, n]) => m - n || (a < b ? -1 : 1)));
          expect([count, direct]).toEqual([found.length, found.filter(([, distance]) => distance === 1).length]);
          for (const each of nearest) {
            const owners = ofTypes(facts, ['ownedBy']).filter(([from]) => from === each.ref);
            expect(each.owner).toBe(owners.map(([, to]) => to).sort()[0]);
            const path = pathOf(each);
            let at = 0;
            for (let step = 0; step < each.distance; step += 1) {
              const length = isNeed.has(path.slice(at, at + 3).join(' ')) ? path.slice(at, at + 3).length : 2;
              expect(isNeed).toContain(path.slice(at, at + length).join(' '));
              at += length - 1;
            }
            expect([path[0], path[at], path.length]).toEqual([each.ref, ref, at + 1]);
          }
          expect(dependents(catalog, ref, { limit: 2 })).toEqual({ count, direct, nearest: nearest.slice(0, 2) });
        }
      }),
      { numRuns: 120 },
    );
  });

  it('neighbourhood: what lies within the depth by the wanted relations and kinds, and every relation among it once', () => {
    const filters = fc.record({
      direction: fc.constantFrom('in', 'out', 'both'),
      relations: fc.option(
        fc.constant<readonly string[]>(['dependsOn', 'dependencyOf', 'partOf', 'shows', 'talksTo', 'ownerOf']),
      ),
      kinds: fc.option(fc.constant<readonly string[]>(['component', 'app', 'system'])),
    });
    fc.assert(
      fc.property(catalogYaml, filters, fc.nat({ max: 3 }), (text, { direction, relations, kinds }, depth) => {
        const catalog = readCatalogYaml(text);
        const facts = factsOf(catalog);
        const pairs = model.relationPairs;
        const isFollowed = (type: string) =>
          (relations?.includes(type) ?? true) &&
          (direction === 'both' || type === 'talksTo' || isLeading(type, pairs) === (direction === 'out'));
        for (const ref of refsOf(catalog)) {
          const links = facts
            .filter(([, type, to]) => isFollowed(type) && (kinds?.includes(to.slice(0, to.indexOf(':'))) ?? true))
            .map(([from, , to]) => [from, to] as const);
          const near = new Map([...distances([ref], links)].filter(([, distance]) => distance <= depth));
          const filter = { direction, ...(relations && { relations }), ...(kinds && { kinds }) };
          const { nodes, edges } = neighbourhood(catalog, ref, depth, filter);
          expect(nodes).toEqual(
            [...near]
              .map(([each, distance]) => ({ ref: each, distance, isMissing: !catalog.byRef.has(each) }))
              .sort((a, b) => a.distance - b.distance || (a.ref < b.ref ? -1 : 1)),
          );
          const among = facts.filter(
            ([from, type, to]) =>
              near.has(from) &&
              near.has(to) &&
              isLeading(type, pairs) &&
              (type !== 'talksTo' || from <= to) &&
              [type, inverseOf(type, pairs) ?? ''].some(isFollowed),
          );
          expect(edges.map(({ from, to, type }) => [from, to, type])).toEqual(
            unique(among.map(([from, type, to]) => [from, to, type])),
          );
        }
      }),
      { numRuns: 120 },
    );
  });

  it('strong parts: every ref once, with what it reaches and is reached from; what a part leads to comes first', () => {
    const typesOf = fc.subarray(['dependsOn', 'consumesApi', 'apiProvidedBy', 'partOf', 'childOf', 'talksTo']);
    fc.assert(
      fc.property(catalogYaml, typesOf, (text, types) => {
        const catalog = readCatalogYaml(text);
        const links = ofTypes(factsOf(catalog), types);
        const refs = refsOf(catalog);
        const reached = new Map(refs.map((ref) => [ref, distances([ref], links)]));
        const partOf = (ref: string) => refs.filter((to) => reached.get(ref)?.has(to) && reached.get(to)?.has(ref));
        const parts = strongParts(catalog, types);
        expect(unique(parts)).toEqual(unique(refs.map(partOf)));
        expect(parts.flat().sort()).toEqual(refs);
        const placeOf = new Map(parts.flatMap((part, place) => part.map((ref) => [ref, place] as const)));
        for (const [from, to] of links) expect(placeOf.get(to)).toBeLessThanOrEqual(placeOf.get(from) ?? -1);
        const looping = refs.filter((ref) => partOf(ref).length > 1 || links.some(([a, b]) => a === ref && b === ref));
        expect(cycles(catalog, types)).toEqual(unique(looping.map(partOf)));
      }),
      { numRuns: 120 },
    );
  });

  it('ownership: groups above and below, and what they own by themselves and by their people', () => {
    fc.assert(
      fc.property(catalogYaml, (text) => {
        const catalog = readCatalogYaml(text);
        const facts = factsOf(catalog);
        const above = (refs: readonly string[]) => distances(refs, ofTypes(facts, ['childOf']));
        const owning = (ref: string) =>
          above(
            ofTypes(facts, ['ownedBy'])
              .filter(([from]) => from === ref)
              .flatMap(([, to]) =>
                to.startsWith('user:')
                  ? ofTypes(facts, ['memberOf']).flatMap(([user, group]) => (user === to ? [group] : []))
                  : [to],
              ),
          );
        const asMap = (found: readonly { readonly ref: string; readonly distance: number }[]) =>
          new Map(found.map(({ ref, distance }) => [ref, distance]));
        const refs = refsOf(catalog);
        for (const ref of refs) {
          expect(asMap(owningGroups(catalog, ref))).toEqual(owning(ref));
          expect(asMap([{ ref, distance: 0 }, ...groupAncestors(catalog, ref)])).toEqual(above([ref]));
          const below = refs.filter((each) => each !== ref && above([each]).has(ref));
          expect(
            groupDescendants(catalog, ref)
              .map((group) => group.ref)
              .sort(),
          ).toEqual(below);
          if (ref.startsWith('user:')) continue;
          expect(ownedInHierarchy(catalog, ref)).toEqual(refs.filter((each) => owning(each).has(ref)));
        }
      }),
      { numRuns: 120 },
    );
  });

  it('roll-up: areas rely on each other for exactly the needs of what stands for them', () => {
    fc.assert(
      fc.property(catalogYaml, fc.constantFrom('system', 'domain'), (text, level) => {
        const catalog = readCatalogYaml(text);
        const facts = factsOf(catalog);
        const areas = (ref: string) => {
          const above = [...distances([ref], ofTypes(facts, ['partOf']))].filter(([each]) => each.startsWith(level));
          const least = Math.min(...above.map(([, distance]) => distance));
          return above.filter(([, distance]) => distance === least).map(([each]) => each);
        };
        const reasons = unique(needs(facts))
          .filter(([from, to]) => from !== to)
          .flatMap((reason) => {
            const [from, to] = [areas(reason[0]), areas(reason[1])];
            return from.flatMap((a) => to.flatMap((b) => (a === b ? [] : [[a, b, reason] as const])));
          });
        const found = rollUp(catalog, level, { reasons: Number.POSITIVE_INFINITY });
        const listed = found.flatMap((each) =>
          each.reasons.map(({ from, to, type, api }) => [each.from, each.to, [from, to, type, api ?? null]] as const),
        );
        expect(unique(listed)).toEqual(unique(reasons));
        expect(listed).toHaveLength(reasons.length);
        expect(found.map(({ from, to }) => [from, to])).toEqual(unique(reasons.map(([a, b]) => [a, b])));
        const bounded = rollUp(catalog, level, { reasons: 1 });
        expect(bounded).toEqual(found.map((each) => ({ ...each, reasons: each.reasons.slice(0, 1) })));
        for (const { count, reasons: all } of found) expect(count).toBe(all.length);
      }),
      { numRuns: 300 },
    );
  });
});
