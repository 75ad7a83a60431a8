import type { Project } from './gitlab-model.ts';

/** Projects in the order that `order_by` and `sort` ask for. */
export function sortProjects(projects: readonly Project[], query: URLSearchParams): readonly Project[] {
  const order = query.get('order_by') ?? 'created_at';
  const direction = query.get('sort') === 'asc' ? 1 : -1;
  const keys: Readonly<Record<string, (project: Project) => string | number>> = {
    id: ({ id }) => id,
    created_at: ({ id }) => id,
    name: ({ name }) => name.toLowerCase(),
    path: ({ path }) => path,
    last_activity_at: ({ lastActivityAt }) => Date.parse(lastActivityAt),
  };
  const key = keys[order];
  if (!key) throw new Error(`Not emulated: order_by=${order}`);
  return [...projects].sort((a, b) => {
    const [left, right] = [key(a), key(b)];
    return (left < right ? -1 : left > right ? 1 : a.id - b.id) * direction;
  });
}
