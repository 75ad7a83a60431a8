import type { CatalogEntity } from '../../catalog/entity.ts';
import { docsOf, type Portal } from '../assemble-portal.ts';
import { profileOf } from '../contact.ts';
import { targetsOf } from '../mention.ts';
import { provenanceOf } from '../provenance.ts';
import { partsOf } from '../urls.ts';
import type { MissingPart } from '../views/entity-sections.ts';
import { type Texts, textsIn } from '../views/text/texts.ts';

type MissingTexts = Texts['entity'];

/** Kinds whose file says what a thing needs, and those that are said to be part of something by others. */
const needy: ReadonlySet<string> = new Set(['component', 'resource']);
const ownable: ReadonlySet<string> = new Set(['component', 'api', 'resource', 'system', 'domain', 'template']);
const documented: ReadonlySet<string> = new Set(['component']);

/** What the file of an entity, or those of others, could say of it and do not, with the lines that would. */
export function missingParts(portal: Portal, item: CatalogEntity): readonly MissingPart[] {
  const text = textsIn(portal.config.language).entity;
  const { source, stale } = item;
  const { editUrl } = provenanceOf(portal, source.repository, source.path, stale);
  const file = { text: source.path, ...(editUrl && { url: editUrl }) };
  const own = [...ownLines(portal, item, text), ...teamLines(item, text)];
  return [...own.map((part) => ({ ...part, file })), ...linesOfOthers(item, text)];
}

type Part = Omit<MissingPart, 'file'>;

function ownLines(portal: Portal, item: CatalogEntity, { missing, describe }: MissingTexts): readonly Part[] {
  const { entity, ref } = item;
  const { kind } = partsOf(ref);
  const relates = (...types: readonly string[]) => types.some((type) => targetsOf(entity, type).length > 0);
  const connected = ['partOf', 'dependsOn', 'dependencyOf', 'providesApi', 'consumesApi', 'hasPart'];
  const { metadata } = entity;
  const name = quoted(metadata.name);
  return [
    ...(metadata.description?.trim()
      ? []
      : [
          {
            title: missing.description,
            why: missing.descriptionWhy,
            snippet: lines('metadata:', `  name: ${name}`, `  description: ${describe}`),
          },
        ]),
    ...(ownable.has(kind) && !relates('ownedBy') && entity.spec?.['owner'] === undefined
      ? [
          {
            title: missing.owner,
            why: missing.ownerWhy,
            snippet: lines('spec:', `  owner: ${likelyOwner(portal, item)}`),
          },
        ]
      : []),
    ...(needy.has(kind) && !relates(...connected)
      ? [
          {
            title: missing.relations,
            why: missing.relationsWhy,
            snippet: lines(
              'spec:',
              `  system: ${example(portal, item, 'system')}`,
              '  dependsOn:',
              `    - ${exampleRef(portal, item)}`,
            ),
          },
        ]
      : []),
    ...(documented.has(kind) && !docsOf(portal, ref)
      ? [
          {
            title: missing.docs,
            why: missing.docsWhy,
            snippet: lines('metadata:', `  name: ${name}`, '  annotations:', '    backstage.io/techdocs-ref: dir:.'),
          },
        ]
      : []),
  ];
}

function teamLines({ entity, ref }: CatalogEntity, { missing }: MissingTexts): readonly Part[] {
  const { kind, name } = partsOf(ref);
  if (kind === 'user' && targetsOf(entity, 'memberOf').length === 0) {
    return [{ title: missing.teams, why: missing.teamsWhy, snippet: lines('spec:', '  memberOf:', '    - my-team') }];
  }
  const isAlone =
    kind === 'group' && targetsOf(entity, 'hasMember').length === 0 && targetsOf(entity, 'parentOf').length === 0;
  if (!isAlone) return [];
  const email = profileOf({ entity } as CatalogEntity).email ?? `${name}@example.com`;
  return [
    {
      title: missing.members,
      why: missing.membersWhy,
      snippet: lines('spec:', '  profile:', `    email: ${quoted(email)}`, '  members:', '    - jane.doe'),
    },
  ];
}

/** Lines that belong in the files of others. */
function linesOfOthers({ entity, ref }: CatalogEntity, text: MissingTexts): readonly MissingPart[] {
  const { kind } = partsOf(ref);
  const own = shortRef(ref);
  const none = (type: string) => targetsOf(entity, type).length === 0;
  const part = (title: string, why: string, file: string, ...snippet: readonly string[]): readonly MissingPart[] => [
    { title, why, file: { text: file }, snippet: lines('spec:', ...snippet) },
  ];
  const { missing, inFileOf, inFileOfProvider } = text;
  if (kind === 'group' && none('ownerOf') && none('parentOf')) {
    return part(missing.owned, missing.ownedWhy, inFileOf, `  owner: ${own}`);
  }
  if (kind === 'system' && none('hasPart')) return part(missing.parts, missing.partsWhy, inFileOf, `  system: ${own}`);
  if (kind === 'domain' && none('hasPart')) return part(missing.parts, missing.partsWhy, inFileOf, `  domain: ${own}`);
  if (kind === 'api' && none('apiProvidedBy')) {
    return part(missing.providers, missing.providersWhy, inFileOfProvider, '  providesApis:', `    - ${own}`);
  }
  return [];
}

const owners = new WeakMap<Portal, ReadonlyMap<string, string>>();

/** The owner of something in its repository, else a team of the catalog: a name that would work. */
function likelyOwner(portal: Portal, { source }: CatalogEntity): string {
  let known = owners.get(portal);
  if (!known) {
    const owned = portal.catalog.entities.toReversed().flatMap(({ entity, source: { repository } }) => {
      const owner = targetsOf(entity, 'ownedBy')[0];
      return owner === undefined ? [] : [[repository, owner] as const];
    });
    known = new Map(owned);
    owners.set(portal, known);
  }
  return shortRef(known.get(source.repository) ?? portal.byKind.get('group')?.[0]?.ref ?? 'group:default/my-team');
}

function example(portal: Portal, { ref }: CatalogEntity, kind: string): string {
  const known = portal.byKind.get(kind)?.find((other) => other.ref !== ref)?.ref;
  return known ? shortRef(known).replace(/^\w+:(?=[^/]+$)/, '') : `my-${kind}`;
}

function exampleRef(portal: Portal, { ref }: CatalogEntity): string {
  const other = portal.byKind.get('resource')?.find((each) => each.ref !== ref)?.ref;
  return other ? shortRef(other) : 'resource:my-database';
}

/** `component:default/orders` → `component:orders`: as people write it. */
function shortRef(ref: string): string {
  return ref.replace(/^([^:]+):default\//, '$1:');
}

function quoted(text: string): string {
  return /^[A-Za-z][\w.@-]*$/.test(text) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(text)
    ? text
    : JSON.stringify(text);
}

function lines(...each: readonly string[]): string {
  return `${each.join('\n')}\n`;
}
