import { expect, it } from 'vitest';
import { document } from '../catalog/repository-fixture.ts';
import { announcementsOf } from './home/announcements.ts';
import { homePage } from './home.ts';
import { filesOf, portalOf } from './machine/machine-fixture.ts';
import { teamsDataFiles } from './personal/teams-data.ts';
import type { TeamRow } from './views/teams-data.ts';

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);

it('shows a part of a large catalog, and leads to all of it', () => {
  const portal = portalOf([
    ...numbers(300).map((at) => document('Domain', `d${at}`, ['owner: t0'])),
    // The later a domain, the more systems it has.
    ...numbers(900).map((at) => document('System', `s${at}`, ['owner: t1', `domain: d${at < 600 ? 299 : at % 300}`])),
    ...numbers(500).map((at) => document('Group', `t${at}`, ['type: team', 'children: []'])),
    ...numbers(20).map((at) => document('System', `loose${at}`, [`owner: t${at + 2}`])),
  ]);
  const home = homePage(portal);
  expect(home.domains).toHaveLength(9);
  expect(home.domains.map(({ systems }) => systems.length).every((length) => length <= 8)).toBe(true);
  expect(home.domains.map(({ title }) => title)).toContain('d299');
  expect(home.domains.find(({ title }) => title === 'd299')?.more).toEqual({
    text: 'and 593 more systems',
    url: '/p/catalog/default/domain/d299/',
  });
  expect(home.domains.at(-1)).toMatchObject({
    title: 'Other systems',
    more: { text: 'and 12 more systems', url: '/p/catalog/system/' },
  });
  expect(home.moreDomains).toEqual({ text: 'All 300 domains', url: '/p/catalog/domain/' });
  expect(home.teams).toHaveLength(8);
  expect(home.moreTeams).toEqual({ text: 'All 500 teams', url: '/p/catalog/group/' });
  // With its markup, a page is some three times its data.
  expect(JSON.stringify(home).length).toBeLessThan(40_000);
});

it('tells announcements the same on every day, sanitised, with days in words and addresses that are safe', () => {
  const portal = portalOf([document('Domain', 'd', ['owner: t'])], {
    announcements: [
      { title: 'A', text: 'See **this** <script>alert(1)</script>', from: '2026-12-18', until: '2027-01-04' },
      { title: 'B', from: '2026-12-18', until: '2026-12-18', url: 'docs/x/?a=1#b' },
      { title: 'C', until: '2026-12-18', url: 'https://status.example.com' },
      { title: 'D', from: '2026-12-18' },
    ],
  });
  const [a, b, c, d] = announcementsOf(portal);
  expect(a).toMatchObject({ html: '<p>See <strong>this</strong> alert(1)</p>', days: '18 Dec 2026 to 4 Jan 2027' });
  expect(b).toMatchObject({ url: '/p/docs/x/?a=1#b', days: '18 Dec 2026' });
  expect(c).toMatchObject({ url: 'https://status.example.com/', days: 'until 18 Dec 2026' });
  expect(d?.days).toBe('from 18 Dec 2026');
  expect(new Set([a, b, c, d].map((item) => item?.id)).size).toBe(4);
  expect(announcementsOf(portal)).toEqual([a, b, c, d]);
});

it('knows what a team and its child teams own, and what is wrong with it, each once', () => {
  const portal = portalOf([
    document('Group', 'company', ['type: company', 'children: [team]']),
    document('Group', 'team', ['type: team', 'children: [company]']),
    document('Group', 'alone', ['type: team', 'children: []']),
    document('Domain', 'a', ['owner: team']),
    document('Domain', 'b', ['owner: company']),
    document('System', 'c', ['owner: team', 'domain: nowhere']),
  ]);
  const rows = JSON.parse(filesOf(portal, teamsDataFiles).get('api/teams.json') ?? '') as readonly TeamRow[];
  expect(rows.map(([ref, title]) => [ref, title])).toEqual([
    ['group:default/alone', 'alone'],
    ['group:default/company', 'company'],
    ['group:default/team', 'team'],
  ]);
  expect(rows.map(([, , owned]) => owned)).toEqual([0, 3, 3]);
  const problems = rows.map(([, , , errors, warnings]) => errors + warnings);
  expect(problems[2]).toBeGreaterThan(0);
  expect(problems[1]).toBe(problems[2]);
});
