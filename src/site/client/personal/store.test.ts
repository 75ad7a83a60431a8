import { beforeEach, describe, expect, it, vi } from 'vitest';

/** A `localStorage` that can be full or forbidden. */
class Storage {
  readonly items = new Map<string, string>();
  room = Number.POSITIVE_INFINITY;
  getItem = (key: string): string | null => this.items.get(key) ?? null;
  removeItem = (key: string): boolean => this.items.delete(key);
  setItem = (key: string, value: string): void => {
    const others = [...this.items].filter(([name]) => name !== key).reduce((sum, [, text]) => sum + text.length, 0);
    if (others + value.length > this.room) throw new DOMException('full', 'QuotaExceededError');
    this.items.set(key, value);
  };
}

let storage: Storage;
let page: EventTarget;
let dataset: Record<string, string>;

const loadStore = async () => {
  vi.resetModules();
  return await import('./store.ts');
};
const keep = (name: string, value: unknown): void =>
  storage.setItem(`callboard:1:/portal/:${name}`, typeof value === 'string' ? value : JSON.stringify(value));

beforeEach(() => {
  storage = new Storage();
  page = new EventTarget();
  dataset = { base: '/portal/' };
  vi.stubGlobal('document', { documentElement: { dataset } });
  vi.stubGlobal('location', { origin: 'https://portal.example' });
  vi.stubGlobal('localStorage', storage);
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page));
});

describe('what the browser keeps', () => {
  it('gives and takes stars, and knows what they were called', async () => {
    const { listStarred, starred, toggleStar } = await loadStore();
    expect(toggleStar('component:default/orders', { title: 'Orders', glyph: 'service' })).toBe(true);
    expect(toggleStar('api:default/orders-api')).toBe(true);
    expect(listStarred()).toEqual([
      { ref: 'component:default/orders', title: 'Orders', glyph: 'service' },
      { ref: 'api:default/orders-api', title: 'orders-api', glyph: 'api' },
    ]);
    expect(toggleStar('component:default/orders')).toBe(false);
    expect([...starred()]).toEqual(['api:default/orders-api']);
    expect(toggleStar('<script>')).toBe(false);
    toggleStar('api:default/orders-api');
    expect(storage.items.size).toBe(0);
  });

  it('is apart from the portal at another base path, and reads what every page wrote', async () => {
    keep('starred', ['component:default/orders']);
    keep('recent', [
      ['/portal/docs/default/component/a/', 5, 'docs', 'A'],
      ['/portal/catalog/default/component/a/', 4, 'service', 'a'],
    ]);
    const { recent, starred } = await loadStore();
    expect([...starred()]).toEqual(['component:default/orders']);
    expect(recent()).toEqual([
      { path: '/portal/docs/default/component/a/', time: 5, glyph: 'docs', title: 'A' },
      {
        path: '/portal/catalog/default/component/a/',
        time: 4,
        glyph: 'service',
        title: 'a',
        ref: 'component:default/a',
      },
    ]);
    dataset['base'] = '/';
    expect(starred().size + recent().length).toBe(0);
  });

  it.each(['', 'nonsense', '{"length":3}', '7', 'null', '[null,7,[],[[]],{},["a"],["x:y"],"__proto__"]'])(
    'takes damaged data for nothing: %s',
    async (text) => {
      for (const name of ['starred', 'recent', 'teams', 'dismissed', 'density']) keep(name, text);
      const store = await loadStore();
      expect(store.listStarred()).toEqual([]);
      expect(store.recent()).toEqual([]);
      expect(store.myTeams().size).toBe(0);
      expect(store.density()).toBe('comfortable');
      expect(store.dismissed().size).toBeLessThanOrEqual(3);
      expect(store.toggleStar('component:default/orders')).toBe(true);
      expect(store.starred().size).toBe(1);
    },
  );

  it.each([
    'javascript:alert(1)',
    '//evil.example/portal/',
    'https://evil.example/portal/',
    '/other/',
    '/portal/../x',
    '/portal/?a',
    '/portal/\\evil',
  ])('never leads out of the portal: %s', async (path) => {
    keep('recent', [[path, 1, 'docs', 'Click me']]);
    const { recent } = await loadStore();
    expect(recent()).toEqual([]);
  });

  it('has an end', async () => {
    const { listStarred, myTeams, recent, setMyTeams, toggleStar } = await loadStore();
    keep(
      'recent',
      Array.from({ length: 99 }, (_, at) => [`/portal/${at}`, at, 'docs', 'x'.repeat(9999)]),
    );
    expect(recent().length).toBe(30);
    expect(recent()[0]?.title.length).toBe(300);
    for (let at = 0; at < 502; at += 1) toggleStar(`component:default/c-${at}`);
    expect(listStarred().length).toBe(500);
    expect(listStarred().at(-1)?.ref).toBe('component:default/c-501');
    setMyTeams(Array.from({ length: 200 }, (_, at) => `group:default/t-${at}`));
    expect(myTeams().size).toBe(100);
  });
});

describe('a browser that keeps nothing', () => {
  it('keeps values as long as the page when storing is forbidden', async () => {
    const forbidden = () => {
      throw new DOMException('no', 'SecurityError');
    };
    vi.stubGlobal('localStorage', { getItem: forbidden, setItem: forbidden, removeItem: forbidden });
    const { density, isKept, setDensity, setMyTeams, myTeams, starred, toggleStar } = await loadStore();
    expect(starred().size).toBe(0);
    toggleStar('component:default/orders');
    setMyTeams(['group:default/payments']);
    setDensity('compact');
    expect([...starred(), ...myTeams(), density(), dataset['density']]).toEqual([
      'component:default/orders',
      'group:default/payments',
      'compact',
      'compact',
    ]);
    expect(isKept()).toBe(false);
    toggleStar('component:default/orders');
    expect(starred().size).toBe(0);
  });

  it('gives up visits first when the place is full', async () => {
    keep('recent', [['/portal/a/', 1, 'docs', 'A']]);
    storage.room = [...storage.items.values()].join('').length + 5;
    const { isKept, recent, starred, toggleStar } = await loadStore();
    toggleStar('a:b/c');
    expect([starred().size, recent().length]).toEqual([1, 0]);
    storage.room = 0;
    toggleStar('component:default/orders');
    expect(starred().size).toBe(2);
    expect(isKept()).toBe(false);
  });
});

describe('changes', () => {
  it('are told here and from other tabs, until nobody listens', async () => {
    const { onChange, toggleStar } = await loadStore();
    let told = 0;
    const stop = onChange(() => {
      told += 1;
    });
    const storageEvent = (key: string | null) => page.dispatchEvent(Object.assign(new Event('storage'), { key }));
    toggleStar('component:default/orders');
    storageEvent('callboard:1:/portal/:starred');
    storageEvent('callboard:1:/:starred');
    storageEvent(null);
    page.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
    page.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: false }));
    expect(told).toBe(4);
    stop();
    toggleStar('component:default/orders');
    storageEvent(null);
    expect(told).toBe(4);
  });
});
