/** Texts of the page of addresses that have none. */

export const title = 'Nicht gefunden';
export const description = 'Unter dieser Adresse gibt es keine Seite.';
export const heading = 'Hier ist nichts';
export const lede =
  'Diese Seite wurde nie veröffentlicht, oder was sie zeigte, steht nicht mehr im Katalog. Nach dem Namen suchen:';
export const search = 'Suche';
export const didYouMean = 'Vielleicht gemeint';
export const lists = 'Alles, was es gibt, steht in diesen Listen:';
export const home = 'Zur Startseite';
