import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadConfig } from '../../config/load-config.ts';
import { type BuildResult, build } from '../../pipeline/build.ts';
import { createGitRepository } from '../git-repository.ts';

const entity = (kind: string, name: string, spec: string, more = '') =>
  `apiVersion: backstage.io/v1alpha1\nkind: ${kind}\nmetadata: { name: ${name}, title: Τίτλος ${name}, description: Περιγραφή, tags: [x9]${more} }\nspec: { ${spec} }\n`;
const owned = 'owner: x1, lifecycle: παραγωγή, type: τύπος';
const techdocs = ", annotations: { backstage.io/techdocs-ref: 'dir:.' }";
const links = ", links: [{ url: 'https://x9.example', title: Σύνδεσμος }], labels: { x9.example/x8: x7 }";
const definition = 'definition: \'{"openapi": "3.0.0", "info": {"title": "Αλφα", "version": "1"}, "paths": {}}\'';

const organisation = [
  entity('Group', 'x1', 'type: τύπος, children: [x2], profile: { email: x1@x9.example }'),
  entity('Group', 'x2', 'type: τύπος, children: []'),
  entity('User', 'x3', 'memberOf: [x1], profile: { email: x3@x9.example }'),
  entity('Domain', 'x4', 'owner: x1'),
  entity('System', 'x5', 'owner: x1, domain: x4'),
];
/** `need`: what is named and not there. */
const software = (need: string) => [
  entity('Component', 'x10', `${owned}, system: x5, providesApis: [x11], dependsOn: [resource:x12]`, techdocs + links),
  entity('API', 'x11', `owner: x1, lifecycle: παραγωγή, type: openapi, system: x5, ${definition}`),
  entity('Resource', 'x12', 'owner: x2, type: τύπος, system: x5'),
  entity('Component', 'x13', `${owned}, consumesApis: [x11], dependsOn: [component:x10], subcomponentOf: x10`),
  entity('Component', 'x14', `lifecycle: παραγωγή, type: τύπος, owner: x2, dependsOn: [component:x13, ${need}]`),
  entity('Template', 'x15', 'type: τύπος, owner: x1, steps: []'),
];
const docs = [
  '# Αρχή\n\n## Ένα\n\nΚείμενο.\n\n```sh\nx1\n```\n\n```mermaid\ngraph LR; x1-->x2\n```\n\n![Εικόνα](x1.svg)\n',
  '\n## Δύο\n\nΚείμενο x1.\n\n| α | β |\n|---|---|\n| γ | δ |\n',
].join('');

/** A portal whose every word is Greek or an `x` with a number: any other Latin letter in it is the interface's own. */
export async function buildGreekPortal(folder: string): Promise<BuildResult> {
  const picture = '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="300"><rect width="9" height="9"/></svg>';
  const make = (name: string, files: Record<string, string>) =>
    createGitRepository(files, { folder: join(folder, 'clones', name), author: 'Συγγραφέας <x3@x9.example>' });
  const file = join(folder, 'callboard.yaml');
  const announcements = [{ title: 'Ανακοίνωση', text: 'Κείμενο' }];
  const portal = { title: 'Πύλη', language: 'de', url: 'https://x9.example', announcements };
  const sources = [{ type: 'local', name: 'x6', path: 'clones', allow: ['*'], webUrl: 'https://github.com/x6/{name}' }];
  await writeFile(file, JSON.stringify({ portal, sources }));
  await make('x1', { 'catalog-info.yaml': organisation.join('---\n') });
  await make('x2', { 'catalog-info.yaml': 'kind: [\n' });
  await make('x3', { 'package.json': '{"name": "x3"}', 'docs/index.md': '# Αρχή\n' });
  const x10 = {
    'catalog-info.yaml': software('component:x16').join('---\n'),
    'mkdocs.yml': 'site_name: Εγχειρίδιο\nnav: [{ Αρχή: index.md }, { Μέρος: [{ Επόμενο: x2.md }] }]\n',
    'docs/index.md': docs,
    'docs/x2.md': '# Επόμενο\n\nΚείμενο.\n',
    'docs/x1.svg': picture,
  };
  const clone = await make('x10', x10);
  const buildOnce = async () => build({ config: await loadConfig(file, {}) });
  await buildOnce();
  // What the second build finds changed, gone and no longer usable has texts of its own.
  const changed = software('component:x17').slice(0, -1).join('---\n').replace('owner: x2, type: τύπος', 'owner: x2');
  await clone.commit({ 'catalog-info.yaml': changed });
  return buildOnce();
}
