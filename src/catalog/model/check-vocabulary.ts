import { didYouMean } from '../validation/schema-problem.ts';
import { inversesOf } from './compose-model.ts';
import { kindDefinitions } from './kind-definitions.ts';
import type { ModelDocument, ModelProblem } from './model-problem.ts';
import { backstageInverses } from './relation-types.ts';

/** The names that documents may refer to: Backstage's, and those that one of them declares. */
export interface Vocabulary {
  readonly kinds: readonly string[];
  /** Relation → its inverse. */
  readonly inverses: ReadonlyMap<string, string>;
}

const backstageKinds = [...new Set(kindDefinitions.map(({ kind }) => kind))];

/** Collects every name that is declared, however wrong the rest of its document is. */
export function collectVocabulary(values: readonly unknown[]): Vocabulary {
  const textAt = (value: unknown, key: string) => {
    const text = (value as Readonly<Record<string, unknown>> | null)?.[key];
    return typeof text === 'string' ? text : undefined;
  };
  const kinds = values.flatMap((value) => textAt(value, 'kind') ?? []);
  const pairs = values.flatMap((value) => {
    const relation = textAt(value, 'relation');
    return relation === undefined ? [] : [{ relation, inverse: textAt(value, 'inverse') ?? '' }];
  });
  return { kinds: [...new Set([...backstageKinds, ...kinds])], inverses: inversesOf(pairs) };
}

/** Problems of names that are declared: taken by Backstage, declared twice, or declared nowhere. */
export function checkDeclarations(documents: readonly ModelDocument[], { kinds }: Vocabulary): readonly ModelProblem[] {
  const declaredKinds = new Map<string, ModelDocument>();
  const declaredRelations = new Map<string, ModelDocument>();
  return documents.flatMap((document) => {
    const { raw } = document;
    if ('relation' in raw) return checkPair(document, raw, declaredRelations);
    if ('kind' in raw) return checkKind(document, raw.kind, declaredKinds);
    if (kinds.includes(raw.extend)) return [];
    const meant = didYouMean(raw.extend, kinds) || `; to declare a new kind, write "kind: ${raw.extend}"`;
    return [document.problem(['extend'], `there is no kind "${raw.extend}"${meant}`)];
  });
}

function checkKind(document: ModelDocument, kind: string, declared: Map<string, ModelDocument>): ModelProblem[] {
  const key = kind.toLowerCase();
  const known = backstageKinds.find((name) => name.toLowerCase() === key);
  if (known === kind) {
    const message = `${kind} is a kind of Backstage already; write "extend: ${kind}" to add to it`;
    return [document.problem(['kind'], message)];
  }
  if (known) {
    const message = `"${kind}" differs from Backstage's ${known} in capitals only, and references do not tell capitals apart; choose another name, or write "extend: ${known}"`;
    return [document.problem(['kind'], message)];
  }
  const first = declared.get(key);
  if (first) {
    const message = `the kind ${kind} is declared at ${first.address} already; delete one of the two, or write "extend: ${kind}" here`;
    return [document.problem(['kind'], message)];
  }
  declared.set(key, document);
  return [];
}

function checkPair(
  document: ModelDocument,
  { relation, inverse }: { readonly relation: string; readonly inverse: string },
  declared: Map<string, ModelDocument>,
): ModelProblem[] {
  const names = [['relation', relation] as const, ...(inverse === relation ? [] : [['inverse', inverse] as const])];
  return names.flatMap(([key, name]) => {
    if (backstageInverses.has(name)) {
      const message = `the relation ${name} is Backstage's and needs no declaration; choose another name for one of your own`;
      return [document.problem([key], message)];
    }
    const first = declared.get(name);
    declared.set(name, first ?? document);
    if (!first) return [];
    return [
      document.problem([key], `the relation ${name} is declared at ${first.address} already; delete one of the two`),
    ];
  });
}
