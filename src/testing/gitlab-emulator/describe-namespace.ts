import { fullPathOf, type Group } from './gitlab-model.ts';

/** A namespace as `Namespace`. */
export function describeNamespace(group: Group): Record<string, unknown> {
  return {
    id: `gid://gitlab/${group.owner ? 'Namespaces::UserNamespace' : 'Group'}/${group.id}`,
    name: group.name,
    path: group.path,
    fullName: fullNameOf(group),
    fullPath: fullPathOf(group),
    description: group.description ?? '',
    visibility: group.visibility,
  };
}

/** Names from the top, as people read them. */
export function fullNameOf({ parent, name }: Group): string {
  return parent ? `${fullNameOf(parent)} / ${name}` : name;
}
