import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeDemoRepositories } from '../src/testing/demo/make-demo-repositories.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const target = process.argv[2] ?? join(root, '.callboard', 'demo');
const { made, commits } = await makeDemoRepositories({ target });
const count = Object.keys(commits).length;
console.log(`${count} demo repositories in ${target}${made ? '' : ' (unchanged)'}`);
