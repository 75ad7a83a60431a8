import fc from 'fast-check';
import type { Root } from 'hast';
import rehypeParse from 'rehype-parse';
import rehypeSanitize, { type Options } from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { expect, it } from 'vitest';
import { arbitraryHtml } from '../testing/arbitrary-html.ts';
import { dangersIn } from '../testing/dangers-in.ts';
import { placeOfPage } from '../testing/page-place.ts';
import { makePageSafe } from './page-html.ts';
import { parseAnyHtml } from './parse-page.ts';
import { allowedValues, docsAllowList, idPrefix, strippedElements, tableParts } from './sanitize-schema.ts';
import { writeHtml } from './write-html.ts';

const runs = Number(process.env['CALLBOARD_FUZZ_RUNS'] ?? 3000);
const place = placeOfPage('guide/setup.md');

/** hast's names of attributes that are not written like them. */
const properties: Readonly<Record<string, string>> = {
  class: 'className',
  for: 'htmlFor',
  'aria-describedby': 'ariaDescribedBy',
  'aria-labelledby': 'ariaLabelledBy',
  allowfullscreen: 'allowFullScreen',
  colspan: 'colSpan',
  datetime: 'dateTime',
  playsinline: 'playsInline',
  rowspan: 'rowSpan',
  srclang: 'srcLang',
  valign: 'vAlign',
};

/** The allow-list as hast-util-sanitize understands one. */
const reference: Options = {
  tagNames: [...docsAllowList.html.keys()],
  attributes: Object.fromEntries(
    [...docsAllowList.html].map(([tag, names]) => [tag, [...names].map((name) => definition(tag, name))]),
  ),
  ancestors: Object.fromEntries([...tableParts].map((tag) => [tag, ['table']])),
  clobber: ['id', 'name'],
  clobberPrefix: idPrefix,
  protocols: {},
  required: {},
  strip: [...strippedElements],
};

function definition(tag: string, name: string): string | [string, ...string[]] {
  const property = properties[name] ?? name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  const values = allowedValues.get(`${tag} ${name}`);
  return values ? [property, ...values] : property;
}

const parse = unified().use(rehypeParse, { fragment: true });
const write = unified().use(rehypeStringify).freeze();
const sanitize = unified().use(rehypeSanitize, reference).freeze();
// Resolved, replaced or made anew afterwards, which is not the sanitiser's verdict.
const rewritten = new Set('a img iframe input source track audio video span'.split(' '));
const rewrittenAttributes = /^(?:class|className|headers|htmlFor|id|aria|text$)/;

/** Elements and the names of their attributes, in order, and all text. */
function verdicts(tree: Root): readonly string[] {
  const found: string[] = [];
  let text = '';
  visit(tree, (node) => {
    if (node.type === 'text') text += node.value;
    if (node.type !== 'element' || rewritten.has(node.tagName)) return;
    const names = Object.entries(node.properties).filter(([name, value]) => {
      return value !== undefined && !rewrittenAttributes.test(name) && !(Array.isArray(value) && value.length === 0);
    });
    found.push([node.tagName, ...names.map(([name]) => name).sort()].join(' '));
  });
  return [...found, text.replace(/[\s¶]+/g, '')];
}

// Read alike by both only where there is no foreign content, of which more is dropped here, and where a fragment's context does not matter.
const differs =
  /<(?:svg|math|img|image|iframe|noscript|video|audio|picture|\/hgroup|body|html|head|frameset|form|input)/i;

it('says of elements and attributes what hast-util-sanitize says with the same list', async () => {
  let compared = 0;
  const property = fc.asyncProperty(arbitraryHtml, async (html) => {
    if (differs.test(html)) return;
    const wrapped = `<hgroup>${html}</hgroup>`;
    const once = sanitize.runSync(parse.parse(wrapped)) as Root;
    // What a browser reads otherwise than it was meant is read again here until it stays: there is nothing to compare with.
    if (verdicts(parse.parse(write.stringify(once)) as Root).join('\n') !== verdicts(once).join('\n')) return;
    const ours = parse.parse((await makePageSafe(wrapped, place)).html) as Root;
    compared += 1;
    expect(verdicts(ours)).toEqual(verdicts(once));
  });
  await fc.assert(property, { numRuns: runs });
  expect(compared).toBeGreaterThan(runs / 4);
});

it('writes nothing dangerous, and what is read again as it is written', async () => {
  const property = fc.asyncProperty(arbitraryHtml, async (html) => {
    const { html: safe } = await makePageSafe(html, place);
    expect(dangersIn(safe)).toEqual([]);
    expect(writeHtml(parseAnyHtml(safe))).toBe(safe);
  });
  await fc.assert(property, { numRuns: runs });
});
