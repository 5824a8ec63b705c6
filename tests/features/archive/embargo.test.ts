/** Before a year is over: nothing of the outcome goes to an archive, whoever takes it out; and what was withdrawn is only said to have come. */
import t from 'tap';
import { checksums, texts, unpacked } from '../../helpers/archive.ts';
import { openCall } from '../../helpers/applying.ts';
import { taken } from '../../helpers/samples.ts';
import { names, toldYear } from '../../helpers/told-year.ts';

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
