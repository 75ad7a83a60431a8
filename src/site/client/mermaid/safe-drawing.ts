import { withoutStyles } from './strict-styles.ts';

/** A drawing that may be put into the page, and its rules. */
export interface SafeDrawing {
  readonly svg: SVGSVGElement;
  readonly sheet: CSSStyleSheet;
}

const forbidden =
  'script, iframe, object, embed, image, img, link, meta, base, audio, video, animate, animateMotion, animateTransform, set, handler, form, input, button';

/** HTML that labels may be made of. */
const textual = new Set(['a', 'b', 'br', 'code', 'div', 'em', 'i', 'p', 'small', 'span', 'strong', 'sub', 'sup', 'u']);

/**
 * Reads what Mermaid wrote as a tree and takes out of it what could run or load anything, whatever Mermaid's own checks let through.
 * Styles leave the tree: properties are set on the elements, rules go into a sheet that reaches only this drawing. Undefined when it is no SVG.
 */
export function readDrawing(text: string, css: string, id: string): SafeDrawing | undefined {
  // As HTML, since labels may hold some that is no XML.
  const parsed = new DOMParser().parseFromString(withoutStyles(text), 'text/html').querySelector('svg');
  if (!parsed) return undefined;
  for (const element of parsed.querySelectorAll(`style, ${forbidden}`)) element.remove();
  const svg = document.importNode(parsed, true);
  for (const html of svg.querySelectorAll('foreignObject *')) {
    if (!textual.has(html.tagName.toLowerCase())) html.replaceWith(html.textContent);
  }
  for (const element of [svg, ...svg.querySelectorAll('*')]) cleanElement(element);
  return { svg, sheet: ownRules(css, id) };
}

function cleanElement(element: Element): void {
  for (const { name, value } of [...element.attributes]) {
    const isLink = name === 'href' || name === 'xlink:href';
    if (/^(?:data-)?on/i.test(name) || (isLink && !isSafeAddress(element, value))) element.removeAttribute(name);
    else if (!isLink && /url\s*\(\s*["']?(?!#)/i.test(value)) element.removeAttribute(name);
  }
  const style = element.getAttribute('data-style');
  element.removeAttribute('data-style');
  if (style !== null && (element instanceof SVGElement || element instanceof HTMLElement)) {
    element.style.cssText = style;
    clearReaching(element.style);
  }
  if (element.tagName === 'a') {
    element.setAttribute('rel', 'noopener');
    element.removeAttribute('target');
  }
}

function isSafeAddress(element: Element, value: string): boolean {
  if (element.tagName !== 'a') return value.startsWith('#');
  return URL.canParse(value, location.href) && /^(?:https?|mailto):$/.test(new URL(value, location.href).protocol);
}

/** What could leave the drawing's place or load something. */
function clearReaching(style: CSSStyleDeclaration): void {
  for (const name of ['position', 'inset', 'z-index', 'cursor', 'content', 'behavior']) style.removeProperty(name);
  for (const name of [...style])
    if (/url\s*\(\s*["']?(?!#)/i.test(style.getPropertyValue(name))) style.removeProperty(name);
}

/** The rules that begin with the drawing's id, and key frames; nothing that loads. */
function ownRules(css: string, id: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  for (let index = sheet.cssRules.length - 1; index >= 0; index -= 1) {
    const rule = sheet.cssRules[index];
    const isOwn = rule instanceof CSSStyleRule && splitSelectors(rule.selectorText).every((part) => isBelow(part, id));
    if (!isOwn && !(rule instanceof CSSKeyframesRule)) sheet.deleteRule(index);
    else if (rule instanceof CSSStyleRule) clearReaching(rule.style);
  }
  return sheet;
}

function splitSelectors(selectors: string): readonly string[] {
  return selectors.split(',').map((part) => part.trim());
}

function isBelow(selector: string, id: string): boolean {
  const rest = selector.startsWith(`#${id}`) ? selector.slice(id.length + 1) : undefined;
  return rest !== undefined && /^(?:$|[ .:[>])/.test(rest) && !/[~+]/.test(rest);
}
