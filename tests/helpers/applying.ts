/** An open call, and applications as people make them over the API. */
import { addDays } from '../../src/platform/clock.ts';
import type { NominationView } from '../../src/features/nominations/representation.ts';
import { playground, type Client, type Playground, type UploadedFile } from './client.ts';
import { datesOf, plannedYear, type Year } from './year.ts';

export interface OpenCall extends Playground {
  year: Year;
  dates: Awaited<ReturnType<typeof datesOf>>;
  /** Ten days into the call, where the clock stands. */
  during: Date;
  draft(person: Client, organisation?: string, rest?: object): Promise<NominationView>;
  /** Answers every question with `word: question`. */
  fillIn(person: Client, id: string, word?: string): Promise<void>;
  submit(person: Client, id: string, version?: number): Promise<NominationView>;
  /** Draft, answers, files, and sent in. */
  sent(
    person: Client,
    organisation?: string,
    rest?: { word?: string; files?: readonly UploadedFile[]; body?: object },
  ): Promise<NominationView>;
}

/** @param prepare what is to be done with the year before it is announced */
export async function openCall(
  t: Parameters<typeof playground>[0],
  settings: Record<string, string> = {},
  prepare: (year: Year) => Promise<unknown> = async () => {},
): Promise<OpenCall> {
  const play = await playground(t, settings);
  const { db } = play.services;
  const year = await plannedYear(db);
  await prepare(year);
  const dates = await datesOf(db, year.id);
  await year.send('secretary', addDays(dates.opens_at, -7), 'announce');
  const during = addDays(dates.opens_at, 10);
  await play.setClock(during);
  const call: OpenCall = {
    ...play,
    year,
    dates,
    during,
    async draft(person, organisation = 'Eigersund', rest = {}) {
      const body = { kind: 'municipality', organisation, language: 'nb', ...rest };
      return expect(201, await person.post(`/api/v1/editions/${year.id}/nominations`, body));
    },
    async fillIn(person, id, word = 'Etikk') {
      const { answers = [] } = expect<NominationView>(200, await person.get(`/api/v1/nominations/${id}`));
      const changes = answers
        .filter(({ kind }) => kind !== 'table' && kind !== 'choices')
        .map(({ id: field, kind, label, version }) => [
          field,
          { value: kind === 'tick' ? 'yes' : `${word}: ${label}`, version },
        ]);
      const answered = { answers: Object.fromEntries(changes) };
      expect(200, await person.send('PATCH', `/api/v1/nominations/${id}/answers`, answered));
    },
    async submit(person, id, version = 0) {
      return expect(200, await person.post(`/api/v1/nominations/${id}/events`, { type: 'submit', version }));
    },
    async sent(person, organisation = 'Eigersund', { word, files = [], body } = {}) {
      const { id, version } = await call.draft(person, organisation, body);
      await call.fillIn(person, id, word);
      if (files.length) expect(201, await person.upload(`/api/v1/nominations/${id}/documents`, files));
      return call.submit(person, id, version);
    },
  };
  return call;
}

/** What came back, or what it said instead. */
function expect<T>(status: number, answer: { statusCode: number; body: string; json(): unknown }): T {
  if (answer.statusCode !== status) throw new Error(`${answer.statusCode}: ${answer.body}`);
  return answer.json() as T;
}
