import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type ExecaError, execaNode } from 'execa';
import { CallboardError } from '../diagnostics/callboard-error.ts';
import type { PageView } from '../portal/views/page.ts';
import type { Language } from '../portal/views/text/texts.ts';
import { isSealed, sealFolder, sweepCompiled } from './compiled-folder.ts';

/** The site's templates, compiled: pages are made by calling it, without Astro's build in the way. */
export interface CompiledSite {
  /** HTML of a page. `path` is the page's path inside the portal. */
  readonly renderPage: (path: string, view: PageView) => Promise<string>;
  /** Absolute path of the folder with styles, scripts and fonts, to be published as they are. */
  readonly clientFolder: string;
}

/** What the templates are compiled for. */
export interface SiteToCompile {
  readonly base: string;
  readonly language: Language;
  /** Without the service worker by which pages can be read without a network. */
  readonly offline?: false;
}

interface RenderModule {
  readonly renderPage: (path: string, view: PageView) => Promise<Response>;
}

const packageRoot = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Compiles `src/site` with Astro into a render function, once per version of the templates, base path and language: the
 * result is kept in `<stateFolder>/site/<hash>`. Takes about three seconds the first time and none after. What is damaged there
 * is compiled again.
 */
export async function compileSite(stateFolder: string, compiled: SiteToCompile): Promise<CompiledSite> {
  const parent = join(stateFolder, 'site');
  const name = await hashTemplates(compiled);
  const folder = join(parent, name);
  if (!isSealed(folder)) await compileInto(folder, compiled);
  // What is not swept today is swept another day.
  await sweepCompiled(parent, name).catch(() => {});
  const module = (await import(pathToFileURL(join(folder, 'server/entry.mjs')).href)) as RenderModule;
  return {
    clientFolder: join(folder, 'client'),
    renderPage: async (path, view) => {
      const response = await module.renderPage(compiled.base + path, view);
      return response.text();
    },
  };
}

async function compileInto(folder: string, { base, language, offline }: SiteToCompile): Promise<void> {
  const temporary = `${folder}.${process.pid}`;
  await mkdir(dirname(folder), { recursive: true });
  const astro = join(dirname(createRequire(import.meta.url).resolve('astro/package.json')), 'bin/astro.mjs');
  try {
    await execaNode(astro, ['build', '--root', packageRoot, '--silent'], {
      env: {
        CALLBOARD_BASE: base,
        CALLBOARD_LANGUAGE: language,
        CALLBOARD_OFFLINE: String(offline ?? true),
        CALLBOARD_SITE_OUT: temporary,
        ASTRO_TELEMETRY_DISABLED: '1',
      },
      all: true,
    });
    await sealFolder(temporary);
    if (!isSealed(folder)) await rm(folder, { recursive: true, force: true });
    await rename(temporary, folder);
  } catch (error) {
    await rm(temporary, { recursive: true, force: true });
    // Another build made the same one meanwhile; theirs is as good as ours.
    if (isSealed(folder)) return;
    throw new CallboardError(
      'site-not-compiled',
      `The portal's templates could not be compiled:\n${(error as ExecaError).all ?? String(error)}`,
      'If you changed nothing in the package, install it again; otherwise mend the template that is named above.',
      { cause: error },
    );
  }
}

async function hashTemplates({ base, language, offline }: SiteToCompile): Promise<string> {
  const hash = createHash('sha256')
    .update(`${base}\0${language}\0${offline ?? true}\0`)
    .update(process.versions.node);
  const files = [
    'astro.config.mjs',
    'package.json',
    ...(await listFiles('src/site')),
    ...(await listFiles('src/portal/views')),
  ];
  for (const file of files) {
    hash.update(`\0${file}\0`);
    hash.update(await readFile(join(packageRoot, file)));
  }
  return hash.digest('hex').slice(0, 20);
}

async function listFiles(folder: string): Promise<readonly string[]> {
  const entries = await readdir(join(packageRoot, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.test.ts'))
    .map((entry) => join(entry.parentPath, entry.name).slice(packageRoot.length))
    .sort();
}
