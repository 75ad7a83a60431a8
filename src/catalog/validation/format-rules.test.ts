import * as model from '@backstage/catalog-model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as rules from './format-rules.ts';

describe('format rules', () => {
  it.each([
    ['isObjectName', rules.isObjectName, model.KubernetesValidatorFunctions.isValidObjectName],
    ['isDnsLabel', rules.isDnsLabel, model.CommonValidatorFunctions.isValidDnsLabel],
    ['isDnsSubdomain', rules.isDnsSubdomain, model.CommonValidatorFunctions.isValidDnsSubdomain],
    ['isKindName', rules.isKindName, model.KubernetesValidatorFunctions.isValidKind],
    ['isApiVersion', rules.isApiVersion, model.KubernetesValidatorFunctions.isValidApiVersion],
    ['isLabelKey', rules.isLabelKey, model.KubernetesValidatorFunctions.isValidLabelKey],
    ['isLabelValue', rules.isLabelValue, model.KubernetesValidatorFunctions.isValidLabelValue],
    ['isTag', rules.isTag, model.makeValidator().isValidTag],
    ['isUrl', rules.isUrl, model.CommonValidatorFunctions.isValidUrl],
  ] as const)('%s agrees on any text', (_name, ours, theirs) => {
    const piece = fc.constantFrom(
      'a',
      'Z',
      '9',
      '-',
      '_',
      '.',
      '/',
      ':',
      '+',
      '#',
      ' ',
      'ß',
      '\n',
      'x'.repeat(62),
      'https://',
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(piece, { maxLength: 7 }).map((pieces) => pieces.join('')),
    );
    fc.assert(
      fc.property(text, (value) => {
        expect(ours(value)).toBe(theirs(value));
      }),
      { numRuns: 3000 },
    );
  });
});
