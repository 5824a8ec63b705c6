/**
 * THE PERMISSION TABLE. Who may do what, said once: compiled to a predicate (`can`) and to SQL (`scope`),
 * so that a page, a list, a search, a count, an export and a download cannot disagree. What is not here is refused.
 */
import type { OldApplicationRelation, ServiceRelation } from './relations.ts';
import type { Rules } from './rules/rule.ts';

export type { Rule, Rules } from './rules/rule.ts';
export { nominationRules } from './rules/nominations.ts';
export { editionRules } from './rules/editions.ts';
export { ballotRules, motionRules } from './rules/jury.ts';

/** What belongs to no row: the service as a whole. */
export const serviceRules = {
  managePeople: [{ by: 'administrator' }],
  createEdition: [{ by: 'secretaryOfAllYears' }],
  /** Make, enter and purge the practice edition. */
  practise: [{ by: 'secretary' }],
  apply: [{ by: 'signedIn' }],
  answerJoinRequests: [{ by: 'secretary' }],
  /** The regions and their advisers. */
  manageRegions: [{ by: 'secretary' }, { by: 'administrator' }],
  /** Applications of years that are over, as they came by mail or in the post. */
  keepOldApplications: [{ by: 'secretary' }],
  /** The years before the service. */
  importHistory: [{ by: 'secretary' }, { by: 'administrator' }],
  /** What people could not use, told without signing in: read it, and answer by letter. */
  answerBarriers: [{ by: 'secretary' }],
  seeLetters: [{ by: 'secretary' }],
  /** Deliver what counts on the days of a period, of every year that one may deliver. */
  archivePackage: [{ by: 'secretary' }],
  /** The log of what belongs to no year. Of people, roles and access keys in it only `readPeopleLog` tells. */
  readServiceLog: [{ by: 'administrator' }, { by: 'auditor' }, { by: 'secretary' }],
  readPeopleLog: [{ by: 'administrator' }, { by: 'auditor' }],
  /** What has had its time by the schedule, and erasing it. */
  seeRetention: [{ by: 'administrator' }, { by: 'auditor' }],
  runRetention: [{ by: 'administrator' }],
} satisfies Rules<ServiceRelation>;

/** One of them. Nobody learns that there are any by picking the name of an organisation. */
export const oldApplicationRules = {
  keep: [{ by: 'secretary' }],
  readOwn: [{ by: 'reader' }],
} satisfies Rules<OldApplicationRelation>;
