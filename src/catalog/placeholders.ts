import { bundleDefinition } from './definitions/bundle-definition.ts';
import { listDefinitionFiles } from './definitions/definition-files.ts';
import { resolveTarget } from './locations/resolve-target.ts';
import type { RepositoryInfo } from './repository-files.ts';
import type { EntityProblem } from './validation/entity-problem.ts';
import { describeValue, isMapping, type Mapping, quote } from './values.ts';
import { parseYamlFile } from './yaml/yaml-documents.ts';
import type { YamlPath } from './yaml/yaml-positions.ts';

const placeholderKeys = ['$text', '$json', '$yaml', '$openapi', '$asyncapi'] as const;
type PlaceholderKey = (typeof placeholderKeys)[number];

/** Where placeholders read from: the file that holds them, and the texts of its repository. */
export interface PlaceholderFiles {
  readonly repository: RepositoryInfo;
  readonly path: string;
  readonly text: (path: string) => string | undefined;
}

/** How much the placeholders of one repository may embed all together: a file of a megabyte may be named 2,000 times. */
export const mostEmbedded: number = 64 * 1024 * 1024;

/** What the placeholders of one repository have embedded so far; grows. Make it by `startEmbedding`. */
export interface EmbeddedSoFar {
  characters: number;
  /** Files that `$json` and `$yaml` have parsed, by placeholder and path. */
  readonly parsed: Map<string, Content | Failure>;
}

/** Nothing embedded yet. */
export function startEmbedding(): EmbeddedSoFar {
  return { characters: 0, parsed: new Map() };
}

/** An entity's data with its placeholders filled in; those that could not be are left out. */
export interface FilledPlaceholders {
  readonly value: unknown;
  readonly problems: readonly EntityProblem[];
}

/** Replaces every `$text`, `$json`, `$yaml`, `$openapi` and `$asyncapi`; other `$keys` are left alone. Copies, never mutates. */
export function fillPlaceholders(value: unknown, files: PlaceholderFiles, soFar: EmbeddedSoFar): FilledPlaceholders {
  const problems: EntityProblem[] = [];
  const fill = (part: unknown, path: YamlPath): unknown => {
    const placeholder = asPlaceholder(part);
    if (placeholder) {
      const result = readPlaceholder(placeholder.key, placeholder.target, files, soFar);
      if (!('value' in result)) {
        problems.push({ ...result, path });
        return undefined;
      }
      problems.push(...(result.unresolved ?? []).map((failure) => ({ ...failure, path })));
      return result.value;
    }
    if (Array.isArray(part)) {
      return part.map((item: unknown, index) => fill(item, [...path, index])).filter((item) => item !== undefined);
    }
    if (!isMapping(part)) return part;
    const filled: Record<string, unknown> = Object.create(null);
    for (const [key, item] of Object.entries(part)) {
      const result = fill(item, [...path, key]);
      if (result !== undefined) filled[key] = result;
    }
    return filled;
  };
  return { value: fill(value, []), problems };
}

/**
 * The files of the same repository that an entity's placeholders name, and those that definitions among them refer to, as
 * far as texts are at hand.
 */
export function listPlaceholderFiles(value: unknown, files: PlaceholderFiles): string[] {
  const placeholder = asPlaceholder(value);
  if (placeholder) {
    if (typeof placeholder.target !== 'string') return [];
    const resolved = resolveTarget(files.repository, files.path, placeholder.target);
    if (resolved.type !== 'path') return [];
    const isDefinition = placeholder.key === '$openapi' || placeholder.key === '$asyncapi';
    return isDefinition ? [...listDefinitionFiles(resolved.path, files.repository, files.text)] : [resolved.path];
  }
  const parts: readonly unknown[] = Array.isArray(value) ? value : isMapping(value) ? Object.values(value) : [];
  return parts.flatMap((part) => listPlaceholderFiles(part, files));
}

/** Whether a text can hold a placeholder at all; saves most files the search. */
export function mayHoldPlaceholder(text: string): boolean {
  return /\$(?:text|json|yaml|openapi|asyncapi)\b/.test(text);
}

function asPlaceholder(value: unknown): { key: PlaceholderKey; target: unknown } | undefined {
  if (!isMapping(value)) return undefined;
  const keys = Object.keys(value);
  const key = placeholderKeys.find((name) => name === keys[0]);
  return keys.length === 1 && key ? { key, target: value[key] } : undefined;
}

type Failure = Omit<EntityProblem, 'path'>;

interface Content {
  readonly value: unknown;
  /** What the content refers to and cannot be followed; it counts all the same. */
  readonly unresolved?: readonly Failure[];
}

const code = 'catalog/definition-reference';
/** A definition that was moved without its parts has one mistake and not a thousand. */
const mostUnresolved = 10;

function readPlaceholder(
  key: PlaceholderKey,
  target: unknown,
  files: PlaceholderFiles,
  soFar: EmbeddedSoFar,
): Content | Failure {
  if (typeof target !== 'string' || target === '') {
    return {
      code: 'catalog/placeholder-invalid',
      message: `${key} must name a file, but is ${describeValue(target)}.`,
    };
  }
  const resolved = resolveTarget(files.repository, files.path, target);
  if (resolved.type === 'elsewhere') {
    return { code: 'catalog/placeholder-elsewhere', message: `${key}: ${quote(target)} is ${resolved.reason}.` };
  }
  if (resolved.type === 'invalid') {
    return {
      code: 'catalog/placeholder-not-found',
      message: `${key}: ${quote(target)} cannot be read: ${resolved.reason}.`,
    };
  }
  const text = files.text(resolved.path);
  if (text === undefined) {
    return {
      code: 'catalog/placeholder-not-found',
      message: `${key}: the repository has no text file ${quote(resolved.path)}.`,
    };
  }
  soFar.characters += text.length;
  if (soFar.characters > mostEmbedded) {
    const most = `${mostEmbedded / 1024 / 1024} MiB`;
    const message = `${key}: ${quote(resolved.path)} is left out: a repository may embed ${most} in its entities all together.`;
    return { code: 'catalog/placeholder-invalid', message };
  }
  if (key === '$json' || key === '$yaml') {
    const parse = () =>
      key === '$json' ? parseJson(text, resolved.path) : parseYaml(text, resolved.path, files.repository);
    const result = soFar.parsed.get(`${key} ${resolved.path}`) ?? parse();
    soFar.parsed.set(`${key} ${resolved.path}`, result);
    return result;
  }
  if (key === '$text') return { value: text };
  const { text: value, problems } = bundleDefinition(resolved.path, text, files);
  const unresolved = problems
    .slice(0, mostUnresolved)
    .map((message) => ({ code, message: `${key}: ${message}` }) as const);
  return { value, unresolved };
}

function parseYaml(text: string, path: string, repository: RepositoryInfo): { value: unknown } | Failure {
  const { documents, broken } = parseYamlFile(text, { repository: repository.slug, path });
  const first = broken[0];
  if (first) {
    const where = first.diagnostic.source?.line ?? first.line;
    return {
      code: 'catalog/placeholder-invalid',
      message: `$yaml: ${quote(path)}, line ${where}: ${first.diagnostic.message}`,
    };
  }
  const [document] = documents;
  if (documents.length === 1 && document) return { value: document.value };
  const message = `$yaml: ${quote(path)} holds ${documents.length} documents that can be read instead of exactly one.`;
  return { code: 'catalog/placeholder-invalid', message };
}

function parseJson(text: string, path: string): { value: unknown } | Failure {
  try {
    const value: unknown = JSON.parse(text);
    if (depthOf(value, 0) <= 50) return { value };
    return {
      code: 'catalog/placeholder-invalid',
      message: `$json: ${quote(path)} is nested more than 50 levels deep.`,
    };
  } catch {
    return { code: 'catalog/placeholder-invalid', message: `$json: ${quote(path)} is not valid JSON.` };
  }
}

function depthOf(value: unknown, depth: number): number {
  if (depth > 50 || typeof value !== 'object' || value === null) return depth;
  return Object.values(value as Mapping).reduce<number>(
    (most, part) => Math.max(most, depthOf(part, depth + 1)),
    depth + 1,
  );
}
