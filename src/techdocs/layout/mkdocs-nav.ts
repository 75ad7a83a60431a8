/** One entry of a navigation as its author wrote it: `target` is a file, a URL or an `!include`. */
export interface WrittenNavItem {
  readonly title?: string;
  readonly target?: string;
  readonly children?: readonly WrittenNavItem[];
}

const mostItems = 20_000;
const deepest = 20;

/** Reads MkDocs' `nav` in every form. `undefined` when it is none; what cannot be read is left out and counted. */
export function parseNav(
  value: unknown,
): { readonly items: readonly WrittenNavItem[]; readonly invalid: number } | undefined {
  if (value === undefined || value === null) return undefined;
  const state = { left: mostItems, invalid: 0 };
  const items = readItems(value, 0, state);
  return { items, invalid: state.invalid };
}

function readItems(value: unknown, depth: number, state: { left: number; invalid: number }): readonly WrittenNavItem[] {
  const list = Array.isArray(value) ? value : [value];
  return list.flatMap((item): readonly WrittenNavItem[] => {
    state.left -= 1;
    if (state.left < 0 || depth > deepest) return [];
    if (typeof item === 'string') return [{ target: item }];
    if (typeof item === 'object' && item !== null && !Array.isArray(item)) return readMapping(item, depth, state);
    state.invalid += 1;
    return [];
  });
}

function readMapping(item: object, depth: number, state: { left: number; invalid: number }): readonly WrittenNavItem[] {
  return Object.entries(item).flatMap(([title, content]): readonly WrittenNavItem[] => {
    if (typeof content === 'string') return [{ title, target: content }];
    if (Array.isArray(content) || (typeof content === 'object' && content !== null)) {
      return [{ title, children: readItems(content, depth + 1, state) }];
    }
    state.invalid += 1;
    return [];
  });
}

/** Every target in a navigation, in order. */
export function navTargets(items: readonly WrittenNavItem[]): readonly string[] {
  return items.flatMap((item) => [...(item.target ? [item.target] : []), ...navTargets(item.children ?? [])]);
}

/** Path of the configuration that a monorepo `!include` names, if this is one. */
export function includedConfig(target: string): string | undefined {
  return /^!include\s+(\S.*?)\s*$/.exec(target)?.[1];
}
