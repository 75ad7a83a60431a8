import { numbersIn, pluralsIn } from '../plurals.ts';
import { relations as known } from './kinds.ts';

/** Texts of drawn graphs and of the page that shows everything. */
const number = numbersIn('de');
const plural = pluralsIn('de');
const entries = (count: number) => `${number(count)} ${plural(count, { one: 'Eintrag', other: 'Einträge' })}`;

export const graph = 'Graph';
export const description = (title: string) => `Alle Einträge von ${title} und ihre Abhängigkeiten.`;
export const lede = (entities: number, relations: number) =>
  `${entries(entities)} und ${number(relations)} ${plural(relations, { one: 'Beziehung', other: 'Beziehungen' })} dazwischen.`;

/** Reads along an arrow from a component to a part of it. */
export const hasPart = 'hat als Teil';
const mutual = ' (beidseitig)';
export const bothWays = (relation: string) => relation + mutual;
// German turns the phrase around: "hängt ab von" is "hängt hiervon ab".
const hither: Readonly<Record<string, string>> = {
  [known.ownedBy]: 'hiervon verantwortet',
  [known.ownerOf]: 'verantwortet dies',
  [known.providesApi]: 'bietet dies an',
  [known.apiProvidedBy]: 'hiervon angeboten',
  [known.consumesApi]: 'nutzt dies',
  [known.apiConsumedBy]: 'hiervon genutzt',
  [known.dependsOn]: 'hängt hiervon ab',
  [known.dependencyOf]: 'wird hiervon gebraucht',
  [known.parentOf]: 'steht hierüber',
  [known.childOf]: 'gehört hierzu',
  [known.memberOf]: 'Mitglied hiervon',
  [known.partOf]: 'Teil hiervon',
};
/** How a neighbour relates to the entity in the middle: "depends on this". */
export const toThis = (relation: string) =>
  relation
    .split(', ')
    .map((each) => hither[each] ?? (each.endsWith(mutual) ? each : `${each} (hierzu)`))
    .join(', ');
/** The same in a sentence that names the entity. */
export const toIt = toThis;
export const relatedTo = (title: string, clauses: readonly string[]) =>
  `${title} und was damit zusammenhängt (${clauses.join('; ')}).`;
export const notDrawn = (count: number) =>
  count === 1 ? 'Ein weiterer Eintrag ist nicht gezeichnet.' : `${number(count)} weitere sind nicht gezeichnet.`;
export const notInCatalog = (title: string) => `${title} steht nicht im Katalog`;

/** What the drawing of a system or domain shows. */
export const area = (title: string, parts: number, outside: number, hasArrows: boolean) => {
  const inside = `${title} mit ${parts === 1 ? 'einem Teil' : `${number(parts)} Teilen`}`;
  if (!hasArrows) return `${inside}.`;
  const around = outside === 0 ? '' : ` und ${number(outside)} darum herum`;
  return `${inside}${around}. Ein Pfeil führt zu dem, was gebraucht wird.`;
};
export const estate = (entities: number, dependencies: number) =>
  `${entries(entities)}, nach System und Team gerahmt, mit ${number(dependencies)} ${plural(dependencies, { one: 'Abhängigkeit', other: 'Abhängigkeiten' })} dazwischen.`;

export const findLabel = 'Eintrag im Graphen finden';
export const findPlaceholder = 'Eintrag finden';
export const matches = 'Einträge';
export const steps = 'Schritte';
export const showEverything = 'Alles anzeigen';
export const kinds = 'Arten';
export const kindsShown = 'Angezeigte Arten';
export const relations = 'Beziehungen';
export const relationsShown = 'Angezeigte Beziehungen';
export const canvas = 'Graph aller Einträge';
export const view = 'Ansicht';
export const zoomIn = 'Vergrößern';
export const zoomOut = 'Verkleinern';
export const fit = 'Einpassen';
export const inFocus = 'Im Fokus';
export const keys =
  'Verschieben mit Ziehen oder Pfeiltasten, vergrößern und verkleinern mit Strg und Mausrad oder + und −. Ein Klick öffnet einen Eintrag, mit Umschalt rückt er in den Fokus.';
