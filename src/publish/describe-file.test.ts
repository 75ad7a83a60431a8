import { describe, expect, it } from 'vitest';
import { cacheClassOf } from './cache-policy.ts';
import { contentTypeOf } from './content-type.ts';

describe('cacheClassOf', () => {
  it.each([
    ['index.html', 'entry'],
    ['404.html', 'entry'],
    ['sitemap.xml', 'entry'],
    ['sitemap-pages-2.xml', 'entry'],
    ['manifest.json', 'entry'],
    ['pagefind/pagefind-entry.json', 'entry'],
    ['service-worker.js', 'entry'],
    ['sw.js', 'entry'],
    ['manifest.webmanifest', 'entry'],
    ['offline/lists/s0.json', 'entry'],
    ['offline/parts.json', 'entry'],
    ['offline/index.html', 'short'],
    ['catalog/index.html', 'short'],
    ['api/catalog/entities.json', 'short'],
    ['pagefind/pagefind.js', 'short'],
    ['pagefind/wasm.en.pagefind', 'short'],
    ['pagefind/fragment/en_b33da77.pf_fragment', 'immutable'],
    ['pagefind/shop/index/pt-br_72b2eb2.pf_index', 'immutable'],
    ['pagefind/filter/unknown_359814b.pf_filter', 'immutable'],
    ['pagefind/pagefind.en_307c718fb5.pf_meta', 'immutable'],
    ['assets/page.Bx3dE_f1.css', 'immutable'],
    ['assets/graph.astro_astro_type_script_index_0_lang.C4xZ81aq.js', 'immutable'],
    ['assets/inter-latin-wght-normal-Dx4kXJAl.woff2', 'immutable'],
    ['_astro/logo.a1b2c3d4e5f6.svg', 'immutable'],
    ['assets/component.css', 'short'],
    ['assets/some-component-name-v2.css', 'short'],
    ['assets/inter-Variable.woff2', 'short'],
    ['assets/picture-1024x768.png', 'short'],
    ['docs/default/component/shop/page.Bx3dE_f1.css', 'short'],
  ])('%s is %s', (key, expected) => {
    expect(cacheClassOf(key)).toBe(expected);
  });
});

describe('contentTypeOf', () => {
  it.each([
    ['index.html', 'text/html; charset=utf-8'],
    ['assets/a.js', 'text/javascript; charset=utf-8'],
    ['a.css', 'text/css; charset=utf-8'],
    ['a.json', 'application/json'],
    ['catalog/default/component/cart/index.md', 'text/markdown; charset=utf-8'],
    ['llms.txt', 'text/plain; charset=utf-8'],
    ['a.SVG', 'image/svg+xml'],
    ['api/shop.proto', 'text/plain; charset=utf-8'],
    ['example.ts', 'text/plain; charset=utf-8'],
    ['pagefind/fragment/en_b33da77.pf_fragment', 'application/octet-stream'],
    ['LICENSE', 'application/octet-stream'],
    ['folder.html/file', 'application/octet-stream'],
  ])('%s is %s', (key, expected) => {
    expect(contentTypeOf(key)).toBe(expected);
  });
});
