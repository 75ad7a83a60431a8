import { dump } from 'js-yaml';
import type { RepositoryInfo } from '../repository-files.ts';
import { isMapping, type Mapping, quote } from '../values.ts';
import { parseYamlFile, type YamlDocument } from '../yaml/yaml-documents.ts';
import { definitionFileLimit, mayReferToFiles } from './definition-files.ts';
import { pointerFragment, pointerKeys, resolveReference } from './reference-target.ts';

/** The repository that a definition is in, at one commit. */
export interface DefinitionFiles {
  readonly repository: RepositoryInfo;
  readonly text: (path: string) => string | undefined;
}

/** A definition in one piece. */
export interface BundledDefinition {
  readonly text: string;
  /** What could not be followed, one sentence each; those references stay as they are. */
  readonly problems: readonly string[];
}

type Path = readonly (string | number)[];

/** Bounds what a definition may grow to, and how deep it may lead. */
const limits = { nodes: 200_000, depth: 400 };

/**
 * Brings the parts of an OpenAPI or AsyncAPI definition that lie in other files of its repository into one document, as
 * Backstage's `$openapi` and `$asyncapi` do: the first reference to a part is replaced by it, every further one refers to
 * that place, so that nothing is expanded twice and recursion stays a reference. A definition in one file is untouched.
 */
export function bundleDefinition(path: string, text: string, files: DefinitionFiles): BundledDefinition {
  if (!mayReferToFiles(text)) return { text, problems: [] };
  const bundle = new Bundle(path, files);
  const value = bundle.root();
  if (bundle.isTooLarge)
    return { text, problems: [`${quote(path)}: in one piece it would be too large; it stays as it is.`] };
  if (value === undefined || !bundle.hasMoved) return { text, problems: bundle.problems };
  const isJson = /^\s*[{[]/.test(text);
  const bundled = isJson ? `${JSON.stringify(value, undefined, 2)}\n` : dump(value, { noRefs: true, lineWidth: -1 });
  return { text: bundled, problems: bundle.problems };
}

/** Where a value is read and where its copy goes. */
interface Spot {
  readonly file: string;
  /** Place in `file`. */
  readonly from: Path;
  /** Place in the result. */
  readonly to: Path;
  /** Steps from the root of the result, references counted. */
  readonly depth: number;
}

function inside({ file, from, to, depth }: Spot, key: string | number): Spot {
  return { file, from: [...from, key], to: [...to, key], depth: depth + 1 };
}

class Bundle {
  readonly problems: string[] = [];
  isTooLarge = false;
  #nodes = 0;
  readonly #start: string;
  readonly #files: DefinitionFiles;
  readonly #documents = new Map<string, YamlDocument | undefined>();
  /** Where each part of another file has come to stand: file and pointer → place in the result. */
  readonly #places = new Map<string, Path>();

  constructor(start: string, files: DefinitionFiles) {
    this.#start = start;
    this.#files = files;
  }

  /** Whether anything of another file was brought in. */
  get hasMoved(): boolean {
    return this.#places.size > 0;
  }

  root(): unknown {
    const document = this.#open(this.#start, '');
    return document && this.#copy(document.value, { file: this.#start, from: [], to: [], depth: 0 });
  }

  #copy(value: unknown, at: Spot): unknown {
    this.#nodes += 1;
    this.isTooLarge ||= this.#nodes > limits.nodes || at.depth > limits.depth;
    if (this.isTooLarge) return undefined;
    if (Array.isArray(value)) return value.map((item: unknown, index) => this.#copy(item, inside(at, index)));
    if (!isMapping(value)) return value;
    const reference = value['$ref'];
    if (typeof reference === 'string') return this.#follow(value, reference, at);
    const copy: Record<string, unknown> = {};
    for (const [key, item] of Object.entries(value)) define(copy, key, this.#copy(item, inside(at, key)));
    return copy;
  }

  #follow(value: Mapping, reference: string, at: Spot): unknown {
    const target = resolveReference(this.#files.repository, at.file, reference);
    if ('reason' in target) {
      if (!target.isElsewhere) this.#report(at, `${quote(reference)} is not followed: ${target.reason}`);
      return value;
    }
    // What the first file holds stands in the result where it stood.
    if (target.file === this.#start) return { ...value, $ref: pointerFragment(pointerKeys(target.pointer)) };
    const key = `${target.file}#${target.pointer}`;
    const place = this.#places.get(key);
    if (place && pointerFragment(place) === pointerFragment(at.to)) {
      this.#report(at, `${quote(reference)} leads back to itself`);
      return value;
    }
    if (place) return { ...value, $ref: pointerFragment(place) };
    const part = this.#part(target.file, target.pointer, reference, at);
    if (part === undefined) return value;
    this.#places.set(key, at.to);
    const from = pointerKeys(target.pointer);
    const copy = this.#copy(part, { file: target.file, from, to: at.to, depth: at.depth + 1 });
    const { $ref: _, ...beside } = value;
    return isMapping(copy) ? { ...copy, ...beside } : copy;
  }

  #part(file: string, pointer: string, reference: string, at: Spot): unknown {
    const document = this.#open(file, at.file);
    if (document === undefined) {
      this.#report(at, `${quote(reference)} leads to no file that can be read`);
      return undefined;
    }
    let part: unknown = document.value;
    for (const key of pointerKeys(pointer)) part = isMapping(part) || Array.isArray(part) ? own(part, key) : undefined;
    if (part === undefined) this.#report(at, `${quote(reference)} leads to nothing in that file`);
    return part;
  }

  #open(path: string, from: string): YamlDocument | undefined {
    if (this.#documents.has(path)) return this.#documents.get(path);
    const text = this.#documents.size < definitionFileLimit ? this.#files.text(path) : undefined;
    const parsed = parseYamlFile(text ?? '', { repository: this.#files.repository.slug, path });
    const [broken] = parsed.diagnostics;
    if (broken && from === '') this.problems.push(`${quote(path)}, line ${broken.source?.line}: ${broken.message}`);
    const document = parsed.documents.length === 1 && parsed.broken.length === 0 ? parsed.documents[0] : undefined;
    this.#documents.set(path, document);
    return document;
  }

  #report({ file, from }: Spot, what: string): void {
    const line = this.#documents.get(file)?.locate([...from, '$ref']).line;
    this.problems.push(`${quote(file)}, line ${line}: $ref ${what}.`);
  }
}

function own(value: object, key: string): unknown {
  return Object.hasOwn(value, key) ? (value as Readonly<Record<string, unknown>>)[key] : undefined;
}

/** Sets a key whatever it is called: `__proto__` is a key like any other. */
function define(target: Record<string, unknown>, key: string, value: unknown): void {
  Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
}
