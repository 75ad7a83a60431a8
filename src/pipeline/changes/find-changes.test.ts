import { describe, expect, it } from 'vitest';
import { type EntityNow, findChanges, type KnownEntity, listChanges } from './find-changes.ts';

const orders = (facts: Record<string, string>, commit = 'c1'): EntityNow => {
  return { ref: 'component:default/orders', title: 'Orders', repository: 'acme/orders', facts, commit };
};
const known = (items: readonly KnownEntity[]) => new Map(items.map((item) => [item.ref, item]));
const first = '2026-01-01T00:00:00.000Z';
const second = '2026-01-02T00:00:00.000Z';
const third = '2026-01-03T00:00:00.000Z';

describe('what changed from build to build', () => {
  const start = known(findChanges(new Map(), [orders({ owner: '=a', docs: '#1' })], first));

  it('begins with the first build: nothing in it is a change', () => {
    expect(listChanges(start.values())).toEqual([]);
  });

  it('is nothing where nothing is different', () => {
    expect(listChanges(findChanges(start, [orders({ owner: '=a', docs: '#1' }, 'c2')], second))).toEqual([]);
  });

  it('names fields with what they were and are, and those of which only that is known', () => {
    const now = findChanges(start, [orders({ owner: '=b', docs: '#2', type: '=service' }, 'c2')], second);
    expect(listChanges(now)).toEqual([
      {
        ref: 'component:default/orders',
        title: 'Orders',
        repository: 'acme/orders',
        what: 'changed',
        at: second,
        commit: 'c2',
        fields: [{ field: 'docs' }, { field: 'owner', from: 'a', to: 'b' }, { field: 'type', to: 'service' }],
      },
    ]);
  });

  it('remembers what is gone, once, and that it came back', () => {
    const gone = known(findChanges(start, [], second));
    const still = known(findChanges(gone, [], third));
    const back = findChanges(still, [orders({ owner: '=a' }, 'c9')], '2026-01-04T00:00:00.000Z');
    expect(listChanges(still.values()).map(({ what, at }) => [what, at])).toEqual([['removed', second]]);
    expect(listChanges(back).map(({ what }) => what)).toEqual(['added', 'removed']);
  });

  it('calls nothing new where some of what was kept is lost, and goes on with the rest', () => {
    const other = { ...orders({ owner: '=a' }), ref: 'component:default/other' };
    const now = [orders({ owner: '=b', docs: '#1' }), other];
    const told = (isWhole: boolean) =>
      listChanges(findChanges(start, now, second, isWhole)).map(({ ref, what }) => [ref, what]);
    expect(told(false)).toEqual([['component:default/orders', 'changed']]);
    expect(told(true)).toContainEqual(['component:default/other', 'added']);
  });

  it('forgets what has been gone for more than a year, and all but the newest changes of one entity', () => {
    const gone = known(findChanges(start, [], second));
    expect(findChanges(gone, [], '2027-12-01T00:00:00.000Z')).toEqual([]);
    let state = start;
    for (let day = 0; day < 30; day += 1) {
      const at = new Date(Date.parse(second) + day * 86_400_000).toISOString();
      state = known(findChanges(state, [orders({ owner: `=${day}` })], at));
    }
    const changes = listChanges(state.values());
    expect(changes).toHaveLength(20);
    expect(changes[0]?.fields).toEqual([{ field: 'owner', from: '28', to: '29' }]);
  });
});
