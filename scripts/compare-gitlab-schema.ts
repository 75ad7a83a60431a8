// Holds the GitLab emulator's part of the GraphQL schema against a running host:
// node scripts/compare-gitlab-schema.ts https://gitlab.com
import { differences, readHostSchema } from '../src/testing/gitlab-emulator/compare-schemas.ts';
import { emulatedSchema } from '../src/testing/gitlab-emulator/emulated-schema.ts';

const [url = 'https://gitlab.com'] = process.argv.slice(2);
const found = differences(emulatedSchema(), await readHostSchema(url));
console.log(found.length === 0 ? `${url} has everything that is emulated, as it is emulated.` : found.join('\n'));
process.exitCode = found.length === 0 ? 0 : 1;
