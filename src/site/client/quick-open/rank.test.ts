import { describe, expect, it } from 'vitest';
import { readCatalog } from '../../../catalog/read-catalog.ts';
import { titleOf } from '../../../portal/mention.ts';
import { readCorpus } from '../../../testing/read-corpus.ts';
import { wordsOf } from './fold.ts';
import { queryOf, rank } from './rank.ts';
import { namedEntities, refsFound } from './rank-fixture.ts';

const shop = namedEntities([
  ['api:default/catalogue-api'],
  ['api:default/gift-cards-api'],
  ['api:default/inventory-events'],
  ['api:default/nw-mcp', 'nw tools for assistants'],
  ['api:default/order-events'],
  ['api:default/orders-api'],
  ['api:default/payments-api'],
  ['api:default/returns-api'],
  ['api:default/stock-api'],
  ['api:default/stock-events'],
  ['api:default/storefront-graph-api', 'Storefront graph'],
  ['component:default/api-gateway'],
  ['component:default/callboard', 'Callboard'],
  ['component:default/catalogue-service'],
  ['component:default/checkout-web'],
  ['component:default/engineering-handbook', 'Engineering handbook'],
  ['component:default/event-client'],
  ['component:default/fraud-scoring'],
  ['component:default/gift-card-service'],
  ['component:default/gift-card-web'],
  ['component:default/label-printer'],
  ['component:default/ledger'],
  ['component:default/loyalty-service'],
  ['component:default/mail-templates'],
  ['component:default/money'],
  ['component:default/northwind-ui', 'Northwind UI'],
  ['component:default/nw-cli', 'nw'],
  ['component:default/order-mails'],
  ['component:default/orders-service'],
  ['component:default/payments-service'],
  ['component:default/picker-app'],
  ['component:default/price-engine'],
  ['component:default/price-service'],
  ['component:default/refund-ledger'],
  ['component:default/returns-web'],
  ['component:default/returns-worker'],
  ['component:default/sales-reports'],
  ['component:default/search-indexer'],
  ['component:default/stock-service'],
  ['component:default/stock-stream'],
  ['component:default/storefront-graph'],
  ['component:default/storefront-web'],
  ['component:default/voucher-service'],
  ['domain:default/commerce', 'Commerce'],
  ['domain:default/finance', 'Finance'],
  ['domain:default/fulfilment', 'Fulfilment'],
  ['domain:default/platform', 'Engineering platform'],
  ['group:default/after-sales', 'After-sales'],
  ['group:default/commerce', 'Commerce'],
  ['group:default/growth', 'Growth'],
  ['group:default/northwind', 'Northwind'],
  ['group:default/operations', 'Operations'],
  ['group:default/order-team', 'Order team'],
  ['group:default/payments', 'Payments'],
  ['group:default/platform', 'Platform'],
  ['group:default/storefront', 'Storefront'],
  ['group:default/warehouse', 'Warehouse'],
  ['resource:default/card-vault'],
  ['resource:default/catalogue-db'],
  ['resource:default/checkout-sessions'],
  ['resource:default/edge-cdn'],
  ['resource:default/event-broker'],
  ['resource:default/fraud-features'],
  ['resource:default/label-archive'],
  ['resource:default/ledger-db'],
  ['resource:default/ledger-exports'],
  ['resource:default/loyalty-db'],
  ['resource:default/mail-relay'],
  ['resource:default/orders-db'],
  ['resource:default/payments-db'],
  ['resource:default/price-cache'],
  ['resource:default/product-images'],
  ['resource:default/product-index'],
  ['resource:default/production-cluster'],
  ['resource:default/returns-db'],
  ['resource:default/stock-db'],
  ['system:default/after-sales', 'After-sales'],
  ['system:default/bookkeeping', 'Bookkeeping'],
  ['system:default/catalogue', 'Catalogue'],
  ['system:default/developer-experience', 'Developer experience'],
  ['system:default/growth', 'Growth'],
  ['system:default/order-management', 'Order management'],
  ['system:default/payments', 'Payments'],
  ['system:default/runtime', 'Runtime'],
  ['system:default/storefront', 'Storefront'],
  ['system:default/warehouse', 'Warehouse'],
  ['template:default/new-service', 'New service'],
  ['topic:default/inventory.v1'],
  ['topic:default/orders.v2'],
  ['topic:default/stock.movements.v1'],
  ['user:default/aiko.tanaka', 'Aiko Tanaka'],
  ['user:default/claire.dubois', 'Claire Dubois'],
  ['user:default/dev.raman', 'Dev Raman'],
  ['user:default/ewa.kowalska', 'Ewa Kowalska'],
  ['user:default/grace.mwangi', 'Grace Mwangi'],
  ['user:default/hanna.virtanen', 'Hanna Virtanen'],
  ['user:default/helen.castellanos', 'Helen Castellanos'],
  ['user:default/ines.moreau', 'Inès Moreau'],
  ['user:default/jonas.brandt', 'Jonas Brandt'],
  ['user:default/luis.ferreira', 'Luis Ferreira'],
  ['user:default/martin.aasen', 'Martin Aasen'],
  ['user:default/mira.okafor', 'Mira Okafor'],
  ['user:default/nadia.haddad', 'Nadia Haddad'],
  ['user:default/oskar.nyberg', 'Oskar Nyberg'],
  ['user:default/pieter.devries', 'Pieter de Vries'],
  ['user:default/priya.nair', 'Priya Nair'],
  ['user:default/rosa.lindholm', 'Rosa Lindholm'],
  ['user:default/sam.whitfield', 'Sam Whitfield'],
  ['user:default/tomas.lindqvist', 'Tomas Lindqvist'],
  ['user:default/yusuf.demir', 'Yusuf Demir'],
] as const);

describe('in a shop', () => {
  it.each([
    ['ordsvc', 'component:default/orders-service', 1],
    ['os', 'component:default/orders-service', 3],
    ['chekout', 'component:default/checkout-web', 1],
    ['orders-service', 'component:default/orders-service', 1],
    ['service orders', 'component:default/orders-service', 1],
    ['payments', 'group:default/payments', 3],
    ['pay serv', 'component:default/payments-service', 1],
    ['ordersapi', 'api:default/orders-api', 1],
    ['cw', 'component:default/checkout-web', 1],
    ['ines', 'user:default/ines.moreau', 1],
    ['Inès', 'user:default/ines.moreau', 1],
    ['moreau ines', 'user:default/ines.moreau', 1],
    ['okafor', 'user:default/mira.okafor', 1],
    ['stockdb', 'resource:default/stock-db', 1],
    ['ledgerdb', 'resource:default/ledger-db', 1],
    ['orders v2', 'topic:default/orders.v2', 1],
    ['frud', 'component:default/fraud-scoring', 1],
    ['indexer', 'component:default/search-indexer', 1],
    ['serach indexer', 'component:default/search-indexer', 1],
  ] as const)('%s finds %s among the first %i', (query, ref, first) => {
    expect(refsFound(query, shop).slice(0, first)).toContain(ref);
  });
});

const corpus = readCorpus();

describe.skipIf(!corpus)('in real catalogs', () => {
  const { entities } = readCatalog({ repositories: corpus ?? [], allow: ['*'] }).value;
  const named = namedEntities([...entities.map(({ ref, entity }) => [ref, titleOf(entity)] as const)]);
  it.each([
    ['petstore', 'api:default/petstore', 1],
    ['pet', 'api:default/petstore', 1],
    ['petsotre', 'api:default/petstore', 1],
    ['blueapi', 'component:default/blueapi', 1],
    ['blue api control', 'api:default/blueapicontrol', 1],
    ['abc', 'api:default/blueapicontrol', 3],
    ['numtracker', 'api:default/numtracker', 1],
    ['numtraker', 'api:default/numtracker', 1],
    ['athena num', 'api:default/numtracker', 1],
    ['nexus repo', 'api:default/nexus-repo-manager3', 1],
    ['nexsu', 'api:default/nexus-repo-manager3', 3],
    ['dev portal', 'system:default/developer-portal', 1],
    ['developer-portal-backend', 'component:default/developer-portal-backend', 1],
    ['dpb', 'component:default/developer-portal-backend', 3],
    ['portal frontend', 'component:default/developer-portal-frontend', 1],
    ['frontend portal developer', 'component:default/developer-portal-frontend', 1],
    ['devpfront', 'component:default/developer-portal-frontend', 1],
    ['techdocs bucket', 'resource:default/developer-portal-techdocs-bucket', 1],
    ['bucket techdocs', 'resource:default/developer-portal-techdocs-bucket', 1],
    ['@devtools/cli', 'component:default/devtools-cli', 1],
    ['devtools-cli', 'component:default/devtools-cli', 1],
    ['cli common', 'component:default/devtools-cli-common', 1],
    ['codemods', 'component:default/devtools-codemods', 1],
    ['kubernetes-react', 'component:default/devtools-plugin-kubernetes-react', 1],
    ['kubernets react', 'component:default/devtools-plugin-kubernetes-react', 3],
    ['oauth2', 'component:default/devtools-plugin-auth-backend-module-oauth2-provider', 1],
    ['okta', 'component:default/devtools-plugin-auth-backend-module-okta-provider', 1],
    ['gitea', 'component:default/devtools-plugin-scaffolder-backend-module-gitea', 1],
    ['puppetdb', 'component:default/devtools-plugin-catalog-backend-module-puppetdb', 1],
    ['msgraph', 'component:default/devtools-plugin-catalog-backend-module-msgraph', 1],
    ['catalog graph', 'component:default/devtools-plugin-catalog-graph', 1],
    ['argocd', 'resource:default/argocd', 1],
    ['ArgoCD', 'resource:default/argocd', 1],
    ['keycloak', 'resource:default/keycloak', 1],
    ['key cloak', 'resource:default/keycloak', 1],
    ['postgres', 'resource:default/pgdb', 1],
    ['pgdb', 'resource:default/pgdb', 1],
    ['s3', 'resource:default/obc', 1],
    ['storage bucket', 'resource:default/obc', 3],
    ['red hat hub', 'system:default/rhdh', 3],
    ['rhdh', 'system:default/rhdh', 3],
    ['janus', 'system:default/janus-idp', 1],
    ['tekton', 'plugin:rhdh/tekton', 3],
    ['pagerduty', 'plugin:rhdh/pagerduty', 1],
    ['PagreDuty', 'plugin:rhdh/pagerduty', 3],
    ['servicenow', 'plugin:rhdh/servicenow', 3],
    ['tech radar', 'plugin:rhdh/tech-radar', 1],
    ['rbac', 'plugin:rhdh/rbac', 1],
    ['spring boot', 'template:default/springboot-template', 1],
    ['springboot', 'template:default/springboot-template', 1],
    ['react ssr', 'template:default/react-ssr-template', 1],
    ['rails', 'template:default/rails-demo', 1],
    ['template rails', 'template:default/rails-demo', 1],
    ['mui bui', 'airesource:default/mui-to-bui-migration', 1],
    ['mtbm', 'airesource:default/mui-to-bui-migration', 1],
    ['openapi server', 'airesource:default/onboard-to-openapi-server', 1],
    ['graphql', 'api:default/demo-graphql', 1],
    ['mcp', 'api:default/github-mcp-server', 3],
    ['analysis cli', 'component:default/analysis-platform-cli', 1],
    ['anaylsis platform', 'system:default/analysis-platform', 1],
  ] as const)('%s finds %s among the first %i', (query, ref, first) => {
    expect(refsFound(query, named).slice(0, first)).toContain(ref);
  });
});

describe('what is found better comes first', () => {
  it.each([
    [
      'a name, its beginning, a word of it, the beginning of a word, pieces, letters inside',
      'order',
      ['order', 'order-mails', 'new-order', 'new-orders', 'old-big-rder', 'reorder'],
    ],
    ['a slip of the finger comes last', 'cart', ['cart', 'shopping-cart', 'crat-tool']],
    [
      'the kind that people look for, of two found alike',
      'ledger',
      ['component:default/ledger', 'resource:default/ledger', 'location:default/ledger'],
    ],
    ['words in any order, diacritics or none', 'müller jörg', ['user:default/jorg-muller']],
    ['the words as they follow each other', 'catalog graph', ['catalog-graph', 'graph-of-the-catalog']],
  ] as const)('%s', (_, query, expected) => {
    const refs = expected.map((name) => (name.includes(':') ? name : `component:default/${name}`));
    const shuffled = namedEntities(refs.toReversed().map((ref) => [ref] as const));
    expect(refsFound(query, shuffled)).toEqual(refs);
  });

  it('does not offer slips where enough is found without', () => {
    const names = [
      'component:default/stock-api',
      'component:default/stock-db',
      'component:default/stock-web',
      'component:default/stick',
    ];
    expect(refsFound('stock', namedEntities(names.map((ref) => [ref])))).not.toContain('component:default/stick');
  });

  it('lifts what somebody starred, never above what is found better', () => {
    const all = namedEntities([
      ['component:default/orders'],
      ['component:default/orders-api'],
      ['component:default/orders-web'],
    ]);
    const lift = ({ ref }: { readonly ref: string }) => (ref.endsWith('web') ? 4 : 0);
    const found = rank(queryOf(wordsOf('orders')), all, lift).map(({ target }) => target.ref.slice(18));
    expect(found).toEqual(['orders', 'orders-web', 'orders-api']);
  });
});
