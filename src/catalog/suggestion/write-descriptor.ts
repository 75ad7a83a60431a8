import { dump } from 'js-yaml';
import { plainLine } from './plain-text.ts';
import type { Suggestion } from './suggest-descriptor.ts';
import { ownerText } from './suggest-owner.ts';

/** A field of `spec` with what its reader should know of it. */
interface Field {
  readonly key: string;
  readonly value: unknown;
  readonly comment?: string;
}

const apiVersion = 'backstage.io/v1alpha1';

/** The text of a descriptor. What was guessed has a comment that says so. */
export function writeDescriptor(suggestion: Suggestion): string {
  const { path, name, title, description, tags, hasDocs, apis } = suggestion;
  const up = '../'.repeat(path.split('/').length - 1);
  const metadata = {
    name,
    ...(title && { title }),
    ...(description && { description }),
    ...(hasDocs && { annotations: { 'backstage.io/techdocs-ref': `dir:${up || '.'}` } }),
    ...(tags.length > 0 && { tags }),
  };
  const component = document('Component', metadata, [
    ...commonFields(suggestion, 'component'),
    ...(apis.length > 0 ? [{ key: 'providesApis', value: apis.map((api) => api.name) }] : []),
  ]);
  const definitions = apis.map((api) =>
    document('API', { name: api.name }, [
      { key: 'type', value: api.type },
      ...commonFields(suggestion, 'api'),
      { key: 'definition', value: { $text: `${up || './'}${api.path}` } },
    ]),
  );
  const head = '# Suggested by Callboard from what this repository holds. Check it, above all what has a comment.\n';
  return head + [component, ...definitions].join('---\n');
}

function commonFields({ type, lifecycle, owner }: Suggestion, of: 'component' | 'api'): readonly Field[] {
  const known = owner.ref === undefined ? 'unknown' : ownerText(owner.ref);
  if (of === 'api') {
    return [
      { key: 'lifecycle', value: lifecycle },
      { key: 'owner', value: known },
    ];
  }
  return [
    { key: 'type', value: type.type, comment: typeComment(type.because) },
    {
      key: 'lifecycle',
      value: lifecycle,
      comment: lifecycle === 'deprecated' ? 'The repository is archived.' : 'Or experimental, or deprecated?',
    },
    { key: 'owner', value: known, comment: owner.because },
  ];
}

function typeComment(because: string | undefined): string {
  const choice = 'service, website, library …';
  return because === undefined ? `Which one: ${choice}?` : `A guess, because of ${because}: ${choice}`;
}

function document(kind: string, metadata: object, spec: readonly Field[]): string {
  const fields = spec.map(({ key, value, comment }) => {
    const lines = comment ? [`# ${plainLine(comment, 110)}`] : [];
    return [
      ...lines,
      ...toYaml({ [key]: value })
        .trimEnd()
        .split('\n'),
    ]
      .map((line) => `  ${line}\n`)
      .join('');
  });
  return `${toYaml({ apiVersion, kind, metadata })}spec:\n${fields.join('')}`;
}

function toYaml(value: object): string {
  return dump(value, { lineWidth: -1, noRefs: true });
}
