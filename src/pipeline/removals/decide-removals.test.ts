import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideRemovals, type RemovalQuestion, removalLimit } from './decide-removals.ts';
import { type GoneEntity, idOfRemovals } from './gone-entity.ts';

const gone = (count: number, more: Partial<GoneEntity> = {}, from = 0): GoneEntity[] =>
  Array.from({ length: count }, (_, index) => ({
    ref: `component:default/c${from + index}`,
    repositoryId: `github:${from + index}`,
    source: 'acme',
    ...more,
  }));
const own = (count: number, held?: readonly string[]) =>
  gone(count, { repositoryId: 'github:own', inside: true, ...(held && { held }) }, 5000);
const ask = (question: Partial<RemovalQuestion>) =>
  decideRemovals({ before: 100, gone: [], emptied: [], confirmed: [], ...question });

describe('the circuit breaker', () => {
  it.each<[string, Partial<RemovalQuestion>, removed: number, held: number]>([
    ['nothing gone', {}, 0, 0],
    ['five of twenty', { before: 20, gone: gone(5) }, 5, 0],
    ['six of twenty', { before: 20, gone: gone(6) }, 0, 6],
    ['five of a hundred', { gone: gone(5) }, 5, 0],
    ['six of a hundred', { gone: gone(6) }, 0, 6],
    ['fifty of a thousand', { before: 1000, gone: gone(50) }, 50, 0],
    ['fifty-one of a thousand', { before: 1000, gone: gone(51) }, 0, 51],
    ['a whole source, however small', { gone: gone(1), emptied: ['acme'] }, 0, 1],
    ['another source that had been emptied before', { gone: gone(1), emptied: ['other'] }, 1, 0],
    ['what is left of held removals, below the limit', { gone: gone(2, { held: ['a'] }) }, 0, 2],
    ['a few beside held ones', { gone: [...gone(2, { held: ['a'] }), ...gone(1, {}, 9)] }, 0, 3],
    ['held ones, confirmed', { gone: gone(8, { held: ['a'] }), confirmed: ['a'] }, 8, 0],
    ['held ones, confirmed by an earlier id', { gone: gone(8, { held: ['a', 'b'] }), confirmed: ['a'] }, 8, 0],
    ['held ones, a wrong id', { gone: gone(8, { held: ['a'] }), confirmed: ['b'] }, 0, 8],
    [
      'held ones that somebody confirmed, and as many that went since',
      { gone: [...gone(8, { held: ['a'] }), ...gone(8, {}, 50)], confirmed: ['a'] },
      8,
      8,
    ],
    [
      'held ones that somebody confirmed, and a few that went since',
      { gone: [...gone(8, { held: ['a'] }), ...gone(2, {}, 50)], confirmed: ['a'] },
      10,
      0,
    ],
    ['a few elsewhere, beside what one repository takes out of itself', { gone: [...own(900), ...gone(2)] }, 2, 900],
    ['a few elsewhere, beside what it still has held of that', { gone: [...own(2, ['a']), ...gone(2)] }, 2, 2],
    ['too many elsewhere, beside the same', { gone: [...own(90), ...gone(6)] }, 0, 96],
    ['as many by ten repositories, each out of itself', { gone: gone(10, { inside: true }) }, 0, 10],
  ])('%s', (_case, question, removed, held) => {
    const decision = ask(question);
    expect([decision.removed.length, decision.held.length]).toEqual([removed, held]);
    expect(decision.id).toBe(held > 0 ? idOfRemovals(decision.held) : undefined);
  });

  it('takes the id of exactly what is gone, also where nothing was held before', () => {
    const all = gone(8);
    expect(ask({ gone: all, confirmed: [idOfRemovals([...all].reverse())] }).removed).toHaveLength(8);
    expect(ask({ gone: all, confirmed: [idOfRemovals(all.slice(1))] }).removed).toHaveLength(0);
  });

  it('lets one repository that adds and drops thousands, day after day, hold up nobody else', () => {
    let dropped: GoneEntity[] = [];
    for (let day = 0; day < 20; day += 1) {
      dropped = [...dropped, ...gone(1000, { repositoryId: 'github:own', inside: true }, 5000 + day * 1000)];
      const goneElsewhere = gone(3, {}, day * 3);
      const { removed, held, id = '' } = ask({ before: 100 + dropped.length, gone: [...dropped, ...goneElsewhere] });
      expect(removed).toEqual(goneElsewhere);
      dropped = held.map((entity) => ({ ...entity, held: [...(entity.held ?? []), id] }));
    }
    const [ofLastDay = ''] = dropped.at(-1)?.held ?? [];
    expect(ask({ gone: dropped, confirmed: [ofLastDay] }).held).toEqual([]);
  });

  it('names ids that confirm nothing', () => {
    expect(ask({ gone: gone(8, { held: ['a'] }), confirmed: ['a', 'b'] }).outdated).toEqual(['b']);
    expect(ask({ confirmed: ['a'] }).outdated).toEqual(['a']);
    expect(ask({ confirmed: ['a'], awaiting: ['a'] }).outdated).toEqual([]);
    expect(ask({ confirmed: [idOfRemovals([])] }).outdated).toHaveLength(1);
  });

  it('says what it would have done', () => {
    expect(ask({ gone: gone(8) }).reason).toBe('This build would remove 8 of 100 entities, more than 5.');
  });
});

describe('whatever goes', () => {
  const id = fc.constantFrom('a', 'b', 'c');
  const entity = fc.record({
    ref: fc.integer({ min: 0, max: 60 }).map((number) => `component:default/c${number}`),
    repositoryId: fc.integer({ min: 0, max: 9 }).map(String),
    source: fc.constantFrom('acme', 'other'),
    held: fc.option(fc.uniqueArray(id, { minLength: 1 }), { nil: undefined }),
    inside: fc.option(fc.constant(true as const), { nil: undefined }),
  });
  const question = fc.record({
    before: fc.integer({ min: 0, max: 400 }),
    gone: fc.uniqueArray(entity, { selector: ({ ref }) => ref }) as fc.Arbitrary<GoneEntity[]>,
    emptied: fc.subarray(['acme', 'other']),
    confirmed: fc.subarray(['a', 'b', 'c']),
  });

  it('is removed or held, and never more is removed than the limit without a word', () => {
    fc.assert(
      fc.property(question, (asked) => {
        const { removed, held } = decideRemovals(asked);
        expect([...removed, ...held].map(({ ref }) => ref).sort()).toEqual(asked.gone.map(({ ref }) => ref).sort());
        const isConfirmed = (it: GoneEntity) => it.held?.some((name) => asked.confirmed.includes(name)) === true;
        const silent = removed.filter((it) => !isConfirmed(it));
        expect(silent.length).toBeLessThanOrEqual(removalLimit(asked.before));
        expect(silent.filter((it) => it.held !== undefined || asked.emptied.includes(it.source))).toEqual([]);
        expect(held.filter(isConfirmed)).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });
});
