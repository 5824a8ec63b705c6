/** Before a year is over: nothing of the outcome goes to an archive, whoever takes it out; and what was withdrawn is only said to have come. */
import t from 'tap';
import { ensurePerson } from '../../../src/features/people/commands.ts';
import { addDays } from '../../../src/platform/clock.ts';
import { checksums, texts, unpacked } from '../../helpers/archive.ts';
import { openCall } from '../../helpers/applying.ts';
import type { Client } from '../../helpers/client.ts';
import { granted } from '../../helpers/granted.ts';
import { taken } from '../../helpers/samples.ts';
import { names, stable, toldYear } from '../../helpers/told-year.ts';

t.test('a year with a decision gives the same package as one without (OFF-5)', async (t) => {
  const site = await toldYear(t);
  const { year, secretary } = site;
  const taken_ = async () => (await secretary.post(`/api/v1/editions/${year.id}/archive-package`)).rawPayload;
  const decided = await taken_();
  const { messages, contents } = await unpacked(decided);
  t.ok(messages.size > names.length);
  t.same(new Set(contents.cases[0]!.records.map(({ kind }) => kind)), new Set(['application']));
  for (const xml of messages.values())
    for (const name of names) t.notMatch(texts(xml, '//a:offentligTittel')[0], name);
  await year.send('chair', site.now, 'retractFinalists', { reason: 'Feil' });
  t.ok(decided.equals(await taken_()), 'byte for byte');
  t.equal((await secretary.get(`/api/v1/editions/${year.id}/archive`)).json().isOver, false);
  t.match((await secretary.get(`/sekretariat/${year.id}/arkiv`)).body, 'Prisåret er ikke over');
});

t.test(
  'the nominated are public: a decided winner changes nothing for whoever may not see one',
  async (t) => {
    const site = await toldYear(t);
    const { year, ids, applicant, outsider, secretary } = site;
    await (await site.publish()).approve();
    const now = addDays(site.dates.finalists_at, 1);
    await site.due(now);
    await site.setClock(now);
    const administrator = await invited('systemansvarlig@example.no', 'administrator');
    const reader = await invited('statsrad@example.no', 'embargoReader');
    const newcomer = await site.as('ny@example.no');
    const outside = { 'passer-by': site.anyone, applicant, outsider, administrator, reader, newcomer };
    const everyone = { ...outside, secretary };

    /** Who is told what, at every address of the year, of its applications and of what goes to an archive. */
    async function told(): Promise<Map<string, string>> {
      const answers = new Map<string, string>();
      for (const [who, client] of Object.entries(everyone)) {
        for (const url of who === 'secretary' ? [] : reading) {
          const answer = await client.get(url, url.startsWith('/api') ? {} : { accept: 'text/html' });
          // Who may change the year is told how often it was changed: that tells of no name.
          const text = stable(answer).replace(
            who === 'administrator' && url.endsWith(year.id) ? /"version":\d+/ : /(?!)/,
            '',
          );
          answers.set(`${who} GET ${url}`, `${answer.headers.etag} ${text}`);
        }
        for (const [url, body] of taking) {
          const answer = await client.post(url, body);
          const bytes = answer.statusCode === 200 ? answer.rawPayload.toString('base64') : stable(answer);
          answers.set(`${who} POST ${url}`, bytes);
        }
      }
      return answers;
    }
    const applications = Object.values(year.nominations);
    const reading = [
      ...['', '/archive', '/decisions'].map((of) => `/api/v1/editions/${year.id}${of}`),
      `/sekretariat/${year.id}`,
      `/sekretariat/${year.id}/arkiv`,
      '/sekretariat/arkiv',
      `/prisen/${year.year}`,
      ...applications.flatMap((id) => [
        `/api/v1/nominations/${id}`,
        `/soknad/${id}`,
        `/sekretariat/soknad/${id}`,
        `/sekretariat/soknad/${id}/arkiv`,
      ]),
    ];
    const period = { from: `${year.year}-01-01`, to: `${year.year}-12-31` };
    const taking: [string, object][] = [
      [`/api/v1/editions/${year.id}/archive-package`, {}],
      ['/api/v1/archive-packages', period],
      [`/sekretariat/${year.id}/arkiv.zip`, {}],
      ['/sekretariat/arkiv.zip', period],
      ...applications.map((id): [string, object] => [`/api/v1/nominations/${id}/archive-package`, {}]),
      ...applications.map((id): [string, object] => [`/sekretariat/soknad/${id}/arkiv.zip`, {}]),
    ];
    const decisions = async () => (await secretary.get(`/api/v1/editions/${year.id}/decisions`)).body;
    const decide = async (winner: string | undefined, honourableMentions: (string | undefined)[] = []) =>
      year.send('chair', now, 'decideWinner', {
        decision: { winner, honourableMentions, reason: 'Drøftet' },
      });

    const [open, openDecisions] = [await told(), await decisions()];
    await decide(ids[0]);
    const [one, oneDecision] = [await told(), await decisions()];
    t.not(oneDecision, openDecisions, 'whoever may see it does');
    await year.send('chair', now, 'retractWinner', { reason: 'På nytt' });
    await decide(ids[1], [ids[2]]);
    t.not(await decisions(), oneDecision);
    const other = await told();
    const read = [...open].filter(([, answer]) => /^\S+ 200 /.test(answer));
    t.ok(read.length > 10, `${open.size} answers, ${read.length} of them pages that are shown`);
    for (const [address, answer] of open) {
      t.equal(one.get(address), answer, `${address}: as before the decision`);
      t.equal(other.get(address), answer, `${address}: the same with another winner`);
    }

    async function invited(email: string, role: 'administrator' | 'embargoReader'): Promise<Client> {
      const { id } = await year.as('system', now, (unit) =>
        ensurePerson(unit, { email, name: email, language: 'nb' }),
      );
      const limits = role === 'embargoReader' && { edition_id: year.id, until_at: addDays(now, 365) };
      await site.db
        .insertInto('role_grants')
        .values({ ...granted(id, role, addDays(now, -1)), ...limits })
        .execute();
      return site.as(email);
    }
  },
);

t.test('drafts are not there, a withdrawn application says only that it came', async (t) => {
  const call = await openCall(t);
  const secretary = await call.as('secretary@example.no');
  const kari = await call.as('kari@eigersund.example');
  const odd = `Å <b>"Lund"</b> & Sønn's ]]> 🏳️‍🌈`;
  const gone = await call.sent(kari, 'Eigersund', { word: 'kanarifugl', files: [taken.pdf] });
  const stays = await call.sent(await call.as('ola@lund.example'), odd, {
    files: [{ ...taken.pdf, name: 'Plan & «tiltak» <2026> æøå.pdf' }],
    body: { kind: 'enterprise' },
  });
  const draft = await call.draft(await call.as('pia@draft.example'), 'Sirdal');
  const withdrawn = await kari.post(`/api/v1/nominations/${gone.id}/events`, {
    type: 'withdraw',
    version: gone.version,
  });
  t.equal(withdrawn.statusCode, 200, withdrawn.body);
  const all = await unpacked(
    (await secretary.post(`/api/v1/editions/${call.year.id}/archive-package`)).rawPayload,
  );
  const { told, found } = checksums(all);
  t.same(told, found);
  t.equal(all.messages.size, 3, 'the case and two records');
  const [theCase] = all.contents.cases;
  const folderFor = (id: string) => theCase!.records.find(({ key }) => key === id)!.folder;
  const xml = all.messages.get(folderFor(gone.id))!;
  t.same(texts(xml, '//a:antallFiler'), ['0']);
  t.match(texts(xml, '//a:merknadstekst')[1], /trukket/);
  t.match(theCase!.leftOut, [{ why: 'withdrawn' }]);
  for (const content of all.parts.values())
    t.notMatch(String(content), 'kanarifugl', 'nothing of what was withdrawn');
  const kept = all.messages.get(folderFor(stays.id))!;
  t.match(texts(kept, '//a:registrering/a:tittel')[0], odd);
  t.match(texts(kept, '//a:filnavn').at(-1), /æøå\.pdf$/);
  const own = await unpacked(
    (await secretary.post(`/api/v1/nominations/${gone.id}/archive-package`)).rawPayload,
  );
  t.equal(own.messages.size, 2);
  t.equal((await secretary.post(`/api/v1/nominations/${draft.id}/archive-package`)).statusCode, 409);
  t.equal(
    (await secretary.send('PUT', `/api/v1/nominations/${draft.id}/archive-number`, { number: '1' }))
      .statusCode,
    409,
  );
  t.match(
    (await secretary.get(`/sekretariat/${call.year.id}/arkiv`)).body,
    /Bare opplysningene, den er trukket/,
  );
});
