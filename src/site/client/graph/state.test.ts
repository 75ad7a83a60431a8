import { describe, expect, it } from 'vitest';
import { parseState, stateQuery } from './state.ts';

const kinds = ['api', 'component', 'group'];
const relations = ['consumesApi', 'dependsOn'];

describe('the state in the URL', () => {
  it.each([
    '',
    '?focus=component%3Adefault%2Forders',
    '?focus=component%3Adefault%2Forders&depth=3',
    '?kinds=api%2Cgroup',
    '?focus=component%3Adefault%2Forders&depth=2&kinds=component&relations=dependsOn',
  ])('reads and writes %s', (query) => {
    expect(stateQuery(parseState(query, kinds, relations), kinds, relations)).toBe(query);
  });

  it.each([['?depth=99'], ['?depth=x'], ['?depth=-1']])('falls back to one step for %s', (query) => {
    expect(parseState(query, kinds, relations).depth).toBe(1);
  });
});
