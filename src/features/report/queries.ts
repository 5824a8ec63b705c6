/** Counts a year for the report to the ministry. What is not public of the outcome is not in it, whoever reads. */
import { sql, type Kysely } from 'kysely';
import { scope } from '../../core/policy/policy.ts';
import { nomination } from '../../core/policy/resources.ts';
import { viewerOf } from '../../core/process/unit.ts';
import type { Reader } from '../../platform/actor.ts';
import { atOneMoment } from '../../platform/db/moment.ts';
import type { DB } from '../../platform/db/types.ts';
import { demand, findEdition } from '../editions/queries.ts';
import { countyNames, countyOfNumber, placeOf } from '../nominations/registers.ts';
import { applicantKinds, type RenderedSubmission } from '../nominations/schema.ts';
import { pastEditions, publicYear, publicYears } from '../publication/public-queries.ts';
import type { Report } from './schema.ts';
import type { Lang } from '../../ui/text/index.ts';
import { applicantName } from '../../ui/text/format.ts';

/**
 * As it is at one moment, so that its numbers agree.
 *
 * @param lang of the questions and their options, where the year has them in it; else bokmål
 * @throws not-found, auth/forbidden
 */
export const reportOf = (
  db: Kysely<DB>,
  reader: Reader,
  editionId: string,
  lang: Lang = 'nb',
): Promise<Report> => atOneMoment(db, (trx) => counted(trx, reader, editionId, lang));

async function counted(db: Kysely<DB>, reader: Reader, editionId: string, lang: Lang): Promise<Report> {
  const edition = await findEdition(db, reader, editionId);
  demand(edition, 'manage');
  const all = await applicationsOf(db, editionId);
  const sent = all.filter(isSent);
  const publicly = await publicYear(db, reader.now, edition.year);
  const nominated = publicly?.outcome.nominated ?? [];
  const named = (outcome: string) =>
    nominated.filter((one) => one.outcome === outcome).map(({ name, unit }) => applicantName(name, unit));
  return {
    format: 'etikkprisen/year-report@1',
    year: edition.year,
    asOf: reader.now.toISOString(),
    applications: {
      sent: sent.length,
      admitted: sent.filter(({ state }) => !['submitted', 'returned', 'rejected'].includes(state)).length,
      rejected: sent.filter(({ state }) => state === 'rejected').length,
      withdrawn: all.filter(({ state, submission_count }) => state === 'withdrawn' && submission_count > 0)
        .length,
      drafts: await draftsOf(db, editionId, all),
    },
    kinds: applicantKinds.map((kind) => ({
      kind,
      count: sent.filter(({ applicant_kind }) => applicant_kind === kind).length,
    })),
    counties: countiesOf(sent),
    choices: await choicesOf(db, reader, editionId, lang),
    nominated: nominated.map(({ name, unit }) => applicantName(name, unit)),
    winner: named('winner')[0] ?? null,
    honourableMentions: named('honourableMention'),
    noAward: publicly?.outcome.winner?.noAward ?? false,
    isCancelled: await wasCancelled(db, editionId),
    ceremony: { at: edition.ceremony_at.toISOString(), place: edition.ceremony_place },
    earlier: await earlierYears(db, reader, edition.year),
  };
}

/** Also one that was never announced, of which the public knows nothing. */
async function wasCancelled(db: Kysely<DB>, editionId: string): Promise<boolean> {
  const { was } = await db
    .selectFrom('editions as e')
    .select(sql<boolean>`year_was_cancelled(e)`.as('was'))
    .where('e.id', '=', editionId)
    .executeTakeFirstOrThrow();
  return was;
}

/** Begun and never sent in, with those that the schedule of retention has erased. */
async function draftsOf(db: Kysely<DB>, editionId: string, all: readonly Counted[]): Promise<number> {
  const { erased } = await db
    .selectFrom('erasures')
    .select((eb) => eb.fn.countAll<string>().as('erased'))
    .where('edition_id', '=', editionId)
    .where('rule', '=', 'drafts')
    .executeTakeFirstOrThrow();
  return all.filter(({ submission_count }) => submission_count === 0).length + Number(erased);
}

const applicationsOf = (db: Kysely<DB>, editionId: string) =>
  db
    .selectFrom('nominations as n')
    .leftJoin('organisation_lookups as l', 'l.organisation_number', 'n.organisation_number')
    .select(['n.state', 'n.applicant_kind', 'n.organisation_key', 'n.submission_count'])
    .select(sql<string | null>`l.entry->>'municipality'`.as('municipality'))
    .where('n.edition_id', '=', editionId)
    .execute();
type Counted = Awaited<ReturnType<typeof applicationsOf>>[number];

const isSent = ({ state, submission_count }: Counted): boolean =>
  submission_count > 0 && state !== 'withdrawn';

/** By the register of places, or by where Enhetsregisteret says that the organisation lies. */
function countiesOf(sent: readonly Counted[]): Report['counties'] {
  const counts = new Map(countyNames.map((name) => [name, 0]));
  for (const { organisation_key, municipality } of sent) {
    const county = placeOf(organisation_key)?.county ?? (municipality && countyOfNumber(municipality)) ?? '';
    counts.set(county, (counts.get(county) ?? 0) + 1);
  }
  return [...counts].map(([county, count]) => ({ county, count }));
}

/**
 * From what was sent in last, in the words that the edition has. Only of applications that the reader may read; what the schedule
 * of retention has erased is counted beside them, as it has no answers any more.
 */
async function choicesOf(
  db: Kysely<DB>,
  { actor, now }: Reader,
  editionId: string,
  lang: Lang,
): Promise<Report['choices']> {
  const sent = await db
    .selectFrom('nominations as n')
    .innerJoin('submissions as s', 's.nomination_id', 'n.id')
    .distinctOn('n.id')
    .select(['s.rendered', 's.erased_at'])
    .where('n.edition_id', '=', editionId)
    .where('n.state', '<>', 'withdrawn')
    .where(scope(nomination, 'read', viewerOf(actor), now, 'n'))
    .orderBy('n.id')
    .orderBy('s.number', 'desc')
    .execute();
  const rows = sent.filter(({ erased_at }) => erased_at === null);
  const questions = await db
    .selectFrom('questions')
    .select(['id', 'texts', 'details'])
    .where('edition_id', '=', editionId)
    .where('kind', '=', 'choices')
    .orderBy('position')
    .execute();
  return questions.map(({ id, texts, details }) => {
    const labels = labelsOf(details, lang);
    const counts = new Map(labels.map(([label = '']): [string, number] => [label, 0]));
    for (const { rendered } of rows) {
      const answer = (rendered as RenderedSubmission).answers.find(({ question }) => question === id);
      if (answer?.content?.kind !== 'choices') continue;
      for (const chosen of answer.content.chosen) {
        const [label = chosen] = labels.find((words) => words.includes(chosen)) ?? [];
        counts.set(label, (counts.get(label) ?? 0) + 1);
      }
    }
    return {
      question: inLang(texts as Worded<{ label: string }>, lang).label,
      of: rows.length,
      erased: sent.length - rows.length,
      options: [...counts].map(([label, count]) => ({ label, count })).toSorted((a, b) => b.count - a.count),
    };
  });
}

type Worded<T> = { nb: T } & Partial<Record<Lang, T>>;
const inLang = <T>(texts: Worded<T>, lang: Lang): T => texts[lang] || texts.nb;

/** The words of each option: as it is called here first, then what applications in other forms call it. */
const labelsOf = (details: unknown, lang: Lang): string[][] =>
  (details as { options: { texts: Worded<string> }[] }).options.map(({ texts }) => [
    ...new Set([inLang(texts, lang), ...Object.values(texts)]),
  ]);

async function earlierYears(db: Kysely<DB>, { now }: Reader, year: number): Promise<Report['earlier']> {
  const past = await pastEditions(db);
  const own: Report['earlier'] = [];
  for (const { edition } of await publicYears(db, now))
    if (edition.year < year)
      own.push({
        year: edition.year,
        applications: (await applicationsOf(db, edition.id)).filter(isSent).length,
      });
  const known = past.flatMap(({ year: own, applications }) =>
    applications === null || own >= year ? [] : [{ year: own, applications }],
  );
  return [...own, ...known.filter((one) => own.every((other) => other.year !== one.year))].toSorted(
    (a, b) => b.year - a.year,
  );
}
