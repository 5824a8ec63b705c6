/** A juror who is out of an application, or has not answered yet, finds nothing of it: on any route there is, in every state of the year. */
import t from 'tap';
import {
  canary,
  declareAll,
  deliverBallot,
  jurors,
  judgingYear,
  type JuryYear,
  type Person,
} from '../../helpers/jury-year.ts';
import { readingAddresses } from '../../helpers/addresses.ts';

const opinion = 'kanarivurdering';
/** Where the words are found, as address: word. `named`: addresses on which the bare name may stand. */
async function leaks(
  year: JuryYear,
  who: Person,
  { words, name, named }: { words: string[]; name: string; named: RegExp },
): Promise<{ found: string[]; asked: number; opened: number }> {
  const found = [];
  const all = await readingAddresses(year, year.nominations[name]!);
  let opened = 0;
  for (const url of all) {
    const { body, headers, statusCode } = await year.clients[who].get(url, {
      accept: 'text/html, application/json',
    });
    if (statusCode === 200) opened += 1;
    const everything = `${body} ${JSON.stringify(headers)}`;
    for (const word of words) if (everything.includes(word)) found.push(`${url}: ${word}`);
    if (everything.includes(name) && !named.test(url)) found.push(`${url}: ${name}`);
  }
  return { found, asked: all.length, opened };
}

t.test('HAB-1, HAB-2: canaries on every route in every state', async (t) => {
  const year = await judgingYear(t, ['Eigersund', 'Modum', 'Voss']);
  const { clients, nominations, ids, event, dates } = year;
  const modum = nominations['Modum']!;
  const words = [canary('Modum'), opinion, 'hemmelig-grunn'];
  const nothing = async (who: Person, state: string, named: RegExp) => {
    const { found, asked, opened } = await leaks(year, who, { words, name: 'Modum', named });
    t.same(found, [], `${who}, ${state}: ${asked} addresses, ${opened} opened`);
    t.ok(opened > 10, 'enough of them open for it to mean something');
  };
  // What one has said oneself stays where one said it; the public register of municipalities holds every name.
  const own = /\/habilitet|\/declarations$|kommuner|organisations|organisasjon|\/soknad\/bli-med$/;
  // Before everything is answered the names stand in the workspace.
  await nothing(
    'nina',
    'before declaring',
    /^\/jury$|\/habilitet|\/declarations$|kommuner|organisations|organisasjon|\/soknad\/bli-med$|\/nominations(\/[^/]+)?$/,
  );

  await declareAll(year);
  for (const who of jurors) await deliverBallot(year, who, modum, 5, `${opinion} av ${who}`);
  await clients.liv.post(`/api/v1/nominations/${modum}/declarations`, {
    answer: 'connection',
    grounds: ['H7'],
    note: 'hemmelig-notat',
  });
  // Her own words in her own ballot are closed to her, too.
  await nothing('liv', 'undecided', own);
  await clients.nina.post(`/api/v1/nominations/${modum}/declarations`, { answer: 'unsure' });
  for (const who of ['liv', 'nina'] as const)
    await clients.chair.post(`/api/v1/nominations/${modum}/conflict-decisions`, {
      personId: ids[who],
      recused: true,
      reason: 'hemmelig-grunn: var med på arbeidet',
    });
  await nothing('liv', 'judging', own);
  await year.setClock(dates.after);
  t.equal((await event('chair', 'closeJudging', { reason: 'Tiden er ute.' })).statusCode, 200);
  await nothing('liv', 'deliberating', own);
  const finalists = ['Eigersund', 'Voss'].map((name) => nominations[name]!);
  t.equal(
    (await event('chair', 'decideFinalists', { decision: { finalists, reason: 'Drøftet i møtet.' } }))
      .statusCode,
    200,
  );
  await nothing('liv', 'decided', own);
  t.equal(
    (await event('chair', 'decideWinner', { decision: { winner: finalists[0], reason: 'Drøftet.' } }))
      .statusCode,
    200,
  );
  await nothing('liv', 'winner decided', own);
  // The same questions find it for somebody who may see it: the search itself works.
  const { found } = await leaks(year, 'henrik', { words, name: 'Modum', named: own });
  t.ok(found.some((one) => one.includes(canary('Modum'))) && found.some((one) => one.includes(opinion)));
  t.same(year.errors, []);
});

t.test('HAB-9: a secretary in conflict loses what the page says, on every route', async (t) => {
  const year = await judgingYear(t, ['Eigersund', 'Modum']);
  const { clients, nominations, editionId } = year;
  await declareAll(year);
  const modum = nominations['Modum']!;
  await clients.liv.post(`/api/v1/nominations/${modum}/declarations`, {
    answer: 'connection',
    grounds: ['H7'],
    note: 'hemmelig-notat',
  });
  const page = await clients.secretary.get(`/sekretariat/${editionId}/habilitet`);
  t.match(page.body, /mister du for denne søknaden/);
  const look = (who: Person) =>
    leaks(year, who, { words: [canary('Modum'), 'hemmelig-notat'], name: 'Modum', named: /./ });
  t.ok((await look('secretary')).found.length > 0, 'found before');
  await clients.secretary.post(`/api/v1/nominations/${modum}/declarations`, {
    answer: 'connection',
    grounds: ['H8'],
  });
  t.same((await look('secretary')).found, []);
  t.ok((await look('second')).found.length > 0, 'a colleague keeps it');
  t.same(year.errors, []);
});
