import { expect, it } from 'vitest';
import type { KnownNames } from '../../../portal/views/not-found.ts';
import { nearEntities } from './near.ts';
import { askedEntity, resolve } from './resolve.ts';

const refs = [
  'api:default/orders',
  'component:default/mail',
  'component:default/orders',
  'component:payments/ledger',
  'group:default/payments',
  'template:default/service',
];
const names: KnownNames = {
  refs,
  titles: { 1: 'Order mails', 4: 'Payments team' },
  kinds: { api: 'API', component: 'Component', group: 'Group', template: 'Template' },
  docs: { 2: 0, 1: 'component:default/orders' },
};

it.each([
  ['catalog/default/Component/Orders', '', 'catalog/default/component/orders/'],
  ['catalog/default/component/orders/docs', '', 'docs/default/component/orders/'],
  ['catalog/default/component/orders/docs/Runbooks/stuck.md', '', 'docs/default/component/orders/Runbooks/stuck/'],
  ['catalog/default/component/orders/dependencies', '', 'catalog/default/component/orders/#dependencies'],
  ['catalog/default/api/orders/definition', '', 'catalog/default/api/orders/#definition'],
  ['catalog/default/component/orders/ci-cd', '', 'catalog/default/component/orders/'],
  ['catalog/default/component/mail/docs', '', 'docs/default/component/orders/'],
  ['catalog/payments/component/ledger/docs', '', 'catalog/payments/component/ledger/'],
  ['catalog/Component/orders', '', 'catalog/default/component/orders/'],
  ['catalog/component/payments:ledger', '', 'catalog/payments/component/ledger/'],
  ['catalog/component:payments/ledger', '', 'catalog/payments/component/ledger/'],
  ['catalog/API', '?filters[type]=grpc', 'catalog/api/?filters[type]=grpc'],
  ['Catalog/Default/Group/Payments/index.html', '', 'catalog/default/group/payments/'],
  ['docs/default/Component/orders/Runbooks/stuck/', '', 'docs/default/component/orders/Runbooks/stuck/'],
  ['docs/default/Component/orders', '', 'docs/default/component/orders/'],
  ['create/templates/default/Service', '', 'catalog/default/template/service/'],
  ['api-docs/anything', '?filters[user]=all', 'catalog/api/?filters[user]=all'],
  ['catalog-graph/x', '?maxDepth=2', 'catalog-graph/?maxDepth=2'],
  ['Search', '?query=orders', 'search/?query=orders'],
  ['settings/auth-providers', '', 'settings/'],
  ['catalog-unprocessed-entities/failed', '', 'problems/'],
  ['devtools/config', '', 'status/'],
  ['catalog/default/component/gone', '', undefined],
  ['catalog/%E0%A4%A/component/x', '', undefined],
  ['nothing', '', undefined],
  ['', '', undefined],
])('leads a bookmark of /%s%s to %s', (path, query, target) => {
  expect(resolve(names, path, query)).toBe(target);
});

it.each([
  ['catalog/default/component/ordrs/', 'component:default/orders'],
  ['catalog/other/component/ledger/dependencies', 'component:payments/ledger'],
  ['catalog/default/component/payments/', 'group:default/payments'],
  ['docs/default/component/order-mail/setup/', 'component:default/mail'],
  ['teams/payments-team', 'group:default/payments'],
  ['catalog/default/api/orders-service', 'api:default/orders'],
])('offers near what /%s may have meant %s first', (path, ref) => {
  const [, kind, namespace, name] = /^(.*):(.*)\/(.*)$/.exec(ref) ?? [];
  const asked = askedEntity(names, path);
  const [first] = asked ? nearEntities(names, asked) : [];
  expect(first?.path).toBe(`catalog/${namespace}/${kind}/${name}/`);
});

it('offers nothing where nothing is near', () => {
  expect(nearEntities(names, { name: 'zzzzzzzz' })).toEqual([]);
  expect(nearEntities(names, { name: '' })).toEqual([]);
});
