import type { CatalogEntity } from '../../catalog/entity.ts';
import { mentionOf, type Portal } from '../assemble-portal.ts';
import type { MachineFile } from '../machine/machine-file.ts';
import { targetsOf } from '../mention.ts';
import type { TeamRow } from '../views/teams-data.ts';
import { teamsDataPath } from './personal-paths.ts';

/** Every team with what it and its child teams own and what is wrong with that: what "my teams" show. */
export function* teamsDataFiles(portal: Portal): Generator<MachineFile> {
  const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });
  const rows = (portal.byKind.get('group') ?? [])
    .map((team) => rowOf(portal, team))
    .sort((a, b) => collator.compare(a[1], b[1]) || (a[0] < b[0] ? -1 : 1));
  yield { path: teamsDataPath, text: JSON.stringify(rows) };
}

function rowOf(portal: Portal, team: CatalogEntity): TeamRow {
  const teams = withChildren(portal, team);
  const owned = new Set(teams.flatMap(({ entity }) => targetsOf(entity, 'ownerOf')));
  const counts = teams.map(({ ref }) => portal.problems.groups.owner.get(ref)?.counts);
  const sum = (severity: 'error' | 'warning') => counts.reduce((total, each) => total + (each?.[severity] ?? 0), 0);
  return [team.ref, mentionOf(portal, team.ref).title, owned.size, sum('error'), sum('warning')];
}

/** A team and all teams below it, each once. */
function withChildren(portal: Portal, team: CatalogEntity): readonly CatalogEntity[] {
  const found = new Map([[team.ref, team]]);
  for (const { entity } of found.values()) {
    for (const ref of targetsOf(entity, 'parentOf')) {
      const child = portal.catalog.byRef.get(ref);
      if (child) found.set(ref, child);
    }
  }
  return [...found.values()];
}
