// The demo: makes Git repositories of content/demo, builds the portal of callboard.yaml from them, says how to look.
import { execaNode } from 'execa';
import { loadConfig } from '../src/config/load-config.ts';
import { makeDemoRepositories } from '../src/testing/demo/make-demo-repositories.ts';
import { rememberEarlierBuilds } from '../src/testing/demo/remember-earlier-builds.ts';

const { commits } = await makeDemoRepositories({ target: '.callboard/demo' });
console.log(`demo: ${Object.keys(commits).length} Git repositories of Northwind in .callboard/demo/`);
const days = await rememberEarlierBuilds(await loadConfig('callboard.yaml', process.env), 'northwind');
if (days > 0) console.log('demo: remembered how they were one and two weeks before, for What changed');
const { exitCode } = await execaNode('src/cli/main.ts', ['build', ...process.argv.slice(2)], {
  stdio: 'inherit',
  reject: false,
});
// The demo has honest mistakes in two repositories, so problems at error level are what it should end with.
if (exitCode !== 0 && exitCode !== 1) process.exit(exitCode ?? 2);
console.log('\nLook at it:  npm run preview');
