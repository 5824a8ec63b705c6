/** Feeds hold together whatever people paste into the texts of a year: XML 1.0 has no way to write most control characters. */
import { SaxesParser } from 'saxes';
import t from 'tap';
import { updateEdition } from '../../../src/features/editions/commands.ts';
import { osloInstant } from '../../../src/platform/clock.ts';
import { openCall } from '../../helpers/applying.ts';
import { readFeed } from '../../helpers/feeds.ts';

/** As it comes out of a PDF or an old database: bell, vertical tab, form feed, escape, signs that are none. */
const pasted = 'Søk\u0007 \u000bnå\u000c \u001b& vis hva dere\ufffe \uffffgjør\u0085 \u009f"godt".';
const words = /Søk nå & vis hva dere gjør/;

const call = await openCall(t, {}, (year) =>
  year.as('secretary', osloInstant('2026-05-04', '09:00'), async (unit) =>
    updateEdition(unit, year.id, await year.version(), {
      texts: { nb: { intro: pasted }, nn: { intro: pasted } },
    }),
  ),
);

/** What an XML parser that forgives nothing says of it. */
function xmlFaults(text: string): string[] {
  const faults: string[] = [];
  const parser = new SaxesParser();
  parser.on('error', ({ message }) => void faults.push(message));
  parser.write(text).close();
  return faults;
}

t.test('the parser of this test does find a control character', async (t) => {
  t.not(xmlFaults('<a>\u0007</a>').length, 0);
  t.same(xmlFaults('<a>\u0009</a>'), []);
});

t.test('Atom and the site map are well-formed, and say all the words', async (t) => {
  for (const lang of ['', '/nn', '/en']) {
    const { statusCode, body } = await call.anyone.get(`${lang}/feed.atom`);
    t.equal(statusCode, 200);
    t.same(xmlFaults(body), [], `${lang}/feed.atom`);
    if (lang !== '/en') t.match(readFeed(body).items.find(({ id }) => id.endsWith('#call'))?.summary, words);
  }
  t.same(xmlFaults((await call.anyone.get('/sitemap.xml')).body), []);
});

t.test('the JSON feed is JSON, and a reader finds the words in it', async (t) => {
  const { body } = await call.anyone.get('/feed.json');
  t.match(
    readFeed(body).items.find(({ id }) => id.endsWith('#call'))?.summary,
    /Søk[^a-zå]*nå[^a-zå]*& vis hva dere/,
  );
});
