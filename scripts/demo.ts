// The demo: makes Git repositories of content/demo, builds the portal of callboard.yaml from them, says how to look.
import { execaNode } from 'execa';
import { makeDemoRepositories } from '../src/testing/demo/make-demo-repositories.ts';

const { commits } = await makeDemoRepositories({ target: '.callboard/demo' });
console.log(`demo: ${Object.keys(commits).length} Git repositories of Northwind in .callboard/demo/`);
const { exitCode } = await execaNode('src/cli/main.ts', ['build', ...process.argv.slice(2)], {
  stdio: 'inherit',
  reject: false,
});
// The demo has honest mistakes in two repositories, so problems at error level are what it should end with.
if (exitCode !== 0 && exitCode !== 1) process.exit(exitCode ?? 2);
console.log('\nLook at it:  npm run preview');
