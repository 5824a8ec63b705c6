/** The regions: which counties, and who advises there. */
import { personOf, type Unit } from '../../core/process/unit.ts';
import { problem } from '../../platform/http/problem.ts';
import { cleanLine } from '../nominations/words.ts';
import { authoriseService, ensurePerson, letInAgain } from '../people/commands.ts';
import { regions } from './queries.ts';

export interface RegionChange {
  name: { nb: string; nn: string };
  counties: readonly string[];
  adviserName: string;
  /** Empty where there is no adviser. */
  adviserEmail: string;
  adviserPhone: string;
  version: number;
}

/**
 * Changes a region. A county that is named here leaves the region it was in. An adviser who is one no longer loses every draft.
 *
 * @throws auth/forbidden; not-found; conflict/version; request/invalid
 */
export async function changeRegion(unit: Unit, id: string, change: RegionChange): Promise<void> {
  const { trx } = unit;
  await authoriseService(unit, 'manageRegions');
  await trx.selectFrom('regions').select('id').orderBy('id').forUpdate().execute();
  const before = (await regions(trx)).find((region) => region.id === id);
  if (!before) throw problem('not-found');
  if (before.version !== change.version) throw problem('conflict/version');
  const adviser = await adviserOf(unit, change);
  await trx
    .updateTable('regions')
    .set({
      name: JSON.stringify({ nb: cleanLine(change.name.nb), nn: cleanLine(change.name.nn) }),
      adviser_id: adviser?.id ?? null,
      adviser_name: adviser ? cleanLine(change.adviserName) : '',
      adviser_email: adviser?.email ?? '',
      adviser_phone: adviser ? cleanLine(change.adviserPhone) : '',
      version: before.version + 1,
    })
    .where('id', '=', id)
    .execute();
  await trx.deleteFrom('region_counties').where('region_id', '=', id).execute();
  for (const county of new Set(change.counties))
    await trx
      .insertInto('region_counties')
      .values({ county, region_id: id })
      .onConflict((conflict) => conflict.column('county').doUpdateSet({ region_id: id }))
      .execute();
  unit.record({
    editionId: null,
    subjectType: 'region',
    subjectId: id,
    event: 'change',
    payload: { counties: [...new Set(change.counties)], adviserId: adviser?.id ?? null },
  });
  if (before.adviser && before.adviser.id !== adviser?.id) await endAccessOf(unit, before.adviser.id);
}

/** Name and address belong together. @throws request/invalid */
async function adviserOf(unit: Unit, { adviserName, adviserEmail }: RegionChange) {
  const [name, email] = [cleanLine(adviserName), adviserEmail.trim()];
  if (name === '' && email === '') return null;
  const errors = [
    ...(name === '' ? [{ field: 'adviserName', message: (t: Words) => t.fieldErrors.required }] : []),
    ...(/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)
      ? []
      : [{ field: 'adviserEmail', message: (t: Words) => t.guidance.regions.emailWrong }]),
  ];
  if (errors.length > 0) throw problem('request/invalid', {}, errors);
  const person = await ensurePerson(unit, { email, name, language: 'nb' });
  await letInAgain(unit, person);
  return person;
}
type Words = Parameters<Exclude<NonNullable<Parameters<typeof problem>[3]>, string>>[0];

/** Unless another region still has them. */
async function endAccessOf(unit: Unit, personId: string): Promise<void> {
  const { trx, now } = unit;
  if ((await regions(trx)).some(({ adviser }) => adviser?.id === personId)) return;
  const ended = await trx
    .updateTable('adviser_access as a')
    .from('nominations as n')
    .set({ ended_at: now, ended_by: personOf(unit) })
    .whereRef('n.id', '=', 'a.nomination_id')
    .where('a.person_id', '=', personId)
    .where('a.ended_at', 'is', null)
    .returning(['a.nomination_id', 'n.edition_id'])
    .execute();
  for (const { nomination_id, edition_id } of ended)
    unit.record({
      editionId: edition_id,
      subjectType: 'nomination',
      subjectId: nomination_id,
      event: 'endAccess',
      payload: { personId },
    });
}
