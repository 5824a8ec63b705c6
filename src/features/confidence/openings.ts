/**
 * The first time that somebody opens something that tells of the outcome before it is public: written down before the answer goes out,
 * so that an answer that could not be written down does not go out either. What tells of the outcome, the rule table's `outcome.ts` says.
 */
import { sql } from 'kysely';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import { earlyStates, outcomeActions, type Opening } from '../../core/policy/outcome.ts';
import { rests } from '../../core/policy/relations/roles.ts';
import { contextOf, personOf, transact, type Unit } from '../../core/process/unit.ts';
import { literals } from '../../platform/db/literals.ts';
import { askedIds } from '../../platform/http/asked-ids.ts';
import type { Services } from '../../platform/services.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** What this answer tells of, where its action alone does not say. */
    opens: ReadonlySet<Opening> | null;
  }
}

/** The years that the one page under embargo shows something of. */
const embargoed = (me: string) =>
  sql`select g.edition_id from role_grants g where g.person_id = ${me} and g.role = 'embargoReader'
    and ${rests('g', sql.ref('g.edition_id'))} is not true
    and exists (select from publications p where p.edition_id = g.edition_id and p.approved_at is not null and p.stopped_at is null)`;

/**
 * Writes down that the actor has opened `what` of the years that these ids belong to; without ids, of the year of the actor's seat.
 *
 * @returns whether it stands there now: not when there is nothing to see yet, or nothing early any more
 */
export async function recordOpening(unit: Unit, what: Opening, ids: readonly string[]): Promise<boolean> {
  const { trx, now } = unit;
  const me = personOf(unit);
  const list = sql`${[...ids]}::uuid[]`;
  const years = ids.length
    ? sql`select id from editions where id = any(${list})
        union select edition_id from nominations where id = any(${list})
        union select edition_id from meetings where id = any(${list})
        union select edition_id from motions where id = any(${list})
        union select edition_id from publications where id = any(${list})
        union select edition_id from frozen_results where id = any(${list})
        union select edition_id from letter_batches where id = any(${list})`
    : what === 'embargo'
      ? embargoed(me)
      : sql`(select h.edition_id from seat_holders h join editions e on e.id = h.edition_id
        where h.person_id = ${me} and h.until_at is null order by e.year desc limit 1)`;
  const states = literals(earlyStates(what));
  const early = sql`select e.id from editions e where e.state in (${states}) and e.id in (${years})`;
  const { rows } = await sql<{ edition_id: string }>`
    insert into outcome_openings (edition_id, person_id, what, first_at) select id, ${me}, ${what}, ${now} from (${early}) seen
    on conflict do nothing returning edition_id`.execute(trx);
  for (const { edition_id } of rows)
    unit.record({
      editionId: edition_id,
      subjectType: 'person',
      subjectId: me,
      event: 'openOutcome',
      payload: { what },
    });
  if (rows.length) return true;
  const known = await sql<{ is: boolean }>`select exists (select from outcome_openings o
    where o.person_id = ${me} and o.what = ${what} and o.edition_id in (${early})) as is`.execute(trx);
  return known.rows[0]?.is === true;
}

/** Registered on the root, after the sessions. */
export const outcomeOpenings = fp(
  async (app: FastifyInstance, { services: { db } }: { services: Services }) => {
    /** What this server knows to be written down: an open page asks again every few seconds. */
    const known = new Set<string>();
    app.decorateRequest('opens', null);
    app.addHook('onSend', (request, reply, payload, done) => {
      if (!request.actor || reply.statusCode !== 200) return done(null, payload);
      const { opens, method } = request;
      const what = method === 'GET' && outcomeActions[request.routeOptions.config.action ?? ''];
      if (what) return written(request, what);
      return opens?.size ? allWritten(request, opens) : done(null, payload);
    });
    async function allWritten(request: FastifyRequest, opens: ReadonlySet<Opening>): Promise<void> {
      for (const what of opens) await written(request, what);
    }
    async function written(request: FastifyRequest, what: Opening): Promise<void> {
      const { actor } = request;
      if (!actor?.personId) return;
      const ids = askedIds(request);
      const key = [actor.personId, what, ...ids].join(' ');
      if (known.has(key)) return;
      if (await transact(db, contextOf(request), (unit) => recordOpening(unit, what, ids))) known.add(key);
    }
  },
  { name: 'outcome-openings', dependencies: ['sessions'] },
);
