import type { PageView } from '../portal/views/page.ts';

/** The view model that a route was handed, narrowed to its kind. Throws if the pipeline chose a wrong route. */
export const pageOf = <Kind extends PageView['page']>(
  locals: App.Locals,
  kind: Kind,
): Extract<PageView, { page: Kind }> => {
  const { page } = locals;
  if (page.page !== kind) throw new Error(`This route shows a "${kind}" page but was given a "${page.page}" page.`);
  return page as Extract<PageView, { page: Kind }>;
};
