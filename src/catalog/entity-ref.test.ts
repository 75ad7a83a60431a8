import { parseEntityRef as oracleParse, stringifyEntityRef } from '@backstage/catalog-model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalRef, type EntityRefDefaults, formatEntityRef, parseEntityRef } from './entity-ref.ts';

describe('parseEntityRef', () => {
  it.each([
    ['petstore', { defaultKind: 'API' }, 'api:default/petstore'],
    ['a:b', {}, 'a:default/b'],
    ['a:b/c', {}, 'a:b/c'],
    ['b/c', { defaultKind: 'Group', defaultNamespace: 'x' }, 'group:b/c'],
    ['c', { defaultKind: 'Group', defaultNamespace: 'own' }, 'group:own/c'],
    ['a:b:c', {}, 'a:default/b:c'],
    ['b/c:d', { defaultKind: 'Group' }, 'group:b/c:d'],
    ['a:b/c/d', {}, 'a:b/c/d'],
    ['Component:Default/ÄPP', {}, 'component:default/äpp'],
  ])('%s with %o is %s', (text, defaults: EntityRefDefaults, expected) => {
    const parsed = parseEntityRef(text, defaults);
    expect(parsed.ok && canonicalRef(parsed.ref)).toBe(expected);
  });

  it.each([
    ['', 'malformed'],
    [':', 'malformed'],
    ['a:', 'malformed'],
    [':b', 'malformed'],
    ['/c', 'malformed'],
    ['a:/c', 'malformed'],
    ['a:b/', 'malformed'],
    ['c', 'no-kind'],
    ['b/c', 'no-kind'],
  ])('%o is refused as %s', (text, reason) => {
    expect(parseEntityRef(text)).toEqual({ ok: false, reason });
  });

  it('agrees with Backstage on any text and any defaults', () => {
    const text = fc.oneof(
      fc.string(),
      fc.array(fc.constantFrom('a', 'B', ':', '/', '-', ' '), { maxLength: 8 }).map((parts) => parts.join('')),
    );
    const defaults = fc.record({
      defaultKind: fc.constantFrom('Group', undefined),
      defaultNamespace: fc.constantFrom('own', '', undefined),
    });
    fc.assert(
      fc.property(text, defaults, (ref, context) => {
        const parsed = parseEntityRef(ref, context);
        let expected: ReturnType<typeof oracleParse> | undefined;
        try {
          expected = oracleParse(ref, {
            ...(context.defaultKind && { defaultKind: context.defaultKind }),
            ...(context.defaultNamespace !== undefined && { defaultNamespace: context.defaultNamespace }),
          });
        } catch {
          expected = undefined;
        }
        expect(parsed.ok ? parsed.ref : undefined).toEqual(expected);
        if (parsed.ok && expected) expect(canonicalRef(parsed.ref)).toBe(stringifyEntityRef(expected));
      }),
      { numRuns: 5000 },
    );
  });

  it('reads back what formatEntityRef writes', () => {
    const part = fc.stringMatching(/^[A-Za-z0-9._-]+$/);
    fc.assert(
      fc.property(part, part, part, (kind, namespace, name) => {
        expect(parseEntityRef(formatEntityRef({ kind, namespace, name }))).toEqual({
          ok: true,
          ref: { kind, namespace, name },
        });
      }),
    );
  });

  it('means the same in any capitals, and whether or not it names what its place would assume', () => {
    const part = fc.stringMatching(/^[A-Za-z0-9._-]+$/);
    const canonical = (text: string, defaults: EntityRefDefaults = {}) => {
      const parsed = parseEntityRef(text, defaults);
      return parsed.ok ? canonicalRef(parsed.ref) : parsed.reason;
    };
    fc.assert(
      fc.property(part, part, part, (kind, namespace, name) => {
        const full = `${kind}:${namespace}/${name}`;
        const defaults = { defaultKind: kind, defaultNamespace: namespace };
        expect(canonical(full)).toBe(full.toLowerCase());
        expect(canonical(full.toUpperCase())).toBe(full.toLowerCase());
        for (const short of [name, `${namespace}/${name}`, `${kind}:${name}`, full]) {
          expect(canonical(short, defaults)).toBe(full.toLowerCase());
        }
        expect(canonical(`${kind}:${name}`)).toBe(`${kind}:default/${name}`.toLowerCase());
        expect(canonical(name)).toBe('no-kind');
      }),
    );
  });
});
