import { recogniseDefinition } from '../definitions/recognise-definition.ts';
import type { RepositoryFiles } from '../repository-files.ts';
import { isTag } from '../validation/format-rules.ts';
import type { EntityNames } from './entity-names.ts';
import { definitionTypeOf } from './find-definitions.ts';
import { guessType, type TypeGuess } from './guess-type.ts';
import { plainLine } from './plain-text.ts';
import { readPackage, readReadme, type Words } from './read-texts.ts';
import type { RepositoryFacts } from './repository-facts.ts';
import { type OwnerGuess, type Owners, suggestOwner } from './suggest-owner.ts';

/** An API of the repository. */
export interface SuggestedApi {
  readonly name: string;
  readonly type: string;
  /** Path of its definition. */
  readonly path: string;
}

/** What a descriptor of a repository could say. */
export interface Suggestion {
  /** Path of the descriptor. */
  readonly path: string;
  readonly name: string;
  readonly title?: string;
  readonly description?: string;
  readonly tags: readonly string[];
  readonly hasDocs: boolean;
  readonly type: TypeGuess;
  readonly lifecycle: 'production' | 'deprecated';
  readonly owner: OwnerGuess;
  readonly apis: readonly SuggestedApi[];
}

/** A repository that no path of is a descriptor. */
export type BareRepository = RepositoryFiles & { readonly facts: RepositoryFacts };

/** Whether no path of a repository is a descriptor. */
export function isBare(files: RepositoryFiles): files is BareRepository {
  return files.facts !== undefined;
}

/** What a suggestion knows of the rest of the catalog. */
export interface SuggestionContext {
  /** Where in the repository the descriptor would stand. */
  readonly path: string;
  readonly names: EntityNames;
  readonly owners: Owners;
}

const mostTags = 8;
const mostLanguageTags = 3;

/** Suggests what a repository's descriptor could say, from its facts and the few texts that were read of it. Pure. */
export function suggestDescriptor(files: BareRepository, { path, names, owners }: SuggestionContext): Suggestion {
  const { repository, facts } = files;
  const parts = repository.slug.split('/').filter((part) => part !== '');
  const name = names.take('component', [parts.at(-1) ?? repository.slug, parts.slice(-2).join('-'), parts.join('-')]);
  const words = readWords(files);
  const owner = suggestOwner(files, path, owners);
  const description = plainLine(repository.description ?? '', 240) || words.description;
  return {
    path,
    name,
    ...(words.title && !isSameName(words.title, name) && { title: words.title }),
    ...(description && { description }),
    tags: tagsOf(files),
    hasDocs: facts.docs !== undefined,
    type: guessType(facts),
    lifecycle: repository.archived ? 'deprecated' : 'production',
    owner,
    apis: suggestApis(files, name, names),
  };
}

function readWords({ facts, files }: BareRepository): Words {
  const textOf = (path: string | undefined) => (path === undefined ? undefined : files.get(path)?.text);
  const manifest = textOf(facts.manifests.find((path) => path === 'package.json'));
  const readme = facts.readme && /\.(?:md|markdown)$/i.test(facts.readme) ? textOf(facts.readme) : undefined;
  return { ...(readme !== undefined && readReadme(readme)), ...(manifest !== undefined && readPackage(manifest)) };
}

function isSameName(title: string, name: string): boolean {
  const lettersOf = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  return lettersOf(title) === lettersOf(name);
}

function tagsOf({ repository, facts }: BareRepository): readonly string[] {
  const main = facts.languages.filter(({ minor }) => !minor);
  const most = main[0]?.files ?? 0;
  // A few scripts beside much code are not what people look for.
  const languages = (main.length > 0 ? main : facts.languages).filter(({ files }) => files * 10 >= most);
  const tags = [
    ...languages.slice(0, mostLanguageTags).map(({ tag }) => tag),
    ...(repository.topics ?? []).map((topic) => topic.toLowerCase()),
  ];
  return [...new Set(tags)].filter(isTag).slice(0, mostTags);
}

function suggestApis({ facts, files }: BareRepository, name: string, names: EntityNames): readonly SuggestedApi[] {
  const found = facts.definitions.flatMap((path) => {
    const text = files.get(path)?.text;
    // What was not read is taken at its name's word; what was read and is none is none.
    const type = text === undefined ? definitionTypeOf(path) : recogniseDefinition(text)?.type;
    return type ? [{ path, type }] : [];
  });
  const plain = /-?api$/i.test(name) ? name : `${name}-api`;
  return found.map(({ path, type }) => {
    const stem = path.replace(/^.*\//, '').replace(/\.[^.]+$/, '');
    const wanted = found.length === 1 ? [plain, `${name}-${type}`] : [`${name}-${stem}`, `${name}-${type}-${stem}`];
    return { name: names.take('api', wanted), type, path };
  });
}
