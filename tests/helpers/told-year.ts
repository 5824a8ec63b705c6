/** A year whose nominated are decided and can be told in confidence; the fourth application belongs to somebody else. */
import { applyDue } from '../../src/features/due.ts';
import type { WholeBatch } from '../../src/features/letter-batches/schema.ts';
import type { NamingOut } from '../../src/features/namings/schema.ts';
import { ensurePerson } from '../../src/features/people/commands.ts';
import { approvePublication, preparePublication } from '../../src/features/publication/commands.ts';
import { addDays } from '../../src/platform/clock.ts';
import { playground, type Client } from './client.ts';
import { approvedStatements, datesOf, deliberatingYear } from './year.ts';

export const names = ['Ås helsehus', 'Zakken omsorgssenter', 'Ærfuglen sykehjem'];
export const [FIRST, SECOND] = names as [string, string];
export const OTHER = 'Aasen bofellesskap';
const texts = { nb: 'Fagjuryen fikk fire søknader.', nn: 'Fagjuryen fekk fire søknader.' };

/** The nominated are decided, with statements. */
export async function toldYear(t: Parameters<typeof playground>[0]) {
  const base = await playground(t);
  const { db, log } = base.services;
  const year = await deliberatingYear(db, [...names, OTHER]);
  const dates = await datesOf(db, year.id);
  const now = addDays(dates.finalists_at, -7);
  await base.setClock(now);
  const { id: outsider } = await year.as('system', now, (unit) =>
    ensurePerson(unit, { email: 'utenfor@example.no', name: 'Ute N. For', language: 'nb' }),
  );
  await db
    .updateTable('nomination_members')
    .set({ person_id: outsider })
    .where('nomination_id', '=', year.nominations[OTHER]!)
    .execute();
  const ids = names.map((name) => year.nominations[name]!);
  const decide = (finalists: readonly string[]) =>
    year.send('chair', now, 'decideFinalists', { decision: { finalists, reason: 'Drøftet' } });
  await decide(ids);
  await approvedStatements(db, year, [...names, OTHER], now);
  const people = {
    secretary: await base.as('secretary@example.no'),
    second: await base.as('second@example.no'),
    leader: await base.as('leader@example.no'),
    chair: await base.as('chair@example.no'),
    applicant: await base.as('applicant@example.no'),
    outsider: await base.as('utenfor@example.no'),
  };
  const words = { subject: 'Nytt om søknaden', body: 'Logg inn for å lese det, {navn}.' };
  const write = (over: object = {}, who = people.secretary) =>
    who.post(`/api/v1/editions/${year.id}/letter-batches`, {
      title: 'Fortrolig',
      recipients: { audience: 'nominated' },
      about: 'confidence',
      texts: { nb: words, nn: words },
      ...over,
    });
  const event = async (id: string, body: object, who: Client) => {
    const { version, recipientsHash: seen } = (
      await who.get(`/api/v1/letter-batches/${id}`)
    ).json<WholeBatch>();
    return who.post(`/api/v1/letter-batches/${id}/events`, { version, seen, ...body });
  };
  const tell = async () => {
    const { id } = (await write()).json<{ id: string }>();
    const sent = await event(id, { type: 'send' }, people.leader);
    if (sent.statusCode !== 200) throw new Error(sent.body);
    return id;
  };
  const naming = async (id = ids[0]!, who = people.applicant) =>
    (await who.get(`/api/v1/nominations/${id}/naming`)).json<NamingOut>();
  const answer = async (id: string, given: 'agreed' | 'declined', over: object = {}) =>
    people.applicant.send('PUT', `/api/v1/nominations/${id}/naming/answer`, {
      version: (await naming(id)).version,
      answer: given,
      ...over,
    });
  const publish = async (at = dates.finalists_at) => {
    const { id, version } = await year.as('secretary', now, (unit) =>
      preparePublication(unit, year.id, { kind: 'finalists', publishAt: at, texts }),
    );
    /** What is shown beside it now, as the page names it. */
    const shown = async () => {
      const { publications } = (await people.second.get(`/api/v1/editions/${year.id}/publications`)).json<{
        publications: { id: string; shown: string }[];
      }>();
      return publications.find((one) => one.id === id)!.shown;
    };
    const approve = async (seen?: string) => {
      const approval = { version, seen: seen ?? (await shown()) };
      return year.as('second', now, (unit) => approvePublication(unit, id, approval));
    };
    return { id, version, shown, approve };
  };
  const due = (at: Date) => applyDue({ db, log }, at);
  return {
    ...base,
    ...people,
    db,
    year,
    dates,
    now,
    ids,
    decide,
    write,
    event,
    tell,
    naming,
    answer,
    publish,
    due,
  };
}
export const problemOf = (answer: { json(): unknown }) =>
  (answer.json() as { type: string }).type.replace('urn:etikkprisen:problem:', '');

/** An answer without what is another each time. */
export const stable = ({ statusCode, body }: { statusCode: number; body: string }): string =>
  `${statusCode} ${body.replaceAll(/"(?:instance|requestId)":"[^"]*"|nonce="[^"]*"|<code>[^<]*<\/code>/g, '')}`;
