/** Texts of the frame of every page. */

export const skip = 'Zum Inhalt springen';
export const portal = 'Portal';
export const portalMenu = 'Menü des Portals';
export const menu = 'Menü';
export const searchPlaceholder = 'Suchen …';
export const searchLabel = 'Das Portal durchsuchen';
/** The keys of quick open. */
export const quickOpenKeys = 'Strg\u00a0K';
export const theme = 'Farbschema';
export const themeOfSystem = 'Wie das System';
export const themeLight = 'Hell';
export const themeDark = 'Dunkel';
export const builtBy = (title: string, version: string) =>
  `${title} wird von Callboard ${version} aus Git gebaut, ganz ohne Datenbank.`;
export const lastRead = 'Wann zuletzt gelesen wurde';
export const whatChanged = 'Was sich geändert hat';

export const catalog = 'Katalog';
export const docs = 'Doku';
export const apis = 'APIs';
export const graph = 'Graph';
export const teams = 'Teams';
export const problems = 'Probleme';

export const copied = 'Kopiert';
export const copyingForbidden = 'Kopieren ist hier nicht erlaubt';
