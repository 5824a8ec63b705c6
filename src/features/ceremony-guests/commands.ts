/**
 * Places at the ceremony, given in the order in which they are asked for. Whoever signs off is forgotten at once, and the next who waits
 * moves up and is told. Everything here locks the year first: nobody gets the same place as another.
 */
import { sql, type Kysely } from 'kysely';
import { personOf, type Unit } from '../../core/process/unit.ts';
import { realNow } from '../../platform/clock.ts';
import type { EventOf } from '../../core/process/events.ts';
import type { DB } from '../../platform/db/types.ts';
import { demandRoom, sourceHash } from '../../platform/http/open-form.ts';
import { problem, type ProblemError } from '../../platform/http/problem.ts';
import { newSecret } from '../../platform/secrets.ts';
import type { Lang } from '../../ui/text/index.ts';
import { lockEdition } from '../editions/queries.ts';
import { forget, type Outside } from '../retention/forgetting.ts';
import { tellGuest } from './letters.ts';
import { openSignup, settingsOf } from './queries.ts';
import { MOST, type NewSettings } from './schema.ts';

/**
 * @throws not-found, auth/forbidden, process/not-now; conflict/version; request/invalid with every field that is wrong
 */
export async function setSignup(unit: Unit, editionId: string, given: NewSettings): Promise<void> {
  const edition = await lockEdition(unit, editionId, 'keepGuests');
  const stored = await settingsOf(unit.trx, editionId);
  if (stored.version !== given.version) throw problem('conflict/version');
  const errors = faultsOf(given, edition.ceremony_at);
  if (errors.length > 0) throw problem('request/invalid', {}, errors);
  const values = {
    mode: given.mode,
    url: given.url?.trim() || null,
    text_nb: given.text?.nb.trim() ?? '',
    text_nn: given.text?.nn.trim() ?? '',
    places: given.places ?? null,
    closes_at: given.closesAt ?? null,
    version: given.version + 1,
    changed_by: personOf(unit),
    changed_at: unit.now,
  };
  await unit.trx
    .insertInto('ceremony_signups')
    .values({ edition_id: editionId, ...values })
    .onConflict((conflict) => conflict.column('edition_id').doUpdateSet(values))
    .execute();
  record(unit, editionId, 'setSignup', { mode: given.mode, places: given.places ?? null });
  await moveUp(unit, editionId);
}

function faultsOf({ mode, url = '', text, places, closesAt }: NewSettings, ceremonyAt: Date): ProblemError[] {
  const errors: ProblemError[] = [];
  const isUrl = url.trim().startsWith('https://') && URL.canParse(url.trim());
  if (mode === 'link' ? !isUrl : url.trim() !== '' && !isUrl)
    errors.push({ field: 'url', message: (t) => t.ceremonyGuests.faults.url });
  const [nb, nn] = [text?.nb.trim() ?? '', text?.nn.trim() ?? ''];
  if ((nb === '') !== (nn === ''))
    errors.push({
      field: nb === '' ? 'text.nb' : 'text.nn',
      message: (t) => t.ceremonyGuests.faults.bothForms,
    });
  if (mode !== 'form') return errors;
  if (places === undefined) errors.push({ field: 'places', message: (t) => t.fieldErrors.required });
  if (closesAt === undefined) errors.push({ field: 'closesAt', message: (t) => t.fieldErrors.required });
  else if (closesAt > ceremonyAt)
    errors.push({ field: 'closesAt', message: (t) => t.ceremonyGuests.faults.afterCeremony });
  return errors;
}

const record = (unit: Unit, editionId: string, event: EventOf<'ceremonyGuests'>, payload = {}): void =>
  unit.record({ editionId, subjectType: 'ceremonyGuests', subjectId: editionId, event, payload });

interface Asked {
  name: string;
  email: string;
  organisation?: string | undefined;
  needs?: string | undefined;
  language: Lang;
  /** From where, and the secret it is hashed with. */
  source: string;
  secret: string;
}

/**
 * A place, or the waiting list; a letter says which. An address that is there already stays as it is, in word and in deed.
 *
 * @throws process/not-now where nobody can sign up here now; request/too-many; request/invalid without a name
 */
export async function askPlace(unit: Unit, given: Asked): Promise<void> {
  const { trx, now } = unit;
  const name = given.name.trim();
  if (name === '')
    throw problem('request/invalid', {}, [{ field: 'name', message: (t) => t.fieldErrors.required }]);
  const email = given.email.trim().toLowerCase();
  const source = sourceHash(given.secret, given.source);
  const asked = await openSignup(trx, now);
  if (!asked) throw notOpen();
  const { editionId } = asked;
  const edition = await trx
    .selectFrom('editions')
    .selectAll()
    .where('id', '=', editionId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  // One after the other from here on: read again, for the secretariat may just have closed it.
  const open = await openSignup(trx, now);
  if (!open?.isOpen || open.editionId !== editionId) throw notOpen();
  await demandRoom(trx, 'ceremony_guests', { source, email }, MOST);
  const isFull = (await freePlaces(trx, editionId)) === 0;
  const token = newSecret();
  const row = await trx
    .insertInto('ceremony_guests')
    .values({
      edition_id: editionId,
      name,
      organisation: given.organisation?.trim() ?? '',
      email,
      language: given.language,
      needs: given.needs?.trim() ?? '',
      token,
      source_hash: source,
      asked_real_at: realNow(),
      asked_at: now,
      placed_at: isFull ? null : now,
    })
    .onConflict((conflict) => conflict.columns(['edition_id', 'email']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!row) return;
  const guest = { id: row.id, email, language: given.language, token, isWaiting: isFull };
  await tellGuest(unit, edition, guest, isFull ? 'ceremonyWaiting' : 'ceremonyPlace', 'asked');
}

const notOpen = () => problem('process/not-now', {}, [], (t) => t.ceremonyGuests.notOpen);

/** None where the sign-up is elsewhere by now. */
async function freePlaces(trx: Kysely<DB>, editionId: string): Promise<number> {
  const { rows } = await sql<{ free: number }>`
    select greatest(0, s.places - (select count(*) from ceremony_guests g where g.edition_id = s.edition_id and g.placed_at is not null))::int as free
    from ceremony_signups s where s.edition_id = ${editionId} and s.mode = 'form'`.execute(trx);
  return rows[0]?.free ?? 0;
}

/** A cancelled year may be archived long before its ceremony would have been. */
const over: readonly string[] = ['cancelled', 'archived'];

/** Whoever has waited longest gets what is free, and is told. The year is locked. */
async function moveUp(unit: Unit, editionId: string): Promise<void> {
  const { trx, now } = unit;
  const edition = await trx
    .selectFrom('editions')
    .selectAll()
    .where('id', '=', editionId)
    .executeTakeFirstOrThrow();
  const free = await freePlaces(trx, editionId);
  if (free === 0 || edition.ceremony_at <= now || over.includes(edition.state)) return;
  const next = await trx
    .selectFrom('ceremony_guests')
    .select(['id', 'email', 'language', 'token'])
    .where('edition_id', '=', editionId)
    .where('placed_at', 'is', null)
    .orderBy('asked_at')
    .orderBy('id')
    .limit(free)
    .execute();
  for (const { id, email, language, token } of next) {
    await trx.updateTable('ceremony_guests').set({ placed_at: now }).where('id', '=', id).execute();
    const guest = { id, email, language, token, isWaiting: false };
    await tellGuest(unit, edition, guest, 'ceremonyPlaceFree', 'place');
  }
}

/** Signs off by the link of a letter: nothing of it is kept. Whoever presses twice is signed off, and so is whoever was before. */
export async function leaveBy(unit: Unit, outside: Outside, token: string): Promise<void> {
  const found = () =>
    unit.trx
      .selectFrom('ceremony_guests')
      .select(['id', 'edition_id'])
      .where('token', '=', token)
      .executeTakeFirst();
  const seen = await found();
  if (!seen) return;
  await unit.trx.selectFrom('editions').select('id').where('id', '=', seen.edition_id).forUpdate().execute();
  const guest = await found();
  if (!guest) return;
  await forget(unit, outside, { rule: 'guests', subjects: [guest.id], by: 'themselves' });
  await moveUp(unit, guest.edition_id);
}

/** The secretariat signs somebody off. @throws not-found, auth/forbidden */
export async function removeGuest(
  unit: Unit,
  outside: Outside,
  { editionId, id }: { editionId: string; id: string },
): Promise<void> {
  await lockEdition(unit, editionId, 'keepGuests');
  const row = await unit.trx
    .selectFrom('ceremony_guests')
    .select('id')
    .where('id', '=', id)
    .where('edition_id', '=', editionId)
    .executeTakeFirst();
  if (!row) throw problem('not-found');
  await forget(unit, outside, { rule: 'guests', subjects: [id], by: 'office' });
  record(unit, editionId, 'removeGuest');
  await moveUp(unit, editionId);
}
