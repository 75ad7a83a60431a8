import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: { '@text': fileURLToPath(new URL('./src/portal/views/text/en', import.meta.url)) } },
  test: {
    globalSetup: './src/testing/shared-folder.ts',
    include: ['src/**/*.test.ts', 'scripts/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
