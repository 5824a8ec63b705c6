/** Those who run a year, or approve what is published of it, work on no application to it (decision 154): whichever came first. */
import t from 'tap';
import { startNomination } from '../../../src/features/nominations/commands.ts';
import { inviteColleague } from '../../../src/features/nominations/members.ts';
import { giveRole } from '../../../src/features/people/commands-roles.ts';
import { ensurePerson } from '../../../src/features/people/commands.ts';
import { addDays } from '../../../src/platform/clock.ts';
import { Problem } from '../../../src/platform/http/problem.ts';
import { playground, type Playground } from '../../helpers/client.ts';
import { granted } from '../../helpers/granted.ts';
import { datesOf, plannedYear, type Year } from '../../helpers/year.ts';

const apart = 'urn:etikkprisen:problem:role/runs-the-year';
const about = { kind: 'municipality', organisation: 'Modum', key: 'kommune:3316', language: 'nb' } as const;

/** The call is open, and the applicant has begun. */
async function openCall(play: Playground): Promise<{ year: Year; now: Date; id: string }> {
  const { db } = play.services;
  const year = await plannedYear(db);
  const { opens_at } = await datesOf(db, year.id);
  await year.send('secretary', addDays(opens_at, -1), 'announce');
  const now = addDays(opens_at, 5);
  await play.setClock(now);
  const { id } = await year.as('applicant', now, (unit) =>
    startNomination(unit, { editionId: year.id, ...about }),
  );
  await db
    .insertInto('role_grants')
    .values(granted(year.people.other.personId!, 'administrator', opens_at))
    .execute();
  return { year, now, id };
}

t.test('first the role: whoever has it neither begins nor is invited', async (t) => {
  const play = await playground(t);
  const { year, id } = await openCall(play);
  const { db } = play.services;
  const applicant = await play.as('applicant@example.no');
  const before = await db.selectFrom('nomination_members').selectAll().execute();

  for (const who of ['secretary', 'leader']) {
    const email = `${who}@example.no`;
    const begun = await (await play.as(email)).post(`/api/v1/editions/${year.id}/nominations`, about);
    t.equal(begun.statusCode, 409, begun.body);
    t.equal(begun.json().type, apart);

    const page = await applicant.post(`/soknad/${id}/medarbeidere`, { email });
    t.equal(page.statusCode, 409);
    t.match(page.body, 'Søker og sekretariat må være ulike personer');
    t.match(page.body, `value="${email}"`, 'what was typed stands there');
    const over = await applicant.post(`/soknad/${id}/medarbeidere`, { email, leave: 'yes' });
    t.equal(over.statusCode, 409, 'nor is it handed over to them');
  }
  t.same(await db.selectFrom('nomination_members').selectAll().execute(), before);
  t.same(await db.selectFrom('letters').select('id').where('template', '=', 'colleagueAdded').execute(), []);
  const insert = db.insertInto('nomination_members').values({
    nomination_id: id,
    person_id: year.people.secretary.personId!,
    added_by: year.people.applicant.personId!,
    added_at: new Date(),
  });
  await t.rejects(insert.execute(), { message: 'whoever runs a year does not apply to it' });
  t.same(play.errors, []);
});

t.test('first the application: its people get no such role, until they are out of it', async (t) => {
  const play = await playground(t);
  const { year, now, id } = await openCall(play);
  const { db } = play.services;
  const admin = await play.as('other@example.no');
  const applicant = await play.as('applicant@example.no');
  const personId = year.people.applicant.personId!;

  for (const role of ['secretary', 'leader'])
    for (const editionId of [year.id, null]) {
      const given = await admin.post('/api/v1/people', { email: 'applicant@example.no', role, editionId });
      t.equal(given.statusCode, 409, given.body);
      t.equal(given.json().type, apart);
    }
  const raw = db.insertInto('role_grants').values(granted(personId, 'leader', now));
  await t.rejects(raw.execute(), { message: 'whoever applies to a year does not run it' });

  t.equal(
    (await applicant.post(`/soknad/${id}/medarbeidere`, { email: 'kollega@modum.example', leave: 'yes' }))
      .statusCode,
    303,
  );
  const given = await admin.post('/api/v1/people', {
    email: 'applicant@example.no',
    role: 'secretary',
    editionId: year.id,
  });
  t.equal(given.statusCode, 201, given.body);
  t.same(play.errors, []);
});

t.test('both at the same moment: one of them', async (t) => {
  const play = await playground(t);
  const { year, now, id } = await openCall(play);
  const people = await year.as('system', now, async (unit) => {
    const made = [];
    for (let i = 0; i < 20; i++)
      made.push(await ensurePerson(unit, { email: `begge${i}@modum.example`, language: 'nb' }));
    return made;
  });
  const outcome = async (work: Promise<unknown>): Promise<boolean> =>
    work.then(
      () => true,
      (error: unknown) => {
        if (error instanceof Problem && error.type === 'role/runs-the-year') return false;
        if ((error as { constraint?: string }).constraint?.endsWith('_apart')) return false;
        throw error;
      },
    );
  const role = { role: 'secretary', editionId: year.id, until: null } as const;
  const won = await Promise.all(
    people.map(async ({ id: personId, email }) => {
      const both = await Promise.all([
        outcome(year.as('other', now, (unit) => giveRole(unit, personId, role))),
        outcome(year.as('applicant', now, (unit) => inviteColleague(unit, id, email))),
      ]);
      return both.filter(Boolean).length;
    }),
  );
  t.same(
    won,
    people.map(() => 1),
  );
});
