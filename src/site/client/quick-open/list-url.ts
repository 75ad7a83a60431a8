/** What a list of the catalog is narrowed to. Values as people read them. */
export interface Filter {
  readonly kind?: string | undefined;
  readonly lifecycle?: string | undefined;
  readonly type?: string | undefined;
  readonly owner?: string | undefined;
  readonly system?: string | undefined;
  readonly without?: 'owner' | 'docs' | undefined;
}

/** Address of the catalog index that shows such a list, as `catalog.ts` reads it. */
export const listUrl = (base: string, { kind = '', without, ...facets }: Filter): string => {
  const parameters = new URLSearchParams();
  for (const [field, value] of Object.entries(facets)) if (value !== undefined) parameters.append(field, value);
  if (without === 'docs') parameters.append('docs', 'no docs');
  if (without === 'owner') parameters.append('owner', '');
  return `${base}catalog/${encodeURIComponent(kind)}/?${parameters}`;
};
