import { shortRef } from '../../../portal/views/catalog-index/place-ref.ts';
import { wholeIndex, writeQuery } from '../../../portal/views/catalog-index/query.ts';
import type { QuickOpenOwner } from '../../../portal/views/quick-open.ts';

/** What a list of the catalog is narrowed to. */
export interface Filter {
  /** Lower case. */
  readonly kind?: string | undefined;
  readonly lifecycle?: string | undefined;
  readonly type?: string | undefined;
  readonly owner?: QuickOpenOwner | undefined;
  /** A system, a domain, or a team's parent. */
  readonly part?: QuickOpenOwner | undefined;
  readonly without?: 'owner' | 'docs' | undefined;
}

const kindOf = (ref: string): string => ref.slice(0, ref.indexOf(':'));

/** The field of a catalog index that a part is a value of, and the kind whose refs it writes without it. */
const partField = ([, ref = '']: QuickOpenOwner, kind: string): readonly [field: string, usual: string] => {
  if (kindOf(ref) === 'domain') return ['domain', 'domain'];
  return ['system', kind === 'group' ? 'group' : 'system'];
};

/** Address of the catalog index that shows such a list. */
export const listUrl = (base: string, filter: Filter): string => {
  const { kind = '', lifecycle, type, owner, part, without } = filter;
  const [field, usual] = partField(part ?? [''], kind);
  const said = [
    ['lifecycle', lifecycle],
    ['type', type],
    ['owner', without === 'owner' ? 'none' : owner && shortRef(owner[1] ?? owner[0], 'group')],
    [field, part && shortRef(part[1] ?? part[0], usual)],
    ['docs', without === 'docs' ? 'no' : undefined],
  ] as const;
  const chosen = new Map(said.flatMap(([name, value]) => (value === undefined ? [] : [[name, [value]] as const])));
  return `${base}catalog/${encodeURIComponent(kind)}/${writeQuery({ ...wholeIndex, chosen })}`;
};
