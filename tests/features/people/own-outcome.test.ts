/** One's own page tells what is public of one's applications from the instant on, with nobody behind the pages to move their states. */
import { parseHTML } from 'linkedom';
import t from 'tap';
import { instant } from '../../../src/platform/clock.ts';
import { playground } from '../../helpers/client.ts';
import { approved, nominated, texts } from '../../helpers/nominated-year.ts';

t.test('to the millisecond, for the nominated, the winner and the others', async (t) => {
  const site = await playground(t);
  const { year, at, finalistsAt, ceremony } = await nominated(site.services.db);
  await approved(year, at, { kind: 'winner', publishAt: ceremony, texts });
  const applicant = await site.as('applicant@example.no');
  const shown = async (moment: Date, ms: number) => {
    await site.setClock(instant(moment.getTime() + ms));
    const { document } = parseHTML((await applicant.get('/min-side')).body);
    return Object.fromEntries(
      [...document.querySelectorAll('a[href^="/soknad/"]')].flatMap((link) => {
        const name = link.textContent ?? '';
        return name in year.nominations ? [[name, link.nextElementSibling?.textContent]] : [];
      }),
    );
  };
  const all = (state: string) =>
    Object.fromEntries(Object.keys(year.nominations).map((name) => [name, state]));
  const first = { ...all('Nominert'), 'Fem bydel': 'Ikke nominert' };
  t.same(await shown(finalistsAt, -1), all('Hos fagjuryen'));
  t.same(await shown(finalistsAt, 0), first);
  t.same(await shown(ceremony, -1), first);
  t.same(await shown(ceremony, 0), { ...first, 'Ærfuglen sykehjem': 'Vinner' });
  const states = await site.services.db.selectFrom('nominations').select('state').distinct().execute();
  t.same(states, [{ state: 'scored' }], 'nothing has moved behind it');
});
