import type { Mapping } from '../../catalog/values.ts';

/** Stands for a field that is not there. */
export const removed = Symbol('removed');
/** What a field may be changed to. `removed` takes it away. */
export const replacements: readonly unknown[] = [
  removed,
  null,
  '',
  ' ',
  'a',
  'A',
  'a b',
  'a/b',
  'a--b',
  'a-',
  '-a',
  'a_b',
  'a.b',
  'ä',
  'a:b',
  'x'.repeat(63),
  'x'.repeat(64),
  'x'.repeat(501),
  'backstage.io/v1beta1',
  'backstage.io/v1',
  'Backstage.io/v1alpha1',
  'v1',
  'a/b/c',
  'Group',
  'group',
  'API',
  'Foo',
  '1a',
  'skill',
  'mcp-server',
  'required',
  'https://x.example',
  'mailto:x',
  '/x',
  'javascript:1',
  0,
  1.5,
  true,
  false,
  [],
  ['a'],
  ['a', ''],
  [1],
  [null],
  [['a']],
  {},
  { a: 'b' },
  { a: 1 },
  { '': 'x' },
  { 'a/b/c': 'x' },
  { 'A.b/c': 'x' },
  { url: 'x' },
  [{ url: 'https://x.example', title: ' ' }],
  [{ title: 'x' }],
  ['b:c+#', 'B'],
];

/** Steps from an entity to a value inside it. */
export type Path = readonly (string | number)[];

/** Every path of a value, itself first. */
export function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [
    path,
    ...Object.entries(value).flatMap(([key, item]) =>
      pathsOf(item, [...path, Array.isArray(value) ? Number(key) : key]),
    ),
  ];
}

/** A copy with the value at a path replaced. */
export function mutate(value: unknown, [step, ...rest]: Path, replacement: unknown): unknown {
  if (step === undefined) return replacement;
  if (Array.isArray(value))
    return value.flatMap((item, index) => (index === step ? keep(mutate(item, rest, replacement)) : [item]));
  const entries = Object.entries(value as Mapping).flatMap(([key, item]) =>
    key === step ? keep(mutate(item, rest, replacement)).map((made) => [key, made]) : [[key, item]],
  );
  return Object.fromEntries(entries);
}

const keep = (value: unknown) => (value === removed ? [] : [value]);
