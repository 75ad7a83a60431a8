import fc from 'fast-check';
import { bombText, naughtyText, testSuiteText, yamlishText } from './hostile-strings.ts';

const component = `apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: cart
  namespace: shop
  title: "Cart"
  description: >-
    Keeps what people want to buy
  labels: { acme.example/tier: gold }
  annotations:
    backstage.io/techdocs-ref: dir:.
  tags: [java, 'c++']
  links:
    - { url: https://acme.example, title: Home }
spec:
  type: service
  lifecycle: production
  owner: group:team
  providesApis: [orders]
  dependsOn:
    - resource:default/db
`;
const api = `apiVersion: backstage.io/v1alpha1
kind: API
metadata: { name: orders }
spec:
  type: openapi
  lifecycle: production
  owner: team
  definition:
    $text: ./other.yaml
`;
const organisation = `apiVersion: backstage.io/v1alpha1
kind: Group
metadata: { name: team }
spec: { type: team, children: [], members: [ada] }
---
apiVersion: backstage.io/v1alpha1
kind: User
metadata: { name: ada }
spec: { memberOf: [team], profile: { $yaml: ./other.yaml } }
`;
const location = `apiVersion: backstage.io/v1alpha1
kind: Location
metadata: { name: all }
spec: { targets: [./other.yaml, './*.yaml', ../x, 'https://github.com/acme/shop/blob/main/other.yaml'] }
`;

/** Descriptors that Backstage accepts, several documents in one. */
export const validDescriptors: readonly string[] = [
  component,
  api,
  organisation,
  location,
  [component, api, organisation, location].join('---\n'),
];

/** Every kind of text that a catalog file may turn out to hold. `recorded` are files from the wild. */
export function hostileFile(recorded: readonly string[]): fc.Arbitrary<string> {
  const sound = fc.constantFrom(...validDescriptors, ...recorded);
  const hostile = fc.oneof(yamlishText, testSuiteText, bombText, naughtyText);
  const text = fc.oneof(
    { weight: 400, arbitrary: sound.chain(mutated) },
    { weight: 300, arbitrary: withValue(fc.constantFrom(...validDescriptors), hostile) },
    { weight: 200, arbitrary: hostile },
    { weight: 3, arbitrary: crowded },
    { weight: 100, arbitrary: fc.array(fc.oneof(sound, hostile), { maxLength: 4 }).map((all) => all.join('\n---\n')) },
  );
  return fc.tuple(text, lineBreaks).map(([yaml, change]) => change(yaml));
}

/** Descriptors that hold thousands of values which are wrong, or lead nowhere, each for itself. */
const crowded: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom('labels', 'tags', 'links', 'providesApis', 'dependsOn', 'targets', '$yaml', '$text'),
    fc.constantFrom<(at: number) => string>(
      (at) => `${at}`,
      (at) => `x y ${at}`,
      (at) => `component:x${at}`,
      (at) => `./**/*${at}*.yaml`,
      () => './other.yaml',
    ),
    fc.integer({ min: 1000, max: 20_000 }),
  )
  .map(([field, item, count]) => {
    const lines = Array.from({ length: count }, (_, at) => {
      if (field === 'labels') return `    ${JSON.stringify(item(at))}: ${at}`;
      return field.startsWith('$') ? `    - ${field}: ${item(at)}` : `    - ${item(at)}`;
    });
    const name = field.startsWith('$') ? 'list' : field;
    if (name === 'targets') return location.replace(/spec: .*\n/, `spec:\n  targets:\n${lines.join('\n')}\n`);
    const parent = ['labels', 'tags', 'links'].includes(name) ? 'metadata' : 'spec';
    const sound = component.replace(new RegExp(`^  ${name}: .*\\n|^  ${name}:\\n(?: {4}.*\\n)+`, 'm'), '');
    return sound.replace(`${parent}:\n`, `${parent}:\n  ${name}:\n${lines.join('\n')}\n`);
  });

const lineBreaks = fc.constantFrom<(yaml: string) => string>(
  (yaml) => yaml,
  (yaml) => yaml,
  (yaml) => yaml,
  (yaml) => yaml.replaceAll('\n', '\r\n'),
  (yaml) => yaml.replaceAll('\n', '\r'),
  (yaml) => yaml.replaceAll('\n', '\n\r'),
  (yaml) => yaml.replaceAll('  ', '\t'),
  (yaml) => `\uFEFF${yaml}`,
);

/** Cuts, doubles, moves and overwrites stretches of a text. */
function mutated(text: string): fc.Arbitrary<string> {
  const edit = fc.record({
    at: fc.nat(text.length),
    length: fc.nat(40),
    put: fc.oneof(
      fc.constant(''),
      yamlishText,
      naughtyText,
      fc.nat(text.length).map((from) => text.slice(from, from + 80)),
    ),
  });
  return fc
    .array(edit, { minLength: 1, maxLength: 4 })
    .map((edits) =>
      edits.reduce((left, { at, length, put }) => left.slice(0, at) + put + left.slice(at + length), text),
    );
}

/** Puts a hostile text where a sound file has a key or a value: plain, quoted, or as a block of its own. */
function withValue(files: fc.Arbitrary<string>, hostile: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const style = fc.constantFrom<(text: string) => string>(
    (text) => text,
    (text) => JSON.stringify(text),
    (text) => `'${text.replaceAll("'", "''")}'`,
    (text) => `|\n${text.replace(/^/gm, '      ')}`,
    (text) => `\n${text.replace(/^/gm, '      ')}`,
  );
  return fc.tuple(files, fc.nat(), hostile, style, fc.boolean()).map(([file, pick, text, write, isKey]) => {
    const places = [...file.matchAll(isKey ? /[a-zA-Z$]+(?=:)/g : /(?<=: |- )[^\n]+/g)];
    const place = places[pick % places.length];
    if (!place) return file;
    return file.slice(0, place.index) + write(text) + file.slice(place.index + place[0].length);
  });
}
