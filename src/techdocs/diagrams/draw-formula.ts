import { createHash } from 'node:crypto';
import katex from 'katex';
import type { ClassStyles, Drawing } from './drawing.ts';

const options = {
  output: 'htmlAndMathml',
  throwOnError: true,
  // No \href, \includegraphics, \htmlClass and the like.
  trust: false,
  // What is merely unusual LaTeX is no error, and is not written to the console.
  strict: 'ignore',
  maxSize: 20,
  maxExpand: 1000,
} as const;
const longest = 10_000;
const largest = 512 * 1024;

const properties =
  /^(?:height|min-height|width|min-width|top|bottom|left|position|vertical-align|margin(?:-(?:left|right|top|bottom))?|border|padding-(?:left|right)|border-(?:width|(?:top|bottom|right|left)-width|style|color|(?:right|left|top|bottom)-style)|color|background-color|text-shadow|line-height)$/;
const values =
  /^(?:-?\d*\.?\d+(?:e-\d+)?(?:em|ex|px|pt|%)?|#[0-9a-f]{3,8}|[a-z]{3,20})(?: (?:-?\d*\.?\d+(?:em|px)?|[a-z]{3,20})){0,3}$/i;

/** Sets a formula with KaTeX: HTML for the eye, MathML for everybody else. Takes classes in place of `style` attributes. */
export function drawFormula(text: string, display: boolean): Drawing {
  if (text.length > longest) return { ok: false, reason: `it is longer than ${longest} characters` };
  let html: string;
  try {
    html = katex.renderToString(text, { ...options, displayMode: display });
  } catch (error) {
    if (error instanceof RangeError) return { ok: false, reason: 'it nests too deep' };
    return { ok: false, ...describeError(error, text) };
  }
  if (html.length > largest) return { ok: false, reason: 'its HTML would be larger than 512 KiB' };
  const styles: Record<string, string> = {};
  const classed = html.replace(/<[a-z]+[^>]*>/g, (tag) => withClass(tag, styles));
  return { ok: true, html: classed, styles };
}

/** `class="mord" style="height:1em;"` → `class="mord katex-s-1x2y3z"`. KaTeX writes both attributes in double quotes and escapes what is in them. */
function withClass(tag: string, styles: Record<string, string>): string {
  const style = / style="([^"]*)"/.exec(tag);
  if (!style) return tag;
  const declarations = keepDeclarations(style[1] ?? '');
  const bare = tag.replace(style[0], '');
  if (declarations === '') return bare;
  const name = `katex-s-${createHash('sha256').update(declarations).digest('hex').slice(0, 8)}`;
  styles[name] = declarations;
  return bare.includes(' class="')
    ? bare.replace(' class="', ` class="${name} `)
    : bare.replace(/^<[a-z]+/, (start) => `${start} class="${name}"`);
}

function keepDeclarations(style: string): string {
  return style
    .split(';')
    .map((declaration) => declaration.split(':').map((part) => part.trim()))
    .filter(
      ([name = '', value = '', ...rest]) =>
        rest.length === 0 && properties.test(name) && values.test(value) && isNear(name, value),
    )
    .map((parts) => parts.join(':'))
    .join(';');
}

/** KaTeX bounds the sizes of rules, but not how far a formula may reach to the side. */
function isNear(name: string, value: string): boolean {
  const farthest = /^(?:margin|padding|left|right)/.test(name) ? 20 : 400;
  return [...value.matchAll(/-?[\d.]+/g)].every(([size]) => Math.abs(Number(size)) <= farthest);
}

/** The rules of a style sheet for these classes, sorted; as weighty as the attributes that they stand for. */
export function writeStyles(styles: ClassStyles): string {
  const names = Object.keys(styles).sort();
  return names.map((name) => `.katex .${name}.${name}.${name}{${styles[name]}}\n`).join('');
}

function describeError(error: unknown, text: string): { readonly reason: string; readonly line?: number } {
  const { rawMessage, position } = error as { readonly rawMessage?: string; readonly position?: number };
  const reason = (rawMessage ?? String(error)).replace(/\s+/g, ' ').slice(0, 200);
  return position === undefined ? { reason } : { reason, line: text.slice(0, position).split('\n').length };
}
