import type { CatalogEntity } from '../../catalog/entity.ts';
import { groupBy, mentionOf, type Portal } from '../assemble-portal.ts';
import { provenanceOf } from '../provenance.ts';
import { badgePath, entityJsonPath, entityMarkdownPath, entityPath, hostFileUrl, urlOf } from '../urls.ts';
import type { RawData } from '../views/entity-sections.ts';
import { textsIn } from '../views/text/texts.ts';
import { otherAnnotations } from './facts.ts';

/** Bytes of YAML that a page shows, and entities of the same file; the JSON twin has all of the one, the file of both. */
const limits = { yaml: 8_000, together: 20 } as const;

const files = new WeakMap<Portal, ReadonlyMap<string, readonly CatalogEntity[]>>();

/** An entity as its author wrote it, where it came from, and what else its file has. */
export function rawData(portal: Portal, item: CatalogEntity): RawData {
  const { ref, source, stale } = item;
  const { base, language } = portal.config;
  const text = textsIn(language).entity;
  const { sourceUrl, editUrl } = provenanceOf(portal, source.repository, source.path, stale);
  const siblings = sameFile(portal, item).filter((other) => other.ref !== ref);
  const cut = `${source.yaml.slice(0, limits.yaml)}\n${text.cutYaml}`;
  return {
    yaml: source.yaml.length > limits.yaml ? cut : source.yaml,
    links: [
      { text: text.asJson, url: urlOf(base, entityJsonPath(ref)) },
      { text: text.asMarkdown, url: urlOf(base, entityMarkdownPath(ref)) },
      ...(sourceUrl ? [{ text: text.atSource, url: sourceUrl }] : []),
      ...(editUrl ? [{ text: text.actionEdit, url: editUrl }] : []),
    ],
    chain: chainOf(portal, item),
    together: siblings.slice(0, limits.together).map((other) => mentionOf(portal, other.ref)),
    moreTogether: Math.max(0, siblings.length - limits.together),
    annotations: otherAnnotations(item),
    badge: badgeOf(portal, ref, mentionOf(portal, ref).title),
  };
}

function sameFile(portal: Portal, { source }: CatalogEntity): readonly CatalogEntity[] {
  const keyOf = ({ source: { repository, path } }: CatalogEntity) => `${repository} ${path}`;
  let known = files.get(portal);
  if (!known) {
    known = groupBy(portal.catalog.entities, keyOf);
    files.set(portal, known);
  }
  return known.get(`${source.repository} ${source.path}`) ?? [];
}

/** Source, repository, the file that led to this one, and the line of this one. */
function chainOf(portal: Portal, { entity, source, stale }: CatalogEntity): RawData['chain'] {
  const text = textsIn(portal.config.language).entity;
  const known = portal.repositoryBySlug.get(source.repository);
  if (!known) return [{ text: text.lineOf(source.path, source.line) }];
  const repository = { ...known, ...(stale && { commit: stale.commit }) };
  const url = hostFileUrl(repository, source.path, 'blob', source.line);
  const annotations = entity.metadata.annotations ?? {};
  const [own, origin] = ['managed-by-location', 'managed-by-origin-location'].map(
    (key) => annotations[`backstage.io/${key}`],
  );
  const ledBy = origin !== undefined && origin !== own ? nameOfFile(origin) : undefined;
  return [
    { text: known.source },
    { text: known.slug, ...(known.webUrl && { url: known.webUrl }) },
    ...(ledBy ? [{ text: text.ledHere(ledBy) }] : []),
    { text: text.lineOf(source.path, source.line), ...(url && { url }) },
  ];
}

/** `url:https://github.com/acme/shop/blob/0123…/all.yaml` → `all.yaml`. */
function nameOfFile(location: string): string {
  return location.replace(/^(?:url|git):/, '').replace(/^https?:\/\/.*?\/(?:blob|src\/commit|src)\/[0-9a-f]{7,}\//, '');
}

function badgeOf({ config: { base, url = '' } }: Portal, ref: string, title: string): RawData['badge'] {
  // The base path is part of the portal's URL already.
  const at = (path: string) => (url === '' ? urlOf(base, path) : `${url}${urlOf('/', path)}`);
  const name = title.replaceAll(/[[\]\\`*_<>!]/g, '\\$&');
  return { url: urlOf(base, badgePath(ref)), markdown: `[![${name}](${at(badgePath(ref))})](${at(entityPath(ref))})` };
}
