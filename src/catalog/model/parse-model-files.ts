import { parseYamlFile, type YamlDocument } from '../yaml/yaml-documents.ts';
import type { YamlPath } from '../yaml/yaml-positions.ts';
import { backstageModel, type CatalogModel } from './catalog-model.ts';
import { checkKindDocument } from './check-kind-document.ts';
import { checkDeclarations, collectVocabulary } from './check-vocabulary.ts';
import { composeModel } from './compose-model.ts';
import { checkModelDocument, type RawModelDocument } from './model-documents.ts';
import type { ModelDocument, ModelProblem } from './model-problem.ts';

/** A model file: its path as people are to see it, and its YAML. */
export interface ModelFile {
  readonly path: string;
  readonly text: string;
}

/** The model that the files make, or everything that is wrong with them. */
export type ParsedModel =
  | { readonly ok: true; readonly model: CatalogModel }
  | { readonly ok: false; readonly problems: readonly ModelProblem[] };

interface ReadDocument {
  readonly file: string;
  readonly document: YamlDocument;
}

/**
 * Makes a model of Backstage's kinds and of what the files declare, in the order of their paths; of no files, Backstage's
 * own. Pure. The format is that of `model-file.schema.json`.
 */
export function parseModelFiles(files: readonly ModelFile[]): ParsedModel {
  if (files.length === 0) return { ok: true, model: backstageModel };
  const sorted = [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
  const problems: ModelProblem[] = [];
  const read: ReadDocument[] = [];
  for (const { path: file, text } of sorted) {
    const { documents, diagnostics } = parseYamlFile(text, { repository: '', path: file });
    for (const { message, hint, source } of diagnostics.filter(({ severity }) => severity === 'error')) {
      problems.push({ file, line: source?.line ?? 1, column: source?.column ?? 1, message: `${message} ${hint}` });
    }
    read.push(...documents.map((document) => ({ file, document })));
  }
  const checked = read.map((item) => ({ item, found: checkModelDocument(item.document.value) }));
  for (const { item, found } of checked)
    problems.push(...distinct(found.map((it) => problemOf(item, it.path, it.message))));
  const documents = checked.filter(({ found }) => found.length === 0).map(({ item }) => toModelDocument(item));
  problems.push(...checkMeaning(documents, read));
  return problems.length === 0
    ? { ok: true, model: composeModel(documents.map(({ raw }) => raw)) }
    : { ok: false, problems: sort(problems) };
}

function checkMeaning(documents: readonly ModelDocument[], read: readonly ReadDocument[]): readonly ModelProblem[] {
  const vocabulary = collectVocabulary(read.map(({ document }) => document.value));
  const declarations = checkDeclarations(documents, vocabulary);
  const inside = documents.flatMap((document) => {
    const { raw } = document;
    if ('relation' in raw) return [];
    const known = 'extend' in raw ? backstageModel.definitions.filter(({ kind }) => kind === raw.extend) : [];
    return checkKindDocument(document, raw, vocabulary, known);
  });
  return [...declarations, ...inside];
}

function toModelDocument(item: ReadDocument): ModelDocument {
  return {
    raw: item.document.value as RawModelDocument,
    address: `${item.file}:${item.document.locate([]).line}`,
    problem: (path, message) => problemOf(item, path, message),
  };
}

function problemOf({ file, document }: ReadDocument, path: YamlPath, message: string): ModelProblem {
  return { file, ...document.locate(path, 'key'), message };
}

function distinct(problems: readonly ModelProblem[]): readonly ModelProblem[] {
  const seen = new Set<string>();
  return problems.filter(({ line, column, message }) => {
    const key = `${line}:${column} ${message}`;
    return !seen.has(key) && seen.add(key);
  });
}

function sort(problems: readonly ModelProblem[]): readonly ModelProblem[] {
  return [...problems].sort((a, b) =>
    a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || a.column - b.column,
  );
}
