import { mentionOf, type Portal } from '../assemble-portal.ts';
import { hostCommitUrl } from '../urls.ts';
import type { ChangeView, RepositoryChanges } from '../views/changes.ts';
import type { EntityMention } from '../views/shared.ts';
import { textsIn } from '../views/text/texts.ts';
import type { EntityChange } from './entity-change.ts';

/** Fields of one change that are told. */
const mostFields = 6;
/** Entities of one repository in one build that are told. */
const mostEntities = 12;
const pageHistory = 10;

/** What builds found to be different of an entity, newest first. */
export function historyOf(portal: Portal, ref: string): readonly ChangeView[] {
  return (portal.changesByRef.get(ref) ?? []).slice(0, pageHistory).map((change) => viewOf(portal, change));
}

/** The changes that were found last, of those entities that are still there; `among`: only of these. */
export function newestChanges(
  portal: Portal,
  limit: number,
  among?: ReadonlySet<string>,
): RepositoryChanges['changes'] {
  const found: EntityChange[] = [];
  for (const change of portal.changes ?? []) {
    if (found.length === limit) break;
    if (portal.catalog.byRef.has(change.ref) && (!among || among.has(change.ref))) found.push(change);
  }
  return found.map((change) => ({ ...viewOf(portal, change), entity: mentionThen(portal, change) }));
}

/** Changes by build and repository, newest first. */
export function byRepository(portal: Portal, changes: readonly EntityChange[]): readonly RepositoryChanges[] {
  const groups = Map.groupBy(changes, ({ at, repository }) => `${at} ${repository}`);
  return [...groups.values()].map((group): RepositoryChanges => {
    const views = group.slice(0, mostEntities).map((change) => {
      return { ...viewOf(portal, change), entity: mentionThen(portal, change) };
    });
    const { repository = '', at = '', commit } = views[0] ?? {};
    return { repository, at, ...(commit && { commit }), changes: views, more: group.length - views.length };
  });
}

function viewOf(portal: Portal, { what, at, fields, repository, commit }: EntityChange): ChangeView {
  const known = portal.repositoryBySlug.get(repository);
  const url = known && commit && hostCommitUrl({ ...known, commit });
  return {
    what,
    at,
    fields: fields.slice(0, mostFields).map(({ field, from, to }) => ({
      field: nameOf(portal, field),
      ...(from !== undefined && { from: titleOf(portal, from) }),
      ...(to !== undefined && { to: titleOf(portal, to) }),
    })),
    moreFields: Math.max(0, fields.length - mostFields),
    repository,
    ...(commit && { commit: { text: commit.slice(0, 7), url: url ?? '' } }),
  };
}

// Of an annotation, what stands after its domain: the column has no room for more.
function nameOf({ config }: Portal, field: string): string {
  const annotation = /^annotations\.(.*)$/.exec(field)?.[1];
  if (annotation === undefined) return field;
  return textsIn(config.language).changes.annotation(annotation.slice(annotation.lastIndexOf('/') + 1));
}

// A reference reads as the name of what it refers to.
function titleOf(portal: Portal, value: string): string {
  return portal.mentions.get(value)?.title ?? /^[a-z]+:default\/([^/\s]+)$/.exec(value)?.[1] ?? value;
}

// What is gone by now keeps the name that it had.
function mentionThen(portal: Portal, { ref, title }: EntityChange): EntityMention {
  const mention = mentionOf(portal, ref);
  return mention.url ? mention : { ...mention, title };
}
