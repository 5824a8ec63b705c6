/** What the policy speaks of: a table with its relations, rules and the fields each reading action opens. */
import {
  ballotRelations,
  editionRelations,
  motionRelations,
  nominationRelations,
  oldApplicationRelations,
  serviceRelations,
} from './relations.ts';
import {
  ballotRules,
  editionRules,
  motionRules,
  nominationRules,
  oldApplicationRules,
  serviceRules,
} from './rules.ts';

/**
 * Fields are denied by default: a column opens to a reader only if an action that reveals it is named here.
 * A drift test fails on a column of the table that nobody classified (`[]` = never leaves the server).
 */
export const nomination = {
  table: 'nominations',
  relations: nominationRelations,
  rules: nominationRules,
  fields: {
    id: ['list', 'read', 'readDraft', 'readPublic'],
    edition_id: ['list', 'read', 'readDraft', 'readPublic'],
    state: ['list', 'read', 'readDraft'],
    version: ['list', 'read', 'readDraft'],
    applicant_kind: ['list', 'read', 'readDraft', 'readPublic'],
    organisation_name: ['list', 'read', 'readDraft', 'readPublic'],
    organisation_key: ['read', 'readDraft'],
    organisation_number: ['read', 'readDraft'],
    unit_name: ['list', 'read', 'readDraft', 'readPublic'],
    partners: ['list', 'read', 'readDraft', 'readPublic'],
    language: ['read', 'readDraft'],
    created_by: [],
    created_at: ['readDraft'],
    receipt_number: ['readDraft', 'read'],
    first_submitted_at: ['read', 'readDraft'],
    submitted_at: ['read', 'readDraft'],
    submission_count: ['read', 'readDraft'],
    return_due_at: ['read', 'readDraft'],
    return_reason: ['read', 'readDraft'],
    return_count: ['read', 'readDraft'],
    rejection_reason: ['read', 'readDraft'],
    withdrawn_at: ['read', 'readDraft'],
    extended_until: ['readDraft'],
  },
} as const;

export const edition = { table: 'editions', relations: editionRelations, rules: editionRules } as const;
export const ballot = { table: 'ballots', relations: ballotRelations, rules: ballotRules } as const;
export const motion = { table: 'motions', relations: motionRelations, rules: motionRules } as const;
export const oldApplication = {
  table: 'old_applications',
  relations: oldApplicationRelations,
  rules: oldApplicationRules,
} as const;
export const service = { table: null, relations: serviceRelations, rules: serviceRules } as const;

export const resources = { nomination, edition, ballot, motion, oldApplication, service } as const;
