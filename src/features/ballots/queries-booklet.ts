import type { Kysely } from 'kysely';
import type { Reader } from '../../platform/actor.ts';
import { atOneMoment } from '../../platform/db/moment.ts';
import type { DB } from '../../platform/db/types.ts';
import { applicantName } from '../../ui/text/format.ts';
import { latestSubmissions } from '../nominations/queries.ts';
import { documentsRead } from '../reading/queries-document.ts';
import { BOOKLET_PAGES, type Booklet } from './schema-booklet.ts';
import { myBallots, scaleOf, sheetOf } from './queries.ts';

/** The applications that the juror has a ballot on and may read, none that they are out of or have not answered for; as they are at one moment. */
export const bookletOf = (db: Kysely<DB>, reader: Reader, year: Year): Promise<Booklet> =>
  atOneMoment(db, (trx) => readBooklet(trx, reader, year));

interface Year {
  edition_id: string;
  year: number;
}
async function readBooklet(db: Kysely<DB>, reader: Reader, { edition_id, year }: Year): Promise<Booklet> {
  const { actor, now } = reader;
  const ballots = await myBallots(db, reader, edition_id);
  const [first] = ballots;
  const ids = ballots.map(({ nomination_id }) => nomination_id);
  const submissions = await latestSubmissions(db, reader, ids);
  const documents = Map.groupBy(
    await documentsRead(db, reader, ids, BOOKLET_PAGES),
    ({ nomination_id }) => nomination_id,
  );
  return {
    year,
    reader: actor?.name || (actor?.email ?? ''),
    madeAt: now,
    applications: ballots.flatMap(({ nomination_id: id, organisation_name, unit_name }) => {
      const found = submissions.get(id);
      const name = applicantName(organisation_name, unit_name);
      return found ? [{ id, name, ...found, read: documents.get(id) ?? [] }] : [];
    }),
    criteria: first ? await sheetOf(db, { id: first.id, edition_id }) : [],
    scale: await scaleOf(db, edition_id),
  };
}
