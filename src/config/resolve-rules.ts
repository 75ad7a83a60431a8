import type { AllowRule } from '../catalog/model/allow-rules.ts';
import type { RawRule } from './raw-config.ts';

/** Kinds that any crawled repository may define: all but the organisation's people and teams. */
const everywhere: readonly AllowRule[] = ['*', '!Group', '!User'];

/** `catalog.rules` as the catalog reads them. The default stands unless a rule without any condition replaces it. */
export function resolveRules(rules: readonly RawRule[] = []): readonly AllowRule[] {
  const replaced = rules.some(({ sources, repositories, paths }) => !sources && !repositories && !paths);
  return [...(replaced ? [] : everywhere), ...rules.flatMap(resolveRule)];
}

function resolveRule({ allow, ...conditions }: RawRule): readonly AllowRule[] {
  return allow.map((item) => {
    if (typeof item !== 'string') {
      const type = item['spec.type'];
      return { kind: item.kind, ...(type !== undefined && { specType: type }), ...conditions };
    }
    return Object.keys(conditions).length === 0 ? item : { kind: item, ...conditions };
  });
}
