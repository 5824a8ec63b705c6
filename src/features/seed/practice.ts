/** A practice edition: the setup of a real year, played by invented people until its deadline is near. */
import type { Selectable } from 'kysely';
import type { Unit } from '../../core/process/unit.ts';
import { addDays, addMinutes, setDatabaseClock } from '../../platform/clock.ts';
import type { LetterTextsTable } from '../../platform/db/types.ts';
import { askConfirmation } from '../confirmations/commands.ts';
import { rulesFor, wantedFor } from '../confirmations/queries.ts';
import { insertEdition } from '../editions/commands.ts';
import type { EditionDraft } from '../editions/copy.ts';
import { dispatchEdition } from '../editions/flow.ts';
import { confirmConfidence } from '../jury/commands.ts';
import { fillSeat } from '../jury/commands-seats.ts';
import { saveAnswers, type Change } from '../nominations/answers.ts';
import { sendEvent, startNomination } from '../nominations/commands.ts';
import { fieldsOf } from '../nominations/fields.ts';
import { demoApplications, type DemoApplication } from './applications/index.ts';
import { attach } from './demo-applications.ts';
import { invitePeople, nameAdvisers } from './demo.ts';
import { seedHistory } from './history.ts';
import { inventedAnswers } from './practice-answers.ts';
import { demoJury, secretaries, type DemoPerson } from './personas.ts';
import { seedAdministrator } from './index.ts';
import { inOrder, whatGoes, type Act, type Stage } from './stage.ts';

/** What a real year gives to its practice: how it is set up, and nobody. */
export interface PracticeSource {
  year: number;
  draft: EditionDraft;
  letterTexts: Pick<Selectable<LetterTextsTable>, 'letter' | 'texts'>[];
}

/** Plays it on an empty database; the clock stands on the day before the deadline. What the rules refuse stays undone, and the page of the year says what is missing. */
export async function playPractice(
  stage: Stage,
  { year, draft, letterTexts }: PracticeSource,
): Promise<void> {
  const [opens, closes] = [draft.edition.opens_at, draft.edition.closes_at] as [Date, Date];
  await seedHistory(stage.trx, year - 1);
  await seedAdministrator(stage, addDays(opens, -60));
  await invitePeople(stage, addDays(opens, -59));
  await nameAdvisers(stage, addDays(opens, -58));
  const id = await stage.as(secretaries[0], addDays(opens, -50), async (unit) => {
    const made = await insertEdition(unit, year, draft, null);
    await keepLetterTexts(unit, made.id, letterTexts);
    return made.id;
  });
  await fillSeats(stage, id, addDays(opens, -40));
  const announced = await whatGoes(stage, () =>
    stage.as(secretaries[0], addDays(opens, -30), (unit) =>
      dispatchEdition(unit, { id, event: { type: 'announce' } }),
    ),
  );
  if (announced) await applyAll(stage, id, opens, closes);
  const at = announced ? addDays(closes, -1) : addDays(opens, -30);
  await setDatabaseClock(stage.trx, {
    at: at < opens && announced ? addMinutes(opens, 1) : at,
    running: true,
  });
}

async function keepLetterTexts(
  { trx, now, actor }: Unit,
  editionId: string,
  own: PracticeSource['letterTexts'],
): Promise<void> {
  if (own.length === 0 || !actor.personId) return;
  const written = { edition_id: editionId, version: 1, written_by: actor.personId, written_at: now };
  await trx
    .insertInto('letter_texts')
    .values(own.map(({ letter, texts }) => ({ ...written, letter, texts: JSON.stringify(texts) })))
    .execute();
}

/** Somebody invented on every seat: those of the demonstration, and as many more as it takes. */
async function fillSeats(stage: Stage, editionId: string, at: Date): Promise<void> {
  const seats = await stage.trx
    .selectFrom('seats')
    .select('id')
    .where('edition_id', '=', editionId)
    .orderBy('position')
    .execute();
  for (const [i, seat] of seats.entries()) {
    const person = demoJury[i]?.person ?? more(i);
    await stage.as(secretaries[0], addMinutes(at, i), (unit) =>
      fillSeat(unit, seat.id, { ...person, language: person.language ?? 'nb' }),
    );
    await stage.as(person, addMinutes(at, 60 + i), (unit) => confirmConfidence(unit, editionId));
  }
}

const more = (i: number): DemoPerson => ({
  name: `Oppdiktet Jurymedlem ${i + 1}`,
  email: `jury${i + 1}@etikkprisen.example`,
});

/** All begin and write; all but the last send in. Spread over the time there is, however short. */
async function applyAll(stage: Stage, editionId: string, opens: Date, closes: Date): Promise<void> {
  const step = (closes.getTime() - opens.getTime()) / 60_000 / 40;
  const acts = demoApplications.flatMap((application, i): Act[] => {
    const [first] = application.people;
    if (!first) return [];
    const ids: string[] = [];
    const person: DemoPerson = application.language === 'nn' ? { ...first, language: 'nn' } : first;
    const act = (steps: number, work: (unit: Unit, id: string) => Promise<unknown>): Act => {
      const at = addMinutes(opens, step * (i + steps));
      return {
        at,
        play: () => whatGoes(stage, () => stage.as(person, at, (unit) => work(unit, ids[0] ?? ''))),
      };
    };
    const { kind, organisation, unit: unitName, partners, language } = application;
    const begin = act(1, async (unit) => {
      const asked = { editionId, kind, organisation, unit: unitName, partners, language };
      ids.push((await startNomination(unit, asked)).id);
    });
    const rest = [
      act(8, (unit, id) => write(unit, id, editionId, application)),
      act(12, (unit, id) => attach(unit, stage, id, application.documents)),
      act(16, (unit, id) => askAll(unit, id, editionId, application)),
    ];
    const send = act(24, (unit, id) => sendEvent(unit, id, { event: { type: 'submit' } }));
    return [begin, ...rest, ...(i < demoApplications.length - 1 ? [send] : [])];
  });
  await inOrder(acts);
}

async function write(unit: Unit, id: string, editionId: string, application: DemoApplication): Promise<void> {
  const fields = await fieldsOf(unit.trx, { id, edition_id: editionId });
  const answers = inventedAnswers(fields, application);
  const changes: Record<string, Change> = {};
  for (const [i, { question, version }] of fields.entries())
    changes[question.id] = { value: answers[i] ?? '', version };
  await saveAnswers(unit, id, changes);
}

/** The leader and the partners are asked where the year wants it; their answers lie in the mailbox of the practice. */
async function askAll(unit: Unit, id: string, editionId: string, { leader }: DemoApplication): Promise<void> {
  const row = await unit.trx
    .selectFrom('nominations')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  for (const [i, { kind, organisation }] of (
    await wantedFor(unit.trx, row, await rulesFor(unit.trx, editionId))
  ).entries())
    await askConfirmation(unit, id, { kind, organisation, ...leader, email: `leder${i}@soker.example` });
}
