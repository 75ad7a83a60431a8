import { readFile } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { parseYamlFile, type YamlDocument } from '../catalog/yaml/yaml-documents.ts';
import { CallboardError } from '../diagnostics/callboard-error.ts';
import { checkAnnouncements } from './announcements.ts';
import { checkSeverities } from './check-severities.ts';
import { type CallboardConfig, followedSource } from './config.ts';
import { type ConfigPath, expandVariables } from './expand-variables.ts';
import { addPortalCatalog } from './portal-catalog.ts';
import type { RawConfig } from './raw-config.ts';
import { readModel } from './read-model.ts';
import { defaultCatalogPaths, resolveConfig } from './resolve-config.ts';
import { type ConfigProblem, validateConfig } from './validate-config.ts';

/**
 * Reads and checks `callboard.yaml`. Throws a CallboardError that lists every problem with file, line and column:
 * without a configuration there is nothing to build.
 */
export async function loadConfig(
  file: string,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<CallboardConfig> {
  const path = resolve(file);
  const text = await readText(path);
  const { documents, diagnostics } = parseYamlFile(text, { repository: '', path: basename(path) });
  const broken = diagnostics.filter((item) => item.severity === 'error');
  if (broken.length > 0) {
    throw invalid(
      file,
      broken.map((item) => `${place(file, item.source)}  ${item.message}`),
    );
  }
  const document = documents[0];
  if (!document || documents.length > 1) {
    throw invalid(file, [`${file}:1:1  expected one YAML document, found ${documents.length}`]);
  }
  const { value, missing } = expandVariables(document.value, environment);
  const unset = missing.map(({ path: at, name }) => ({ path: at, message: `the variable ${name} is not set` }));
  const problems = [...unset, ...validateConfig(value), ...checkSeverities(value), ...checkAnnouncements(value)];
  if (problems.length > 0) throw invalid(file, describe(file, document, problems));
  const raw = value as RawConfig;
  const root = dirname(path);
  const config = resolveConfig(raw, path, root, await readModel(root, raw.catalog?.model));
  const twice = config.sources.find(
    (source, index) => config.sources.findIndex((it) => it.name === source.name) < index,
  );
  if (twice) throw invalid(file, [`${file}  two sources are named "${twice.name}": give one of them a "name"`]);
  if (config.sources.some(({ name }) => name === followedSource)) {
    const reason = `"${followedSource}" means the repositories that Locations lead to: give that source another "name"`;
    throw invalid(file, [`${file}  ${reason}`]);
  }
  return addPortalCatalog(config, raw.catalog?.catalogPaths ?? defaultCatalogPaths);
}

function describe(file: string, document: YamlDocument, problems: readonly ConfigProblem[]): readonly string[] {
  const lines = problems.map(({ path, message }) => `${place(file, locate(document, path))}  ${message}`);
  return [...new Set(lines)];
}

function locate(document: YamlDocument, path: ConfigPath) {
  return document.locate(path, 'key');
}

function place(file: string, at: { readonly line?: number; readonly column?: number } | undefined): string {
  return `${file}:${at?.line ?? 1}:${at?.column ?? 1}`;
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    throw new CallboardError(
      'config-not-found',
      `There is no configuration at ${path}.`,
      'Run the command in the folder of your callboard.yaml, or name it with --config.',
      { cause },
    );
  }
}

function invalid(file: string, lines: readonly string[]): CallboardError {
  const count = lines.length === 1 ? 'one problem' : `${lines.length} problems`;
  return new CallboardError(
    'config-invalid',
    `${basename(file)} has ${count}:\n${lines.map((line) => `  ${line}`).join('\n')}`,
    'Every key is described in callboard.schema.json, which editors show as you type.',
  );
}
