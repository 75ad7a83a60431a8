import { fileURLToPath } from 'node:url';
import { defineConfig, passthroughImageService } from 'astro/config';
import { build } from 'vite';

const entry = (path) => new URL(path, import.meta.url);

/** Whether pages can be read without a network; `portal.offline`. */
const offline = process.env.CALLBOARD_OFFLINE !== 'false';

/** Texts of the interface: only those of the portal's language are compiled in, or those of a folder that a test made. */
const texts =
  process.env.CALLBOARD_TEXTS ??
  fileURLToPath(entry(`./src/portal/views/text/${process.env.CALLBOARD_LANGUAGE ?? 'en'}`));

/** One file at a fixed address, apart from the pages' scripts, which it must not share parts with: workers are not modules everywhere. */
const compileServiceWorker = (folder) =>
  build({
    configFile: false,
    root: fileURLToPath(entry('.')),
    publicDir: false,
    logLevel: 'warn',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: fileURLToPath(folder),
      emptyOutDir: false,
      lib: {
        entry: fileURLToPath(entry(`./src/site/client/offline/worker/${offline ? 'service-worker' : 'removal'}.ts`)),
        formats: ['iife'],
        name: 'callboard',
        fileName: () => 'sw.js',
      },
    },
  });

/**
 * The adapter that makes the compiled site a function: `renderPage(path, page)` of `src/site/render-entry.ts`.
 * The pipeline compiles once, then calls it for each page with its view model.
 */
const callboard = {
  name: 'callboard',
  hooks: {
    // A page for those who work on the design; only its test compiles it.
    'astro:config:setup': ({ injectRoute }) => {
      if (process.env.CALLBOARD_DESIGN_SYSTEM !== 'true') return;
      injectRoute({ pattern: '/design-system', entrypoint: entry('./src/site/design-system/DesignSystem.astro') });
    },
    'astro:config:done': ({ setAdapter }) =>
      setAdapter({
        name: 'callboard',
        entrypointResolution: 'auto',
        serverEntrypoint: entry('./src/site/render-entry.ts'),
        supportedAstroFeatures: { serverOutput: 'stable', staticOutput: 'stable', sharpImageService: 'stable' },
      }),
    'astro:build:done': ({ dir }) => compileServiceWorker(dir),
  },
};

export default defineConfig({
  root: fileURLToPath(entry('.')),
  srcDir: './src/site',
  publicDir: './src/site/public',
  outDir: process.env.CALLBOARD_SITE_OUT ?? './.callboard/site',
  base: process.env.CALLBOARD_BASE ?? '/',
  output: 'server',
  adapter: callboard,
  trailingSlash: 'always',
  devToolbar: { enabled: false },
  session: false,
  image: { service: passthroughImageService() },
  build: { assets: 'assets', inlineStylesheets: 'never' },
  vite: {
    define: { 'import.meta.env.CALLBOARD_OFFLINE': String(offline) },
    resolve: { alias: { '@text': texts } },
    build: { assetsInlineLimit: 0, modulePreload: { polyfill: false } },
    ssr: { noExternal: true },
    logLevel: 'warn',
  },
});
