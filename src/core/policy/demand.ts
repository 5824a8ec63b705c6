/** The rule table as a demand: what a refusal by it is called, in one place. */
import { problem } from '../../platform/http/problem.ts';
import { whyNot, type Action, type Judged, type Resource } from './policy.ts';

const called = { conflict: 'ballot/recused', state: 'process/not-now', relation: 'auth/forbidden' } as const;

/**
 * Refuses whoever may not do `action` with a row that they may know of.
 *
 * @throws ballot/recused in a conflict of interest; process/not-now when the right is there but the state is another;
 *   auth/forbidden otherwise
 */
export function demandAction<R extends Resource>(resource: R, action: Action<R>, row: Judged<R>): void {
  const why = whyNot(resource, action, row);
  if (why) throw problem(called[why.reason]);
}
