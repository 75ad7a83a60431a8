import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { findPackageJSON } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TechdocsConfig } from '../../config/config.ts';
import { digestDiagramTools } from '../diagrams/diagram-tools-digest.ts';
import type { DocsSitePlan } from '../plan/plan-docs-sites.ts';

const packageRoot = fileURLToPath(new URL('../../../', import.meta.url));
const techdocsFolder = fileURLToPath(new URL('../', import.meta.url));

/**
 * Digest of everything of ours that decides what a site becomes: this folder's code and the packages it uses, the owner's
 * settings, and what renders (`python`: which versions, where they are not the pinned ones). Nothing of the machine, so that an
 * entry of the cache is good on another one.
 */
export async function rendererDigest(config: TechdocsConfig, python: string): Promise<string> {
  const { secondsPerSite, megabytesPerSite, iframeHosts } = config;
  const inputs = [python, secondsPerSite, megabytesPerSite, iframeHosts, await readVersions()];
  const hash = createHash('sha256')
    .update(JSON.stringify(inputs))
    .update(await digestDiagramTools(config));
  for (const file of await listCode()) hash.update(`\0${file}\0`).update(await readFile(join(techdocsFolder, file)));
  return hash.digest('hex');
}

// As they are installed, since a range allows several.
async function readVersions(): Promise<readonly string[]> {
  const { dependencies } = await readPackage(join(packageRoot, 'package.json'));
  const names = Object.keys(dependencies ?? {}).sort();
  return Promise.all(
    names.map(async (name) => {
      const file = findPackageJSON(name, import.meta.url);
      return `${name} ${file === undefined ? '' : (await readPackage(file)).version}`;
    }),
  );
}

async function readPackage(file: string): Promise<{ readonly version?: string; readonly dependencies?: object }> {
  return JSON.parse(await readFile(file, 'utf8'));
}

async function listCode(): Promise<readonly string[]> {
  const entries = await readdir(techdocsFolder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && /(?<!\.test|\.d)\.(?:ts|js|py|txt)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(techdocsFolder.length))
    .filter((file) => !file.startsWith('testing'))
    .sort();
}

/** Hash of what a site's authors wrote, and how it is laid out: the same in every version of Callboard that lays it out so. */
export function hashContent({ layout, repository, entityTitle }: DocsSitePlan): string {
  const { slug, webUrl, host, branch } = repository.repository;
  const oidOf = (path: string) => repository.files.get(path)?.oid ?? '';
  const inputs = [
    [slug, webUrl ?? '', host, branch, entityTitle],
    { ...layout, files: [], snippetFiles: [] },
    layout.files.map(({ uri, path }) => [uri, path, oidOf(path)]),
    layout.snippetFiles.map((path) => [path, oidOf(path)]),
    layout.configPaths.map((path) => [path, oidOf(path)]),
  ];
  return createHash('sha256').update(JSON.stringify(inputs, listed)).digest('hex');
}

// JSON has no words for maps and sets.
function listed(_key: string, value: unknown): unknown {
  return value instanceof Map || value instanceof Set ? [...value] : value;
}

/** Hash of a site's inputs: its content and the renderer. The same hash, the same site. */
export function hashSite(content: string, renderer: string): string {
  return createHash('sha256').update(`${content} ${renderer}`).digest('hex');
}
