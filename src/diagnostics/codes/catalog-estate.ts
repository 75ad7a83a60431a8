import type { CodeEntry } from '../code-entry.ts';

/** Codes of the `catalog` area about entities among each other: sound one by one, and yet not right together. */
export const catalogEstateCodes = {
  'catalog/no-owner': {
    severity: 'warning',
    title: 'Nobody owns it',
    why: 'Whoever has a question, or a problem with it at night, finds nobody to turn to.',
    fix: 'Name the team that answers for it in spec.owner.',
  },
  'catalog/owner-is-user': {
    severity: 'info',
    title: 'Owned by a person',
    why: 'People change teams and leave; teams outlive them. What belongs to a person is forgotten when they go.',
    fix: 'Name the team of that person in spec.owner.',
  },
  'catalog/owner-inferred': {
    severity: 'info',
    title: 'Owner from CODEOWNERS',
    why: 'CODEOWNERS says who reviews a file, which is not always who answers for what the file describes.',
    fix: 'Write spec.owner, so that it holds whatever CODEOWNERS says.',
  },
  'catalog/codeowner-unknown': {
    severity: 'warning',
    title: 'Owner from CODEOWNERS is not known',
    why: 'The descriptor names no owner, and whom CODEOWNERS names has no page: readers find nobody to turn to.',
    fix: 'Write spec.owner. Or add the team or person to the catalog, with the annotation that says what the host calls them: github.com/team-slug, github.com/user-login.',
  },
  'catalog/no-teams': {
    severity: 'warning',
    title: 'No teams in the catalog',
    why: 'Owners are named all over, and no page says who they are, what else they own or how to reach them.',
    fix: 'Describe teams (Group) and people (User) in the portal’s content/catalog, or let a source define them: allow: [Group, User] in callboard.yaml.',
  },
  'catalog/owner-left': {
    severity: 'warning',
    title: 'Owner is no longer there',
    why: 'The catalog lists people, and this owner is not among them: most likely they have left, and nobody took over.',
    fix: 'Name the team that answers for it now in spec.owner.',
  },
  'catalog/owner-without-members': {
    severity: 'warning',
    title: 'Owning team without members',
    why: 'The team owns things, but nobody is in it, while most other owning teams have members: nobody may be left to ask.',
    fix: 'Add the members of the team, or hand what it owns to a team that has some.',
  },
  'catalog/repeated-reference': {
    severity: 'info',
    title: 'Named twice',
    why: 'It counts once. Twice is a slip: perhaps something else was meant.',
    fix: 'Remove one of the two, or write what was meant.',
  },
  'catalog/cycle': {
    severity: 'warning',
    title: 'Part of itself',
    why: 'What is inside each other in a circle has no outermost part, so it has no place in any overview.',
    fix: 'Take one of the references out of the circle: the one that says what is not so.',
  },
  'catalog/depends-on-deprecated': {
    severity: 'warning',
    title: 'Production relies on something deprecated',
    why: 'What is deprecated will be switched off or no longer mended, and this will stop working with it.',
    fix: 'Move to what replaces it, or ask its owner when it ends.',
  },
  'catalog/api-without-provider': {
    severity: 'info',
    title: 'API that nobody provides',
    why: 'Readers cannot see what stands behind the API, and who depends on its consumers is not known.',
    fix: 'Add the API to providesApis of the component that implements it.',
  },
  'catalog/definition-type': {
    severity: 'warning',
    title: 'Definition of another type',
    why: 'The portal reads a definition by spec.type. With the wrong type it is shown as plain text, or not at all.',
    fix: 'Write the type that the definition has: openapi, asyncapi, graphql or grpc.',
  },
  'catalog/duplicate-key': {
    severity: 'warning',
    title: 'Keys that differ in capitals only',
    why: 'Backstage does not tell capitals apart here and refuses the entity.',
    fix: 'Keep one of the two keys.',
  },
} as const satisfies Record<`catalog/${string}`, CodeEntry>;
