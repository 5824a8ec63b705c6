/** What the invented people of a practice do when they are told to: everything that waits for them just now. */
import { sql } from 'kysely';
import type { Unit } from '../../core/process/unit.ts';
import { dispatchBallot } from '../ballots/commands.ts';
import { saveScores } from '../ballots/commands-scores.ts';
import { myBallots, ownBallot, scaleOf, sheetOf } from '../ballots/queries.ts';
import { answerLink, openLink } from '../confirmations/commands.ts';
import { declare } from '../jury/commands.ts';
import { sendEvent } from '../nominations/commands.ts';
import { demoAssessment } from './assessments.ts';
import type { DemoPerson } from './personas.ts';
import { whatGoes, type Stage } from './stage.ts';

/** How much was done. */
export interface Played {
  sent: number;
  confirmed: number;
  declared: number;
  delivered: number;
}

export async function playOthers(stage: Stage, editionId: string, at: Date): Promise<Played> {
  return {
    sent: await sendDrafts(stage, editionId, at),
    confirmed: await confirmAll(stage, editionId, at),
    declared: await declareAll(stage, editionId, at),
    delivered: await deliverAll(stage, editionId, at),
  };
}

/** 1 when it went, 0 when the rules said no. */
const counted = async (stage: Stage, work: () => Promise<unknown>): Promise<number> =>
  (await whatGoes(stage, work)) ? 1 : 0;

type Waiting = DemoPerson & { subject: string };

async function sendDrafts(stage: Stage, editionId: string, at: Date): Promise<number> {
  const { rows } =
    await sql<Waiting>`select distinct on (n.id) n.id as subject, p.name, p.email from nominations n
    join nomination_members m on m.nomination_id = n.id and m.removed_at is null join people p on p.id = m.person_id
    where n.edition_id = ${editionId} and n.state in ('draft', 'returned') order by n.id, m.added_at`.execute(
      stage.trx,
    );
  let sent = 0;
  for (const { subject, ...person } of rows)
    sent += await counted(stage, () =>
      stage.as(person, at, (unit) => sendEvent(unit, subject, { event: { type: 'submit' } })),
    );
  return sent;
}

/** The links lie in letters that went nowhere. */
async function confirmAll(stage: Stage, editionId: string, at: Date): Promise<number> {
  const { rows } = await sql<{ token: string; name: string; title: string }>`
    select substring(l.body from '/bekreft/([A-Za-z0-9_-]+)') as token, c.name, c.title from confirmations c
    join nominations n on n.id = c.nomination_id join letters l on l.key = 'confirmation:' || c.id
    where n.edition_id = ${editionId} and c.answer is null and c.ended_at is null`.execute(stage.trx);
  let confirmed = 0;
  for (const { token, name, title } of rows)
    confirmed += await counted(stage, () =>
      stage.asService(at, async (unit) => {
        const { content } = await openLink(unit, token);
        await answerLink(unit, token, { answer: 'confirmed', name, title, seen: content.sha256 });
      }),
    );
  return confirmed;
}

async function declareAll(stage: Stage, editionId: string, at: Date): Promise<number> {
  const { rows } = await sql<Waiting>`select n.id as subject, p.name, p.email from seat_holders h
    join seats s on s.id = h.seat_id and s.role <> 'deputy' join people p on p.id = h.person_id
    join nominations n on n.edition_id = h.edition_id and n.state in ('admitted', 'underReview', 'scored')
    where h.edition_id = ${editionId} and h.until_at is null and h.confirmed_at is not null and not exists (select from standings st
      where st.nomination_id = n.id and st.person_id = h.person_id and st.standing <> 'undeclared') order by n.id, p.id`.execute(
    stage.trx,
  );
  let declared = 0;
  for (const { subject, ...person } of rows)
    declared += await counted(stage, () =>
      stage.as(person, at, (unit) => declare(unit, subject, { answer: 'none', grounds: [] })),
    );
  return declared;
}

async function deliverAll(stage: Stage, editionId: string, at: Date): Promise<number> {
  const { rows } =
    await sql<DemoPerson>`select p.name, p.email from seat_holders h join people p on p.id = h.person_id
    where h.edition_id = ${editionId} and h.until_at is null and exists (select from ballots b
      where b.edition_id = h.edition_id and b.person_id = p.id and b.state in ('assigned', 'started', 'reopened')) order by p.id`.execute(
      stage.trx,
    );
  let delivered = 0;
  for (const [juror, person] of rows.entries()) {
    const ballots = await stage.as(person, at, (unit) => myBallots(unit.trx, unit, editionId));
    for (const [i, { id, state }] of ballots.entries())
      if (['assigned', 'started', 'reopened'].includes(state))
        delivered += await counted(stage, () =>
          stage.as(person, at, (unit) => judge(unit, id, { juror, application: i, editionId })),
        );
  }
  return delivered;
}

async function judge(
  unit: Unit,
  id: string,
  { juror, application, editionId }: { juror: number; application: number; editionId: string },
): Promise<void> {
  await ownBallot(unit.trx, unit, { id });
  const { min, max } = await scaleOf(unit.trx, editionId);
  const sheet = await sheetOf(unit.trx, { id, edition_id: editionId });
  const given = sheet.map(({ criterionId, version, scored, kind, met }, criterion) => {
    const { score, assessment } = demoAssessment(juror % 7, application % 6, criterion % 7);
    // From the scale of the demonstration, 1 to 6, to that of the year.
    const scaled = Math.round(min + ((score - 1) / 5) * (max - min));
    return {
      criterionId,
      version,
      assessment,
      ...(scored ? { score: scaled } : {}),
      ...(kind === 'must' ? { met: met ?? true } : {}),
    };
  });
  await saveScores(unit, id, given);
  await dispatchBallot(unit, { id, event: { type: 'deliver' } });
}
