// Compiles the published package: Node does not strip types inside node_modules.
import { cpSync, globSync, rmSync } from 'node:fs';
import { execaNode } from 'execa';

rmSync('lib', { recursive: true, force: true });
await execaNode('node_modules/typescript/bin/tsc', ['-p', 'tsconfig.build.json'], { stdio: 'inherit' });
for (const file of globSync('src/**/python/*.{py,txt}').filter((path) => !path.startsWith('src/testing/'))) {
  cpSync(file, file.replace(/^src/, 'lib'));
}
