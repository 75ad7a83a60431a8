/** Texts of the frame of every page. */

export const skip = 'Skip to the content';
export const portal = 'Portal';
export const portalMenu = 'Portal menu';
export const menu = 'Menu';
export const searchPlaceholder = 'Search…';
export const searchLabel = 'Search the portal';
/** The keys of quick open. */
export const quickOpenKeys = 'Ctrl\u00a0K';
export const theme = 'Theme';
export const themeOfSystem = 'As the system';
export const themeLight = 'Light';
export const themeDark = 'Dark';
export const builtBy = (title: string, version: string) =>
  `${title} is built from Git by Callboard ${version}. Nothing here is a database.`;
export const lastRead = 'When it was last read';
export const whatChanged = 'What changed';

export const catalog = 'Catalog';
export const docs = 'Docs';
export const apis = 'APIs';
export const graph = 'Graph';
export const teams = 'Teams';
export const problems = 'Problems';

export const copied = 'Copied';
export const copyingForbidden = 'Copying is not allowed here';
