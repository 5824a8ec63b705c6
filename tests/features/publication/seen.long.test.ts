/** Whoever approves has seen the quotes and pictures that come out: what changes meanwhile is refused, said, and shown anew. */
import sharp from 'sharp';
import t, { type Test } from 'tap';
import { FIRST, SECOND, toldYear } from '../../helpers/told-year.ts';

async function prepared(t: Test) {
  const w = await toldYear(t);
  await w.tell();
  for (const id of w.ids) await w.answer(id, 'agreed');
  const quote = async (words: string, id = w.ids[0]!) => {
    const { version } = await w.naming(id);
    return w.applicant.send('PUT', `/api/v1/nominations/${id}/naming/quote`, {
      version,
      quote: words,
      quoted: words && 'Kari Leder',
    });
  };
  const picture = async (background: string, credit = 'Kari Foto', id = w.ids[1]!) => {
    const content = await sharp({ create: { width: 300, height: 200, channels: 3, background } })
      .jpeg()
      .toBuffer();
    const form = { version: `${(await w.naming(id)).version}`, alt: 'Fem ansatte', credit, consent: 'yes' };
    const file = { name: 'b.jpg', content };
    return w.applicant.upload(`/api/v1/nominations/${id}/naming/picture`, [file], form);
  };
  const publication = await w.publish();
  const here = `/sekretariat/${w.year.id}/offentliggjoring`;
  return { ...w, quote, picture, publication, here, one: `${here}/${publication.id}` };
}
const unmet = (answer: { statusCode: number; json(): unknown }) => {
  const { errors } = answer.json() as { errors: { requirement: string; message: string }[] };
  return errors.map(({ requirement }) => requirement);
};
const seenOn = (page: string) => /name="seen" value="([^"]*)"/.exec(page)?.[1];

t.test('through the API: each change is named, with whose it is', async (t) => {
  const w = await prepared(t);
  const approve = (seen?: string) =>
    w.second.post(`/api/v1/publications/${w.publication.id}/approval`, {
      version: w.publication.version,
      ...(seen === undefined ? {} : { seen }),
    });
  t.equal(await w.publication.shown(), '', 'nothing is shown yet');
  t.equal((await w.quote('Skrevet etter at den ble lest')).statusCode, 200);
  const blind = await approve();
  t.equal(blind.statusCode, 409, blind.body);
  t.same(unmet(blind), ['quotesAsSeen']);
  t.match(blind.json(), { errors: [{ message: new RegExp(`Sitatet er endret.*${FIRST}`) }] });

  const withQuote = await w.publication.shown();
  t.equal((await w.picture('#369')).statusCode, 200);
  const unseen = await approve(withQuote);
  t.same(unmet(unseen), ['picturesAsSeen']);
  t.match(unseen.json(), { errors: [{ message: new RegExp(SECOND) }] });
  const first = await w.publication.shown();
  t.equal((await w.picture('#369', 'En annen fotograf')).statusCode, 200);
  t.same(unmet(await approve(first)), ['picturesAsSeen'], 'the same picture, taken by somebody else');
  const both = await w.publication.shown();
  t.equal((await w.quote('')).statusCode, 200);
  t.same(unmet(await approve(both)), ['quotesAsSeen'], 'what was taken away, too');
  t.equal((await w.quote('Skrevet etter at den ble lest')).statusCode, 200);
  t.equal((await approve(both)).statusCode, 200, 'what was seen is what there is');
});

t.test('on the pages: whoever is refused reads the new words, and approves those', async (t) => {
  const w = await prepared(t);
  const { version } = w.publication;
  const seen = seenOn((await w.second.get(w.one)).body);
  t.equal(seen, '');
  await w.quote('Et helt nytt sitat');
  for (const from of [w.one, w.here]) {
    const stale = seenOn((await w.second.get(from)).body);
    t.ok(stale, 'each page with the button names what is shown');
  }
  const refused = await w.second.post(`${w.one}/godkjenn`, { version, seen: seen! });
  t.equal(refused.statusCode, 409);
  t.match(refused.body, new RegExp(`Sitatet er endret siden du leste det[^<]*${FIRST}`));
  t.match(refused.body, /Et helt nytt sitat/, 'the preview is shown anew');
  const approved = await w.second.post(`${w.one}/godkjenn`, { version, seen: seenOn(refused.body)! });
  t.equal(approved.statusCode, 303, approved.body);
  t.equal(approved.headers.location, `${w.here}?gjort=godkjent`);
});

t.test('alone, too', async (t) => {
  const w = await prepared(t);
  const { version } = w.publication;
  const form = { version, seen: '', reason: 'De andre er på fly' };
  await w.quote('Et helt nytt sitat');
  const refused = await w.secretary.post(`${w.one}/alene`, form);
  t.equal(refused.statusCode, 409);
  t.match(refused.body, /Sitatet er endret[\s\S]*De andre er på fly/, 'what was typed stays');
  const seen = seenOn(refused.body)!;
  t.equal((await w.secretary.post(`${w.one}/alene`, { ...form, seen })).statusCode, 303);
});

t.test('a picture that nobody can have seen yet holds the approval up', async (t) => {
  const w = await prepared(t);
  await w.picture('#369');
  await w.db.updateTable('stored_files').set({ scan: 'waiting' }).execute();
  const step = `/api/v1/publications/${w.publication.id}/approval`;
  const body = { version: w.publication.version };
  t.same(unmet(await w.second.post(step, { ...body, seen: await w.publication.shown() })), [
    'picturesScanned',
  ]);
  await w.db.updateTable('stored_files').set({ scan: 'clean', scanned_at: w.now }).execute();
  t.equal((await w.second.post(step, { ...body, seen: await w.publication.shown() })).statusCode, 200);
});

t.test('a change and an approval at once: one of them is refused, whichever comes first', async (t) => {
  const w = await prepared(t);
  const step = `/api/v1/publications/${w.publication.id}/approval`;
  const [changed, approval] = await Promise.all([
    w.quote('Skrevet i samme øyeblikk'),
    w.second.post(step, { version: w.publication.version, seen: '' }),
  ]);
  t.same(
    [changed.statusCode, approval.statusCode].toSorted(),
    [200, 409],
    `${changed.body} ${approval.body}`,
  );
  const { quote } = await w.db
    .selectFrom('namings')
    .select('quote')
    .where('nomination_id', '=', w.ids[0]!)
    .executeTakeFirstOrThrow();
  t.equal(quote === '', approval.statusCode === 200, 'what came out was seen');
});
