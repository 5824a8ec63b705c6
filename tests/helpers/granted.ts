/** Roles of the tests, straight into the table: with the rules of confidence confirmed, as everybody has them who is at work. */
import { CONFIDENCE_WORDING } from '../../src/core/policy/confidence.ts';
import type { GrantedRole } from '../../src/features/people/schema.ts';

/** The columns of confirmed rules. */
export const confirmed = (at: Date) => ({ confidence_at: at, confidence_wording: CONFIDENCE_WORDING });

/** A row of `role_grants`, for every year and without an end. */
export const granted = (personId: string, role: GrantedRole, from: Date) => ({
  person_id: personId,
  role,
  from_at: from,
  ...confirmed(from),
});
