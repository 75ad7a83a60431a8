import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDecision } from './parse-decision.ts';

const nygard = `# 2. Use queues between services

Date: 2016-02-12

## Status

Accepted

Amends [1. Record decisions](0001-record-decisions.md)

## Context

Status: this is not a status.
`;
const replaced = nygard.replace('Accepted', 'Superceded by [9. Use streams](0009-use-streams.md)');
const madr2 = `# Use Postgres

* Status: accepted <!-- optional -->
* Deciders: Rosa Lindholm, [@mira](https://example.org/mira) and Tomas
* Date: 12 March 2021

Technical Story: x

## Decision Drivers

* Date: 1999-01-01
`;
const madr4 = `---
status: "superseded by [ADR-0005](0005-example.md)"
date: 2024-05-01
decision-makers: [Rosa, Mira]
---

# Use Postgres
`;
const log4brains = `# Use Log4brains

- Status: proposed
- Date: 2021-01-13
- Tags: dev-tools
`;

describe('a decision record', () => {
  it.each([
    [
      '0002-use-queues.md',
      nygard,
      {
        number: 2,
        title: 'Use queues between services',
        status: 'Accepted',
        state: 'accepted',
        date: '2016-02-12',
        deciders: [],
      },
    ],
    [
      '0002-use-queues.md',
      replaced,
      {
        number: 2,
        title: 'Use queues between services',
        status: 'Superseded',
        state: 'superseded',
        date: '2016-02-12',
        deciders: [],
        successor: '0009-use-streams.md',
      },
    ],
    [
      '0003-use-postgres.md',
      madr2,
      {
        number: 3,
        title: 'Use Postgres',
        status: 'Accepted',
        state: 'accepted',
        date: '2021-03-12',
        deciders: ['Rosa Lindholm', '@mira', 'Tomas'],
      },
    ],
    [
      '0003-use-postgres.md',
      madr4,
      {
        number: 3,
        title: 'Use Postgres',
        status: 'Superseded',
        state: 'superseded',
        date: '2024-05-01',
        deciders: ['Rosa', 'Mira'],
        successor: '0005-example.md',
      },
    ],
    [
      '20210113-use-log4brains.md',
      log4brains,
      { title: 'Use Log4brains', status: 'Proposed', state: 'proposed', date: '2021-01-13', deciders: [] },
    ],
    [
      'ADR-7 Buy milk.md',
      '# ADR 7: Buy milk\n\n| Status | **Approved** |\n|---|---|\n',
      { number: 7, title: 'Buy milk', status: 'Approved', state: 'accepted', deciders: [] },
    ],
    [
      '0011-x.md',
      '---\nstatus: on hold until spring\nsuperseded-by: 12\n---\n# 3 services become one\n',
      {
        number: 11,
        title: '3 services become one',
        status: 'Superseded',
        state: 'superseded',
        deciders: [],
        successor: '12',
      },
    ],
    [
      'adr013-use-fetch.md',
      "---\ntitle: 'ADR013: [superseded] Proper use of fetch'\n---\n\n## Context\n",
      { number: 13, title: 'Proper use of fetch', status: 'Superseded', state: 'superseded', deciders: [] },
    ],
    ['0006-short.md', '# 3. Short title\n', { number: 6, title: 'Short title', state: 'other', deciders: [] }],
    [
      '0002-use-a-template.md',
      '# 2. Use a template\n',
      { number: 2, title: 'Use a template', state: 'other', deciders: [] },
    ],
    [
      '0012-x.md',
      '# A\n\n## Status\n\n- [ ] Proposed\n- [x] Rejected\n',
      { number: 12, title: 'A', status: 'Rejected', state: 'rejected', deciders: [] },
    ],
    ['0013-no-words.md', '', { number: 13, title: 'No words', state: 'other', deciders: [] }],
    [
      'why-we-left.md',
      'Why we left\n===\n\n**Status:** Waiting for the board\n',
      { title: 'Why we left', status: 'Waiting for the board', state: 'other', deciders: [] },
    ],
  ])('is read: %s', (name, text, decision) => {
    expect(parseDecision(name, text)).toEqual(decision);
  });

  it.each([
    ['README.md', nygard],
    ['template.md', madr2],
    ['adr-template.md', madr2],
    ['0000-template.md', madr2],
    ['0000-adr.md', '# [short title of solved problem and solution]\n'],
    ['overview.md', '# How we decide\n\nStatus: is a field of every record.\n'.replace('Status: is', 'The status is')],
  ])('is not %s', (name, text) => {
    expect(parseDecision(name, text)).toBeUndefined();
  });

  it('takes what a template lists for no status', () => {
    const text =
      '---\nstatus: "{proposed | rejected | accepted | superseded by [ADR-0005](0005-example.md)}"\ndate: YYYY-MM-DD\n---\n# A\n';
    expect(parseDecision('0001-a.md', text)).toEqual({ number: 1, title: 'A', state: 'other', deciders: [] });
  });

  it('never throws and is never slow, whatever stands in it', () => {
    const parts = fc.constantFrom(
      '---\n',
      '# ',
      'Status: ',
      '## Status\n',
      '`',
      '```\n',
      '<!--',
      '[a](',
      '|',
      '\n',
      '# '.repeat(300),
      ' '.repeat(5000),
      'superseded by ',
      '_'.repeat(2000),
      '__proto__: 1\n',
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 60 }), (text) => void parseDecision('0001-a.md', text.join(''))),
      { numRuns: 300 },
    );
  });
});
