/**
 * That a juror asked for what is closed to them is written down (HAB-1, HAB-2): an application, a file of it or a ballot on it, before
 * they have answered for every applicant or while they are out of it. What the page itself leads away from is not: it says what to do.
 */
import { sql } from 'kysely';
import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';
import { beforeJury } from '../../core/policy/states.ts';
import { contextOf, personOf, transact, type Unit } from '../../core/process/unit.ts';
import { addMinutes } from '../../platform/clock.ts';
import { literals } from '../../platform/db/literals.ts';
import { askedIds } from '../../platform/http/asked-ids.ts';
import type { Services } from '../../platform/services.ts';

/** Whoever tries again within this time is written down once. Minutes. */
const ONCE_IN = 60;

/** Writes down what of these ids belongs to an application before the jury that is closed to the actor, who sits there. */
export async function recordRefused(unit: Unit, ids: readonly string[]): Promise<void> {
  const { trx, now } = unit;
  const me = personOf(unit);
  const list = sql`${[...ids]}::uuid[]`;
  const { rows } = await sql<{ id: string; edition_id: string; standing: string }>`
    select n.id, n.edition_id, juror_standing(${me}, n.id) as standing from nominations n
    where n.state in (${literals(beforeJury)})
      and n.id in (select unnest(${list}) union select nomination_id from documents where id = any(${list})
        union select nomination_id from ballots where id = any(${list}))
      and exists (select from seat_holders h join seats s on s.id = h.seat_id
        where h.edition_id = n.edition_id and h.person_id = ${me} and h.until_at is null and s.role <> 'deputy')
      and (juror_standing(${me}, n.id) <> 'free' or exists (select from nominations other where other.edition_id = n.edition_id
        and other.state in ('admitted', 'underReview', 'scored') and juror_standing(${me}, other.id) = 'undeclared'))
      and not exists (select from audit_events e join audit_details d on d.event_id = e.id
        where e.subject_id = n.id and e.event = 'refuseReading' and d.actor_id = ${me} and e.at > ${addMinutes(now, -ONCE_IN)})`.execute(
    trx,
  );
  for (const { id, edition_id, standing } of rows)
    unit.record({
      editionId: edition_id,
      subjectType: 'nomination',
      subjectId: id,
      event: 'refuseReading',
      payload: { standing },
    });
}

/** Registered on the root, after the sessions. */
export const refusedReading = fp(
  async (app: FastifyInstance, { services: { db } }: { services: Services }) => {
    app.addHook('onSend', (request, reply, payload, done) => {
      const { statusCode } = reply;
      // A ballot says "first answer for every application", which is a conflict with what has been done so far.
      const refused =
        statusCode === 403 ||
        statusCode === 404 ||
        (statusCode === 409 && request.routeOptions.config.action === 'ballot.read');
      const byJuror = refused && request.method === 'GET' && request.actor?.roles.includes('juror') === true;
      const ids = byJuror ? askedIds(request) : [];
      if (ids.length === 0) return done(null, payload);
      return transact(db, contextOf(request), (unit) => recordRefused(unit, ids));
    });
  },
  { name: 'refused-reading', dependencies: ['sessions'] },
);
