// Keeps of GitHub's published REST description (npm: @octokit/openapi, 385 MB unpacked) what the emulator answers:
// npm install --no-save @octokit/openapi && node scripts/extract-github-api.ts node_modules/@octokit/openapi
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { extractRoutes } from '../src/testing/github-emulator/extract-routes.ts';

const folder = process.argv[2] ?? '';
const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
const whole = JSON.parse(readFileSync(join(folder, 'generated/api.github.com.json'), 'utf8'));
const file = 'src/testing/github-emulator/github-api.json';
writeFileSync(file, `${JSON.stringify({ source: `${name}@${version}`, ...extractRoutes(whole) })}\n`);
console.log(`${file}: of ${name}@${version}`);
