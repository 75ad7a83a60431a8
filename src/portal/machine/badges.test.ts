import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { readCatalog } from '../../catalog/read-catalog.ts';
import { document, repositoryOf } from '../../catalog/repository-fixture.ts';
import { assemblePortal } from '../assemble-portal.ts';
import { rawData } from '../entity/raw-data.ts';
import { badgeFiles } from './badges.ts';
import { openSearchFiles } from './opensearch.ts';

const hostile = '<script>alert(1)</script> & "orders" ]( \u0007';

function portalOf(title: string, url?: string) {
  const yaml = document('Component', 'orders', ['type: service', 'lifecycle: deprecated', 'owner: x']);
  const named = yaml.replace('name: orders', `name: orders\n  title: ${JSON.stringify(title)}`);
  const files = repositoryOf('acme/shop', { 'catalog-info.yaml': named });
  const { value: catalog } = readCatalog({ repositories: [files], allow: ['*'] });
  const config = {
    title: `Acme ${title}`,
    accent: '#ffee00',
    language: 'en' as const,
    base: '/p/',
    ...(url && { url }),
  };
  const rest = { repositories: [files.repository], docsSites: [], docsByEntity: new Map(), diagnostics: [] };
  return assemblePortal({ config, catalog, ...rest, callboardVersion: '1.0.0' });
}

/** Names of all elements, and all text. Throws where it is no XML. */
function readXml(xml: string): { readonly elements: readonly string[]; readonly text: string } {
  const elements: string[] = [];
  let text = '';
  const parser = new SaxesParser({ xmlns: true });
  parser.on('opentag', ({ name }) => elements.push(name));
  parser.on('text', (part) => {
    text += part;
  });
  parser.write(xml).close();
  return { elements, text };
}

describe('what other pages embed of the portal', () => {
  it('is a badge of every entity with its name and lifecycle, whatever it is called', () => {
    const [badge, ...others] = badgeFiles(portalOf('Orders'));
    expect(others).toEqual([]);
    expect(badge?.path).toBe('badge/component/default/orders.svg');
    expect(readXml(badge?.text ?? '').text).toContain('Orders · deprecated');
    for (const { text } of badgeFiles(portalOf(hostile.replace('\u0007', '')))) {
      expect(readXml(text).elements).not.toContain('script');
    }
  });

  it('comes with Markdown that leads to the page, absolute where the portal knows its URL', () => {
    const page = (url?: string, title = 'Orders') => {
      const portal = portalOf(title, url);
      const [item] = portal.catalog.entities;
      return item ? rawData(portal, item).badge.markdown : '';
    };
    expect(page('https://portal.example/p')).toBe(
      '[![Orders](https://portal.example/p/badge/component/default/orders.svg)](https://portal.example/p/catalog/default/component/orders/)',
    );
    expect(page()).toBe('[![Orders](/p/badge/component/default/orders.svg)](/p/catalog/default/component/orders/)');
    expect(page(undefined, 'a](http://x)')).toContain('[![a\\](http://x)](/p/badge/');
  });

  it('is a search for the address bar, where the portal knows its URL', () => {
    expect([...openSearchFiles(portalOf('x'))]).toEqual([]);
    const [file] = openSearchFiles(portalOf(hostile, 'https://portal.example/p'));
    expect(readXml(file?.text ?? '').elements).toEqual(
      expect.arrayContaining(['OpenSearchDescription', 'ShortName', 'Url']),
    );
    expect(file?.text).toContain('template="https://portal.example/p/search/?query={searchTerms}"');
  });
});
