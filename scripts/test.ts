// Runs every test, or those that the arguments name, and closes with the line that CI reads.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execaNode } from 'execa';

const folder = mkdtempSync(join(tmpdir(), 'callboard-test-'));
const outputFile = join(folder, 'result.json');
const result = await execaNode(
  'node_modules/vitest/vitest.mjs',
  ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${outputFile}`, ...process.argv.slice(2)],
  {
    stdio: ['ignore', 'inherit', 'inherit'],
    reject: false,
  },
);
const counts = JSON.parse(readFileSync(outputFile, 'utf8')) as Record<string, number>;
rmSync(folder, { recursive: true });
const skipped = (counts['numPendingTests'] ?? 0) + (counts['numTodoTests'] ?? 0);
// A file that could not even be loaded has no tests to count, but must not pass for that.
const failed = Math.max(counts['numFailedTests'] ?? 0, result.exitCode === 0 ? 0 : 1);
console.log(`${counts['numPassedTests']} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = result.exitCode ?? 1;
