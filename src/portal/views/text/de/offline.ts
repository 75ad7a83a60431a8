import { numbersIn, pluralsIn } from '../plurals.ts';
import { sizesIn } from '../sizes.ts';

/** Texts of reading without a network. */
const number = numbersIn('de');
const plural = pluralsIn('de');
const files = (count: number) => `${number(count)} ${plural(count, { one: 'Datei', other: 'Dateien' })}`;

/** `1300000` → `1,3 MB`. */
export const bytes = sizesIn('de');
export const filesAndBytes = (count: number, size: number) => `${files(count)}, ${bytes(size)}`;

export const notSavedTitle = 'Nicht gespeichert';
export const notSavedDescription = 'Was sich ohne Netz lesen lässt.';
export const noNetwork = 'Kein Netz, und diese Seite ist auf diesem Gerät nicht gespeichert.';
export const whatIsHere = 'Was sich auf diesem Gerät ohne Netz lesen lässt.';
export const tryAgain = 'Erneut versuchen';
export const savedHere = 'Offline gespeichert';
export const visitedHere = 'Schon besucht';
export const nothingHere =
  'Noch ist nichts offline gespeichert. Mit Netz geht das über „Offline speichern“ auf einer Seite oder in den Einstellungen.';

export const copyOffline = (time: string) => `Gespeicherte Fassung vom ${time} – kein Netz`;
export const copyUnreachable = (time: string) => `Gespeicherte Fassung vom ${time} – das Portal antwortet nicht`;
export const copyIsCurrent = 'Das Netz ist wieder da. Diese Fassung ist aktuell.';
export const copyIsOld = 'Das Netz ist wieder da, und von dieser Seite gibt es eine neuere Fassung.';
export const copyIsGone = 'Das Netz ist wieder da. Diese Seite gibt es im Portal nicht mehr.';
export const reload = 'Neu laden';
export const close = 'Schließen';

export const saveForOffline = 'Offline speichern';
export const entityWithDocs = (title: string) => `${title} und die Doku dazu`;
export const docsOf = (title: string) => `Doku von ${title}`;
export const teamPart = (title: string) => `${title}: Team und was es verantwortet`;
export const systemPart = (title: string) => `${title}: System und seine Teile`;
export const domainPart = (title: string) => `${title}: Domäne und ihre Teile`;
export const kindPart = (title: string) => `Alle ${title}`;
export const everything = 'Alles';
export const withSearch = (size: string) => `Mit Suche im ganzen Portal (${size})`;
export const toLoad = (count: number, size: number) => `${filesAndBytes(count, size)} zu laden`;
export const reckoning = 'Die Größe wird ermittelt …';
export const save = 'Speichern';
export const cancel = 'Abbrechen';
export const update = 'Aktualisieren';
export const remove = 'Entfernen';
export const saving = (title: string) => `Wird gespeichert: ${title}`;
export const progress = (count: number, of: number, size: number, ofSize: number) =>
  `${number(count)} von ${files(of)}, ${bytes(size)} von ${bytes(ofSize)}`;
export const isSaved = (title: string) => `${title}: jetzt ohne Netz lesbar.`;
export const savedAt = (time: string) => `Gespeichert am ${time}`;
export const isCurrent = 'Aktuell';
export const isOlder = (count: number, size: number) => `Neuere Fassung: ${toLoad(count, size)}`;
export const isRemoved = (title: string) => `${title}: von diesem Gerät entfernt.`;
export const moreInSettings = 'Alles Gespeicherte, und mehr speichern';

export const sectionTitle = 'Offline';
export const sectionText =
  'Besuchte Seiten bleiben eine Weile ohne Netz lesbar. Was hier gespeichert wird, bleibt, bis es entfernt wird.';
export const none = 'Noch ist nichts gespeichert.';
export const saveMore = 'Mehr speichern';
export const whatToSave = 'Was speichern';
export const which = 'Welche';
export const docs = 'Doku';
export const team = 'Ein Team';
export const system = 'Ein System';
export const domain = 'Eine Domäne';
export const kind = 'Eine Art';
export const visited = (count: number, size: number) => `Besuchte Seiten: ${filesAndBytes(count, size)}`;
export const forgetVisited = 'Löschen';
export const onThisMachine = (used: number, free: number) =>
  `Dieses Portal belegt hier ${bytes(used)}; der Browser erlaubt noch ${bytes(free)}.`;

export const cannotInsecure = 'Browser speichern nur Seiten, deren Adresse mit https:// beginnt.';
export const cannotStore = 'Dieser Browser lässt keine Seiten speichern, vielleicht weil das Fenster privat ist.';
export const needsNetwork = 'Speichern geht nur mit Netz.';
export const failedNetwork =
  'Das Netz ist weg. Was geladen ist, bleibt; es geht weiter, sobald das Netz wieder da ist.';
export const failedChanged =
  'Das Portal wurde inzwischen neu veröffentlicht, oder unterwegs verändert etwas seine Dateien. Was vorher gespeichert war, ist unversehrt; bitte in einer Minute erneut versuchen.';
export const failedQuota = (need: number, free: number) =>
  `Der Platz reicht nicht: nötig sind ${bytes(need)}, der Browser erlaubt noch ${bytes(free)}. Bitte weniger speichern oder etwas entfernen. Was vorher gespeichert war, ist unversehrt.`;
export const failedOther = 'Das Speichern ist fehlgeschlagen. Was vorher gespeichert war, ist unversehrt.';
