import { fileURLToPath } from 'node:url';
import { defineConfig, passthroughImageService } from 'astro/config';

const entry = (path) => new URL(path, import.meta.url);

/**
 * The adapter that makes the compiled site a function: `renderPage(path, page)` of `src/site/render-entry.ts`.
 * The pipeline compiles once, then calls it for each page with its view model.
 */
const callboard = {
  name: 'callboard',
  hooks: {
    'astro:config:done': ({ setAdapter }) =>
      setAdapter({
        name: 'callboard',
        entrypointResolution: 'auto',
        serverEntrypoint: entry('./src/site/render-entry.ts'),
        supportedAstroFeatures: { serverOutput: 'stable', staticOutput: 'stable', sharpImageService: 'stable' },
      }),
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
    // Texts of the interface: only those of the portal's language are compiled in.
    resolve: {
      alias: { '@text': fileURLToPath(entry(`./src/portal/views/text/${process.env.CALLBOARD_LANGUAGE ?? 'en'}`)) },
    },
    build: { assetsInlineLimit: 0, modulePreload: { polyfill: false } },
    ssr: { noExternal: true },
    logLevel: 'warn',
  },
});
