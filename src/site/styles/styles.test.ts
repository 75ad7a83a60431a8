import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const folder = import.meta.dirname;
const read = (name: string) => readFileSync(join(folder, name), 'utf8').replace(/\/\*.*?\*\//gs, '');
const sheets = readdirSync(folder).filter((name) => name.endsWith('.css'));
const isEntry = (name: string) => /^\s*@layer [\w, ]+;\s*@import/.test(read(name));
const parts = sheets.filter((name) => !isEntry(name));

/** Lines of sheets that a pattern is found in. */
function linesWith(pattern: RegExp, names: readonly string[]): readonly string[] {
  return names.flatMap((name) =>
    read(name)
      .split('\n')
      .filter((line) => pattern.test(line))
      .map((line) => `${name}: ${line.trim()}`),
  );
}

/** A sheet without the blocks that begin as said. */
function withoutBlocks(text: string, head: RegExp): string {
  let rest = text;
  for (let match = head.exec(rest); match; match = head.exec(rest)) {
    let [at, depth] = [match.index + match[0].length, 0];
    do {
      if (rest[at] === '{') depth += 1;
      if (rest[at] === '}') depth -= 1;
      at += 1;
    } while (depth > 0 && at < rest.length);
    rest = rest.slice(0, match.index) + rest.slice(at);
    head.lastIndex = 0;
  }
  return rest;
}

describe('the stylesheets', () => {
  it('name raw colours in the files of tokens only', () => {
    const raw =
      /#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch)\([^)]*\d|:[^;]*\b(?:white|black|red|gr[ae]y|blue)\b(?!-)/i;
    const found = linesWith(
      raw,
      parts.filter((name) => !name.startsWith('tokens')),
    );
    expect(found.filter((line) => !/white-space|color-mix\(in okl/.test(line))).toEqual([]);
    expect(linesWith(raw, ['tokens.css']).length).toBeGreaterThan(15);
  });

  it('use raw values in tokens of meaning only: nothing else knows the first level', () => {
    const firstLevel = /var\(--cb-(?:paper|ink|line|accent)-\d|var\(--cb-(?:green|amber|red|stone|yellow|dusk)\b/;
    expect(
      linesWith(
        firstLevel,
        parts.filter((name) => !name.startsWith('tokens')),
      ),
    ).toEqual([]);
  });

  it('use no token that nobody defines', () => {
    const all = parts.map(read).join('\n');
    const defined = new Set([...all.matchAll(/(--cb-[\w-]+)\s*:/g)].map(([, name]) => name));
    const used = [...all.matchAll(/var\((--cb-[\w-]+)\)/g)].map(([, name]) => name as string);
    expect([...new Set(used)].filter((name) => !defined.has(name))).toEqual([]);
  });

  it('name no side of the page by left and right, so that they can be read from right to left', () => {
    const physical =
      /(?:^|[\s;{])(?:(?:margin|padding|border|inset|scroll-(?:margin|padding))-(?:left|right|top|bottom)|left|right|top|bottom|(?:min-|max-)?(?:width|height))\s*:|text-align:\s*(?:left|right)|float:\s*(?:left|right)/;
    const found = linesWith(physical, parts).filter((line) => !/@(?:media|container)/.test(line));
    // A drawing has its own left, whatever the script; and an author who wrote "left" for a picture means it.
    expect(found.filter((line) => !/^(?:graph\.css: left: |prose-pictures\.css: float: )/.test(line))).toEqual([]);
  });

  it('are in a cascade layer each, and every page has the same order of layers', () => {
    const entries = sheets.filter(isEntry).map(read);
    const orders = new Set(entries.map((text) => /@layer ([^;]*);/.exec(text)?.[1]));
    expect(orders.size).toBe(1);
    const layers = (orders.values().next().value as string).split(', ');
    const imports = entries.flatMap((text) => [...text.matchAll(/@import "\.\/([^"]+)"(?: layer\((\w+)\))?;/g)]);
    const layerOf = new Map(imports.map(([, name, layer]) => [name as string, layer]));
    // Fonts are declared, not applied: they have no cascade.
    const unlayered = parts.filter((name) => name !== 'fonts.css' && !layers.includes(layerOf.get(name) ?? ''));
    // A sheet that scripts or a page load on their own says its layer itself.
    const own = (name: string) =>
      withoutBlocks(withoutBlocks(read(name), /@layer \w+\s*(?=\{)/g), /@keyframes [\w-]+\s*(?=\{)/g).replace(
        `@layer ${[...orders][0]};`,
        '',
      );
    expect(unlayered.filter((name) => own(name).trim() !== '')).toEqual([]);
  });

  it('move nothing for those who asked for less motion', () => {
    const moving = /(?:^|[\s;{])(?:(?:transition|animation)\s*:(?!\s*none)|scroll-behavior:\s*smooth)/;
    const outside = parts.filter((name) =>
      moving.test(withoutBlocks(read(name), /@media[^{]*prefers-reduced-motion: no-preference[^{]*/g)),
    );
    expect(outside).toEqual([]);
  });

  it('are not inside components', () => {
    const templates = readdirSync(join(folder, '..'), { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.astro'),
    );
    const styled = templates.filter((name) =>
      /<style(?! is:inline set:html=)/.test(readFileSync(join(folder, '..', name), 'utf8')),
    );
    expect(styled).toEqual([]);
  });
});
