import { keepFigureClasses } from './figure-allow-list.ts';
import { type HtmlAttribute, type HtmlElement, namespaces } from './html-tree.ts';
import { keepSafeClasses } from './safe-classes.ts';
import { allowedValues, idAttributes, idPrefix } from './sanitize-schema.ts';

/** Attributes with longer values are dropped: no renderer writes them, and addresses that long lead nowhere. */
const longestValue = 10_000;

/** Keeps those attributes of an element that its allow-list names, with ids prefixed and only known classes. */
export function keepAttributes(element: HtmlElement, allowed: ReadonlySet<string>): void {
  if (element.attrs.length === 0) return;
  const kept: HtmlAttribute[] = [];
  for (const attribute of element.attrs) {
    const { name } = attribute;
    if (attribute.namespace !== undefined || !allowed.has(name)) continue;
    // A drawing's paint may be an address, and be fetched.
    if (element.namespaceURI === namespaces.svg && /url\s*\(|\\/i.test(attribute.value)) continue;
    const value = safeValue(element.tagName, name, attribute.value);
    if (value === undefined) continue;
    attribute.value = value;
    kept.push(attribute);
  }
  element.attrs = kept;
}

function safeValue(tagName: string, name: string, value: string): string | undefined {
  if (name === 'class') return keepSafeClasses(value);
  if (idAttributes.has(name)) return prefixIds(name, value);
  // A path's data is long, and only ever drawn.
  if (value.length > longestValue && name !== 'd' && name !== 'points') return undefined;
  const values = name === 'type' ? allowedValues.get(`${tagName} ${name}`) : undefined;
  return values === undefined || values.has(value) ? value : undefined;
}

function prefixIds(name: string, value: string): string | undefined {
  if (value === '' || value.length > 1000) return undefined;
  if (name === 'id' || name === 'name' || name === 'for') return `${idPrefix}${value}`;
  const ids = value.split(/\s+/).filter((id) => id !== '');
  return ids.length === 0 ? undefined : ids.map((id) => `${idPrefix}${id}`).join(' ');
}

/** The same for an element of a figure: `prefix` keeps the ids of one apart from those of the others, and of the page. */
export function keepFigureAttributes(element: HtmlElement, allowed: ReadonlySet<string>, prefix: string): void {
  element.attrs = element.attrs.flatMap(({ name, value, namespace }): HtmlAttribute[] => {
    // Graphviz still writes XLink.
    if (namespace !== undefined ? name !== 'href' || !allowed.has('href') : !allowed.has(name)) return [];
    if (name === 'class') return [{ name, value: keepFigureClasses(value) }];
    if (name === 'id') return [{ name, value: `${prefix}${value}` }];
    const paint = /^url\(#([\w.:-]+)\)$/.exec(value)?.[1];
    if (paint !== undefined) return [{ name, value: `url(#${prefix}${paint})` }];
    // Text, whatever it says, and addresses, which are judged elsewhere.
    if (name === 'href' || name === 'title' || name === 'aria-label') return [{ name, value }];
    return /url\s*\(|\\|javascript:/i.test(value) ? [] : [{ name, value }];
  });
}
