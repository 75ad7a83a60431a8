import { english } from '@text/format';
import * as text from '@text/problems';
import { address as addressWord, copy as copyOf } from '@text/ui';
import type { ProblemRow, ProblemRows } from '../../portal/views/problems.ts';
import { element, glyph } from './element.ts';

/** A problem with what the tables say of it. */
export interface Problem {
  readonly severity: ProblemRow[0];
  readonly code: ProblemRows['codes'][number];
  readonly repository: ProblemRows['repositories'][number] | undefined;
  readonly owner: string;
  readonly address: string;
  readonly addressUrl: string | undefined;
  readonly message: string;
  readonly hint: string;
  readonly entity: string;
  readonly entityUrl: string;
  readonly glyph: string;
}

/** Puts a row together with what the tables say of it. */
export const problemOf = (row: ProblemRow, tables: ProblemRows): Problem => {
  const [severity, codeIndex, repositoryIndex, ownerIndex, place, message, hint, entity, entityUrl, glyphName] = row;
  const code = tables.codes[codeIndex] as ProblemRows['codes'][number];
  const repository = tables.repositories[repositoryIndex];
  return {
    severity,
    code,
    repository,
    owner: tables.owners[ownerIndex] ?? '',
    address: [repository?.slug, place].filter(Boolean).join('/'),
    addressUrl: repository?.file && place ? repository.file + fileAddress(place) : undefined,
    message,
    hint: hint || code.fix,
    entity,
    entityUrl,
    glyph: glyphName,
  };
};

const fileAddress = (place: string): string => {
  const [, path = place, line] = /^(.*?)(?::(\d+)(?::\d+)?)?$/s.exec(place) ?? [];
  return path.split('/').map(encodeURIComponent).join('/') + (line ? `#L${line}` : '');
};

const words = { error: text.error, warning: text.warning, info: text.note };

/** One problem of the list: the same markup as `ProblemEntry.astro`. */
export const drawProblem = (problem: Problem): HTMLLIElement => {
  const { severity, code, address, addressUrl } = problem;
  const mark = element(
    'span',
    { class: `cb-severity cb-severity-${severity}`, title: words[severity] },
    glyph(severity === 'warning' ? 'problem' : severity),
    element('span', { class: 'cb-hidden' }, words[severity]),
  );
  const what = element(
    'div',
    english ? { lang: english } : {},
    element('a', { class: 'cb-strong', href: code.url, title: code.code }, code.title),
    element('p', {}, problem.message),
    element('p', { class: 'cb-hint' }, problem.hint),
  );
  const copy = element(
    'button',
    {
      class: 'cb-copy cb-live',
      type: 'button',
      'data-copy': address,
      'aria-label': copyOf(addressWord),
      title: copyOf(addressWord),
    },
    glyph('copy'),
  );
  const where = element(
    'p',
    { class: 'cb-address' },
    addressUrl ? element('a', { href: addressUrl }, address) : element('span', {}, address),
    copy,
  );
  const entity = element(
    'span',
    { class: 'cb-name' },
    glyph(problem.glyph),
    element('span', {}, element('a', { href: problem.entityUrl }, problem.entity)),
  );
  const place = element(
    'div',
    { class: 'cb-place' },
    ...(address ? [where] : []),
    ...(problem.entityUrl ? [entity] : []),
  );
  return element('li', { class: 'cb-problem' }, mark, what, place);
};
