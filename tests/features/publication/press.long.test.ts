/** The press kit: there from the instant of the announcement, unknown before it, whole, and with nothing that is not public. */
import { createHash } from 'node:crypto';
import { rename } from 'node:fs/promises';
import sharp from 'sharp';
import t, { type Test } from 'tap';
import { approvePublication, preparePublication } from '../../../src/features/publication/commands.ts';
import { addDays, addMinutes, instant } from '../../../src/platform/clock.ts';
import { ceremonyYear } from '../../helpers/ceremony-year.ts';
import { playground } from '../../helpers/client.ts';
import { htmlProblems } from '../../helpers/html.ts';
import { openPicture } from '../../helpers/pictures.ts';
import { FIRST, names, OTHER, stable, toldYear } from '../../helpers/told-year.ts';
import { unzip } from '../../../scripts/season/zip.ts';

const here = '/prisen/2026/pressepakke.zip';
const api = '/api/v1/public/editions/2026/press-kit';
const announcement = {
  nb: 'Juryen falt ned på Kanarifuglsvaret.',
  nn: 'Juryen fall ned på Kanarifuglsvaret.',
};
/** Tests run as a demonstration does, and nobody is to take that for news. */
const mark = 'Demonstrasjon. Ingenting her er ekte.\n\n';
const quote = 'Vi øver hver tirsdag.';

type Decision = { winner: string; noAward?: boolean };
/** The nominated are public, two of them with a picture; the announcement waits for its moment. */
async function announced(t: Test, decide: (ids: string[]) => Partial<Decision>) {
  const w = await toldYear(t);
  await w.tell();
  for (const id of w.ids) await w.answer(id, 'agreed');
  for (const id of w.ids.slice(0, 2)) {
    const naming = `/api/v1/nominations/${id}/naming`;
    await w.applicant.send('PUT', `${naming}/quote`, { version: 1, quote, quoted: 'Kari Leder' });
    const content = await sharp({ create: { width: 300, height: 200, channels: 3, background: '#369' } })
      .jpeg()
      .toBuffer();
    const form = { version: '2', alt: 'Fem ansatte', credit: 'Kari Foto', consent: 'yes' };
    const sent = await w.applicant.upload(`${naming}/picture`, [{ name: 'b.jpg', content }], form);
    t.equal(sent.statusCode, 200, sent.body);
  }
  await (await w.publish()).approve();
  await w.year.send('chair', w.now, 'decideWinner', { decision: { ...decide(w.ids), reason: 'Drøftet' } });
  const moment = w.dates.ceremony_at;
  const { id, version } = await w.year.as('secretary', w.now, (unit) =>
    preparePublication(unit, w.year.id, { kind: 'winner', publishAt: moment, texts: announcement }),
  );
  const list = `/api/v1/editions/${w.year.id}/publications`;
  const { publications } = (await w.second.get(list)).json<{ publications: { shown: string }[] }>();
  const seen = publications[0]!.shown;
  await w.year.as('second', w.now, (unit) => approvePublication(unit, id, { version, seen }));
  const kit = async () => {
    const answer = await w.anyone.get(here);
    t.equal(answer.statusCode, 200);
    return unzip(answer.rawPayload);
  };
  return { ...w, moment, kit };
}
const sha256 = (content: Buffer) => createHash('sha256').update(content).digest('hex');
const text = (parts: Map<string, Buffer>, name: string) => String(parts.get(name));

t.test('before its instant it is as unknown as any other address; from it on it is linked', async (t) => {
  const w = await announced(t, ([winner]) => ({ winner: winner! }));
  /** Everything that is told of an address, but for its own words. */
  const told = async (address: string) => {
    const answer = await w.anyone.get(address);
    const { 'x-request-id': id, date: _, ...rest } = answer.headers;
    const body = stable(answer)
      .replaceAll(String(id), '<id>')
      .replaceAll(/pressepakke|finnesikkje|1999/g, '<name>');
    return { rest, body: body.replaceAll('2026', '<name>') };
  };
  await w.setClock(instant(w.moment.getTime() - 1));
  t.equal((await w.anyone.get(here)).statusCode, 404);
  for (const [one, other] of [
    [here, here.replace('2026', '1999')],
    [here, here.replace('pressepakke', 'finnesikkje')],
    [api, api.replace('2026', '1999')],
  ] as const)
    t.same(await told(one), await told(other), other);
  const pages = ['', '/nn', '/en'].flatMap((lang) => [
    `${lang}/prisen/2026`,
    `${lang}/prisen/2026/nominerte/as-helsehus`,
  ]);
  for (const page of pages) t.notMatch((await w.anyone.get(page)).body, /pressepakke/, page);

  await w.setClock(w.moment);
  for (const page of pages) {
    const { body } = await w.anyone.get(page);
    t.match(body, `href="${here}"`, page);
    t.same(await htmlProblems(body), [], page);
  }
  t.notMatch((await w.anyone.get('/prisen/2026/nominerte/aerfuglen-sykehjem')).body, /pressepakke/);
  const answer = await w.anyone.get(here, { 'accept-encoding': 'gzip, br' });
  t.match(answer.headers, { 'content-type': 'application/zip', 'cache-control': 'public, no-cache' });
  t.equal(Number(answer.headers['content-length']), answer.rawPayload.length);
  t.equal(answer.headers['content-encoding'], undefined, 'an archive is packed by itself');
  const etag = String(answer.headers.etag);
  t.equal((await w.anyone.get(here, { 'if-none-match': etag })).statusCode, 304);
  t.ok((await w.anyone.get(api)).rawPayload.equals(answer.rawPayload), 'the same for programs');
  t.equal((await w.anyone.get(here)).headers.etag, etag, 'and each time');
});

t.test(
  'what is in it: every text in both forms, pictures with credit, facts; nobody else’s name',
  async (t) => {
    const w = await announced(t, ([winner]) => ({ winner: winner! }));
    await w.setClock(w.moment);
    const parts = await w.kit();
    const { files, leftOut } = JSON.parse(text(parts, 'innhold.json'));
    t.same(
      files.map((file: { path: string }) => file.path),
      [...parts.keys()].slice(0, -1),
    );
    for (const { path: name, bytes, sha256: hash } of files)
      t.same([bytes, hash], [parts.get(name)!.length, sha256(parts.get(name)!)], name);
    t.same(leftOut, []);
    for (const form of ['nb', 'nn'] as const)
      t.equal(text(parts, `kunngjoring-${form}.txt`), `${mark}${announcement[form]}\n`);
    t.match(text(parts, 'nominerte-nn.txt'), /fekk/);
    const slugs = ['as-helsehus', 'zakken-omsorgssenter', 'aerfuglen-sykehjem'];
    for (const [i, slug] of slugs.entries()) {
      const nb = text(parts, `begrunnelser/${slug}-nb.txt`);
      t.match(
        nb,
        new RegExp(`^${mark}${names[i]}\n(Vinner av|Nominert til) Etikkprisen 2026\n\nJuryens begrunnelse`),
      );
      t.match(text(parts, `begrunnelser/${slug}-nn.txt`), /meiner/);
      t.equal(nb.includes(`«${quote}»\n– Kari Leder`), i < 2);
      t.equal(parts.has(`bilder/${slug}.jpg`), i < 2);
      t.equal(parts.has(`bilder/${slug}-deling-nn.png`), slug === slugs[0]);
    }
    t.match(openPicture(parts.get('bilder/as-helsehus.jpg')!), { kind: 'jpeg', width: 300, height: 200 });
    const share = openPicture(parts.get('bilder/as-helsehus-deling-nb.png')!);
    t.match(share, { kind: 'png', width: 1200, height: 630 });
    t.ok(share.painted > 0.05 * 1200 * 630, `${share.painted} pixels are words and rings`);
    t.match(text(parts, 'bilder/as-helsehus.txt'), /Fem ansatte\nFoto: Kari Foto\. Fotografen skal navngis/);
    t.match(
      text(parts, 'fakta-nb.txt'),
      new RegExp(`^${mark}Etikkprisen 2026\nKunngjort .*\n\nVinner: ${FIRST}\n`),
    );
    t.match(
      text(parts, 'fakta-nb.txt'),
      /100.000 kroner[\s\S]*Sigrid[\s\S]*\/prisen\/2026\/nominerte\/as-helsehus/,
    );
    t.match(text(parts, 'fakta-nn.txt'), /Vinnar: /);
    t.match(text(parts, 'fakta-en.txt'), /\/en\/prisen\/2026\/nominerte/);
    t.match(JSON.parse(text(parts, 'fakta.json')), {
      format: 'etikkprisen/press-facts@1',
      year: 2026,
      winner: { at: w.moment.toISOString(), noAward: false },
      nominated: [{ name: /./ }, { name: /./ }, { name: /./ }],
    });
    for (const [name, content] of parts)
      t.notOk(content.includes(OTHER), `${name} names nobody who is not nominated`);
  },
);

t.test('a picture that is taken back is gone from it', async (t) => {
  const w = await announced(t, ([winner]) => ({ winner: winner! }));
  await w.setClock(w.moment);
  t.ok((await w.kit()).has('bilder/as-helsehus.jpg'));
  const { version } = await w.naming(w.ids[0]);
  const removed = await w.applicant.post(`/api/v1/nominations/${w.ids[0]}/naming/removal`, {
    version,
    what: 'picture',
  });
  t.equal(removed.statusCode, 200, removed.body);
  const after = await w.kit();
  t.notOk(after.has('bilder/as-helsehus.jpg'));
  t.ok(after.has('bilder/zakken-omsorgssenter.jpg'));
});

t.test(
  'a picture that is lost holds nothing else back, and comes with the next one when it is found',
  async (t) => {
    const w = await announced(t, ([winner]) => ({ winner: winner! }));
    await w.setClock(w.moment);
    await rename(w.folder, `${w.folder}-away`);
    const poor = await w.kit();
    t.same(
      JSON.parse(text(poor, 'innhold.json')).leftOut,
      ['zakken-omsorgssenter', 'as-helsehus'].map((slug) => ({ path: `bilder/${slug}.jpg`, why: 'missing' })),
    );
    t.ok(poor.has('kunngjoring-nb.txt'));
    await rename(`${w.folder}-away`, w.folder);
    t.ok((await w.kit()).has('bilder/as-helsehus.jpg'));
  },
);

t.test('a year without a winner has one that says so', async (t) => {
  const w = await announced(t, () => ({ noAward: true }));
  await w.setClock(w.moment);
  t.match((await w.anyone.get('/prisen/2026')).body, `href="${here}"`);
  const parts = await w.kit();
  t.match(text(parts, 'fakta-nb.txt'), /Prisen deles ikke ut i år/);
  t.notMatch(text(parts, 'fakta-nb.txt'), /Vinner:/);
});

t.test('it is there at the latest moment of a ceremony, and taken down it is gone', async (t) => {
  const { as, anyone, setClock, services } = await playground(t);
  const day = await ceremonyYear(services.db);
  await setClock(addDays(day.ceremony, -1));
  t.equal((await anyone.get(here)).statusCode, 404);
  await setClock(day.latest);
  t.equal((await anyone.get(here)).statusCode, 200);
  const second = await as('second@example.no');
  const { publications } = (await second.get(`/api/v1/editions/${day.year.id}/publications`)).json();
  const { version } = publications.find(({ id }: { id: string }) => id === day.winnerId);
  const down = await second.post(`/api/v1/publications/${day.winnerId}/takedown`, {
    version,
    reason: 'Feil',
    notice: { nb: 'Vi retter.', nn: 'Vi rettar.' },
  });
  t.equal(down.statusCode, 200, down.body);
  await setClock(addMinutes(day.latest, 1));
  t.equal((await anyone.get(here)).statusCode, 404);
});
