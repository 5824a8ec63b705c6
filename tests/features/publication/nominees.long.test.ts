/** The own page of each nominated and its picture: unknown before their moment, whole from it on, and told to machines as they read. */
import t from 'tap';
import { parseHTML } from 'linkedom';
import { seedHistory } from '../../../src/features/seed/history.ts';
import { slugsOf } from '../../../src/features/publication/schema-nominee.ts';
import { drawCard } from '../../../src/platform/pictures/card.ts';
import { jsonData } from '../../../src/ui/html.ts';
import { addDays, addMinutes, instant } from '../../../src/platform/clock.ts';
import { ceremonyYear, nominees } from '../../helpers/ceremony-year.ts';
import { playground } from '../../helpers/client.ts';
import { htmlProblems } from '../../helpers/html.ts';
import { openPicture } from '../../helpers/pictures.ts';
import { datesOf } from '../../helpers/year.ts';

const slugs = { 'Ås helsehus': 'as-helsehus', 'Ærfuglen sykehjem': 'aerfuglen-sykehjem' } as const;
const langs = ['', '/nn', '/en'];
/** An address as long as another that nobody has. */
const like = (slug: string): string => 'x'.repeat(slug.length);

async function theYear(t: Parameters<typeof playground>[0]) {
  const play = await playground(t);
  const day = await ceremonyYear(play.services.db);
  const dates = await datesOf(play.services.db, day.year.id);
  const at = (slug: string, lang = '') => `${lang}/prisen/${day.year.year}/nominerte/${slug}`;
  return { ...play, ...day, dates, at, db: play.services.db };
}

t.test('names become addresses, each another', async (t) => {
  t.same(
    slugsOf([
      'Ærfuglen sykehjem',
      'Gáivuona suohkan – Kåfjord',
      'Øksnes, avd. 2',
      'Oksnes avd 2',
      '日本',
      '…',
    ]),
    [
      'aerfuglen-sykehjem',
      'gaivuona-suohkan-kafjord',
      'oksnes-avd-2',
      'oksnes-avd-2-2',
      'nominert',
      'nominert-2',
    ],
  );
  const [long = ''] = slugsOf(['a b '.repeat(100)]);
  t.match(long, /^[a-z0-9-]{1,80}$/);
  t.notMatch(long, /^-|-$/);
});

t.test(
  'before its moment an address is as unknown as any; the winner’s picture is one of them',
  async (t) => {
    const { anyone, setClock, dates, latest, at } = await theYear(t);
    /** Everything that is told of an address, but for its own words. */
    const seen = async (slug: string, lang: string, rest: string) => {
      const { statusCode, headers, body } = await anyone.get(at(slug, lang) + rest);
      const { 'x-request-id': _, date: __, ...told } = headers;
      return { statusCode, told, body: body.replaceAll(slug, '<slug>') };
    };
    const [won, other] = [slugs['Ærfuglen sykehjem'], slugs['Ås helsehus']];
    await setClock(instant(dates.finalists_at.getTime() - 1));
    for (const lang of langs)
      for (const rest of ['', '/nominert.png', '/vinner.png', '/hederlig-omtale.png'])
        for (const slug of [won, other])
          t.same(await seen(slug, lang, rest), await seen(like(slug), lang, rest), `${lang} ${rest}`);
    t.notMatch((await anyone.get('/sitemap.xml')).body, /nominerte/);

    await setClock(dates.finalists_at);
    for (const lang of langs) {
      for (const slug of [won, other]) {
        t.equal((await anyone.get(at(slug, lang))).statusCode, 200);
        t.equal((await anyone.get(`${at(slug, lang)}/nominert.png`)).statusCode, 200);
        for (const rest of ['/vinner.png', '/hederlig-omtale.png'])
          t.same(await seen(slug, lang, rest), await seen(like(slug), lang, rest), rest);
        t.match((await anyone.get('/sitemap.xml')).body, `${at(slug, lang)}<`);
      }
    }
    t.equal((await anyone.get(at('fem-bydel'))).statusCode, 404, 'who is not nominated has none');
    t.equal((await anyone.get('/prisen/1999/nominerte/as-helsehus')).statusCode, 404);

    await setClock(instant(latest.getTime() - 1));
    const before = await anyone.get(at(won));
    t.match(before.body, /Nominert til Etikkprisen 2026/);
    t.notMatch(before.body, /Vinner av|vinner\.png|Kanarifuglsvaret/);
    t.equal(before.headers['cache-control'], 'public, max-age=0', 'nobody may keep it past the moment');
    t.equal((await anyone.get(`${at(won)}/vinner.png`)).statusCode, 404);

    await setClock(latest);
    const page = await anyone.get(at(won));
    t.match(page.body, /<h1[^>]*>Ærfuglen sykehjem<\/h1>/);
    t.match(page.body, /Vinner av Etikkprisen 2026[\s\S]*Kanarifuglsvaret[\s\S]*Fagjuryen mener at Ærfuglen/);
    t.match((await anyone.get(at(won, '/nn'))).body, /Vinnar av[\s\S]*Fagjuryen meiner at Ærfuglen/);
    t.match(
      (await anyone.get(at(won, '/en'))).body,
      /Winner of[\s\S]*<div class="ep-prose" lang="nb">[\s\S]*Fagjuryen mener/,
      'the statement says its language',
    );
    t.equal((await anyone.get(`${at(won)}/vinner.png`)).statusCode, 200);
    t.equal((await anyone.get(`${at(won)}/nominert.png`)).statusCode, 200, 'what was shared goes on to work');
    t.equal((await anyone.get(`${at(won)}/hederlig-omtale.png`)).statusCode, 404);
    t.match((await anyone.get(at(other))).body, /Hederlig omtale, Etikkprisen 2026/);
    t.notMatch((await anyone.get(at(other))).body, /Kanarifuglsvaret|vinner\.png/);
    t.equal((await anyone.get(`${at(other)}/vinner.png`)).statusCode, 404);
    t.equal((await anyone.get(`${at(other)}/hederlig-omtale.png`)).statusCode, 200);
  },
);

t.test('what machines are told of a page, and that a text cannot break out of it', async (t) => {
  const { anyone, setClock, latest, at } = await theYear(t);
  await setClock(latest);
  const year = (await anyone.get('/api/v1/public/editions/2026')).json();
  t.same(
    year.nominated.map(({ slug }: { slug: string }) => slug),
    ['zakken-omsorgssenter', 'aerfuglen-sykehjem', 'as-helsehus'],
    'the addresses are in the data, too',
  );
  for (const lang of langs) {
    const { body, headers } = await anyone.get(at('aerfuglen-sykehjem', lang));
    t.same(await htmlProblems(body), []);
    const { document } = parseHTML(body);
    const meta = (property: string) =>
      document.querySelector(`meta[property="${property}"]`)?.getAttribute('content') ?? '';
    const url = new URL(meta('og:url'));
    t.equal(url.pathname, at('aerfuglen-sykehjem', lang), 'with the server before it');
    t.equal(meta('og:image'), `${meta('og:url')}/vinner.png`);
    t.match(meta('og:description'), /Fagjuryen me/);
    t.equal(document.querySelector('link[rel=canonical]')?.getAttribute('href'), meta('og:url'));
    const data = JSON.parse(document.querySelector('script[type="application/ld+json"]')?.textContent ?? '');
    t.match(data, {
      '@context': 'https://schema.org',
      '@type': 'Article',
      inLanguage: lang === '/nn' ? 'nn' : 'nb',
      image: meta('og:image'),
      about: { name: 'Ærfuglen sykehjem', award: /Etikkprisen 2026/ },
      articleBody: /Ærfuglen/,
      dateModified: latest.toISOString(),
    });
    const etag = String(headers.etag);
    const again = await anyone.get(at('aerfuglen-sykehjem', lang), { 'if-none-match': etag });
    t.equal(again.statusCode, 304);
  }
  const nasty = 'Et "sitat" & </script><script>alert(1)</script> <b>fet</b>.';
  const hidden = jsonData('application/ld+json', { text: nasty }).toString();
  t.equal(hidden.match(/<\/script>/g)?.length, 1, hidden);
  t.same(JSON.parse(hidden.replace(/^<script[^>]*>|<\/script>$/g, '')), { text: nasty });
});

t.test(
  'the picture: the same bytes each time, kept, whole in every language, shown on other sites',
  async (t) => {
    const { anyone, setClock, latest, at } = await theYear(t);
    await setClock(latest);
    const address = `${at('aerfuglen-sykehjem')}/vinner.png`;
    const { headers, rawPayload } = await anyone.get(address, { 'accept-encoding': 'br, gzip' });
    t.match(headers, {
      'content-type': 'image/png',
      'cross-origin-resource-policy': 'cross-origin',
      'cache-control': 'public, max-age=2',
    });
    t.equal(headers['content-encoding'], undefined, 'a picture is packed by itself');
    t.match(openPicture(rawPayload), { kind: 'png', width: 1200, height: 630 });
    t.ok(rawPayload.length < 300_000, `${rawPayload.length} bytes`);
    const kept = await anyone.get(address);
    t.ok(kept.rawPayload.equals(rawPayload));
    t.equal(kept.headers['content-type'], 'image/png');
    t.equal(kept.headers['cross-origin-resource-policy'], 'cross-origin');
    t.equal((await anyone.get(address, { 'if-none-match': String(headers.etag) })).statusCode, 304);
    const others = await Promise.all(
      langs.map((lang) => anyone.get(`${at('aerfuglen-sykehjem', lang)}/vinner.png`)),
    );
    t.equal(new Set(others.map((each) => each.headers.etag)).size, 3, 'each language its words');
    const card = { over: 'A', name: 'Ærfuglen', service: 'Etikkprisen', tagline: 'B', festive: false };
    t.ok((await drawCard(card)).equals(await drawCard(card)));
    t.notOk((await drawCard(card)).equals(await drawCard({ ...card, name: 'Ærfuglan' })));
    t.ok(
      (await drawCard({ ...card, name: 'Langt navn på en tjeneste '.repeat(40), about: '日本 🙂' })).length >
        0,
    );
  },
);

t.test(
  'the preview shows each page and picture as they will be, in each language, to whoever may know',
  async (t) => {
    const { as, anyone, setClock, year, dates, winnerId, latest, at } = await theYear(t);
    await setClock(addDays(dates.finalists_at, -1));
    const [second, juror, applicant] = await Promise.all(
      ['second', 'juror', 'applicant'].map((who) => as(`${who}@example.no`)),
    );
    const here = `/sekretariat/${year.id}/offentliggjoring/${winnerId}`;
    const pictures: Record<string, Buffer> = {};
    for (const lang of ['nb', 'nn', 'en']) {
      const { body } = await second!.get(`${here}?sprak=${lang}`);
      t.same(await htmlProblems(body), [], lang);
      for (const name of nominees) t.match(body, name);
      const sources = [...body.matchAll(/<img[^>]* src="([^"]*)"/g)].map(([, src = '']) =>
        src.replaceAll('&amp;', '&'),
      );
      t.equal(sources.length, nominees.length);
      for (const src of sources) {
        const answer = await second!.get(src);
        t.equal(answer.statusCode, 200);
        t.match(answer.headers, { 'content-type': 'image/png', 'cache-control': 'no-store' });
        pictures[src.replace(here, '')] = answer.rawPayload;
        t.equal((await juror!.get(src)).statusCode, 403);
        t.equal((await applicant!.get(src)).statusCode, 404);
        t.ok([303, 401].includes((await anyone.get(src)).statusCode));
      }
      for (const [, id] of body.matchAll(/href="#([a-z-]+)">/g))
        if (id !== 'main') t.match(body, `id="${id}"`, 'links lead to the preview, not to what is not there');
    }
    t.equal((await second!.get(`${here}/bilde/fem-bydel`)).statusCode, 404);
    await setClock(addMinutes(latest, 1));
    for (const lang of langs) {
      const { rawPayload } = await anyone.get(`${at('aerfuglen-sykehjem', lang)}/vinner.png`);
      const previewed = pictures[`/bilde/aerfuglen-sykehjem?sprak=${lang.slice(1) || 'nb'}`];
      t.ok(previewed?.equals(rawPayload), 'the preview was the picture');
    }
  },
);

t.test('taken down, it is gone with its picture', async (t) => {
  const { as, anyone, setClock, year, latest, at, winnerId } = await theYear(t);
  await setClock(latest);
  t.equal((await anyone.get(`${at('aerfuglen-sykehjem')}/vinner.png`)).statusCode, 200);
  const second = await as('second@example.no');
  const { publications } = (await second.get(`/api/v1/editions/${year.id}/publications`)).json();
  const { version } = publications.find(({ id }: { id: string }) => id === winnerId);
  const down = await second.post(`/api/v1/publications/${winnerId}/takedown`, {
    version,
    reason: 'Feil',
    notice: { nb: 'Vi retter.', nn: 'Vi rettar.' },
  });
  t.equal(down.statusCode, 200, down.body);
  await setClock(addMinutes(latest, 1));
  t.equal((await anyone.get(`${at('aerfuglen-sykehjem')}/vinner.png`)).statusCode, 404);
  t.match((await anyone.get(at('aerfuglen-sykehjem'))).body, /Nominert til Etikkprisen 2026/);
});

t.test('the history is searched by name, year and any way of writing them', async (t) => {
  const { anyone, setClock, latest, db } = await theYear(t);
  await seedHistory(db);
  const years = async (sought: string, lang = '') => {
    const { body, statusCode } = await anyone.get(`${lang}/historie?sok=${encodeURIComponent(sought)}`);
    t.equal(statusCode, 200);
    t.same(await htmlProblems(body), [], sought);
    return [...body.matchAll(/ep-roll__year">(\d+)/g)].map(([, year]) => Number(year));
  };
  await setClock(instant(latest.getTime() - 1));
  const all = await years('');
  t.ok(all.length > 10, `${all.length} years`);
  for (const way of ['Bærum', 'BÆRUM', 'baerum', ' bærum ']) t.ok((await years(way)).includes(2019), way);
  t.same(await years('2019'), [2019]);
  t.same(await years('ærfuglen'), [], 'nobody has won yet: the search knows no more than the page');
  t.same(await years('finnes ikke'), []);
  t.match((await anyone.get('/historie?sok=%3Cb%3Efinnes')).body, /«&lt;b&gt;finnes»/);
  t.equal((await years('x'.repeat(900))).length, 0, 'what is too long is cut');
  t.same(await years('…'), all, 'signs alone seek nothing');
  await setClock(latest);
  t.same(await years('aerfuglen', '/nn'), [2026]);
  t.same(await years('Zakken', '/en'), [2026], 'also who was nominated');
});
