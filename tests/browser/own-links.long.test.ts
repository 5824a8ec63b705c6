/** The pages behind the links of letters, where people without an account see what is kept of them and have it erased; and the record of it. */
import t from 'tap';
import { addDays, addMinutes, realNow } from '../../src/platform/clock.ts';
import { formStamp } from '../../src/platform/http/open-form.ts';
import { openCall } from '../helpers/applying.ts';
import { pageFaults } from '../helpers/axe.ts';
import { openBrowser, openPage } from '../helpers/browser.ts';

const call = await openCall(t);
const { db, config } = call.services;
const secretary = await call.as('secretary@example.no');
const stamp = () => formStamp(config.sessionSecret, addMinutes(realNow(), -1));
const edition = `/api/v1/editions/${call.year.id}`;
await call.anyone.post('/sporsmal', { question: 'Kan vi søke?', email: 'spor@sted.example', stamp: stamp() });
const { questions } = (await secretary.get(`${edition}/call-questions`)).json<{
  questions: { id: string; version: number }[];
}>();
await secretary.post(`/api/v1/call-questions/${questions[0]?.id}/answers`, {
  version: questions[0]?.version,
  question: { nb: 'Kan vi søke?', nn: 'Kan vi søkje?' },
  answer: { nb: 'Ja.', nn: 'Ja.' },
});
await call.anyone.post('/tilgjengelighet/si-fra', {
  told: 'Jeg ser ikke knappen.\n\nDen er grå på grått.',
  email: 'ser@sted.example',
  page: '/utlysning',
  stamp: stamp(),
});
const { barriers } = (await secretary.get('/api/v1/barriers')).json<{ barriers: { id: string }[] }>();
await secretary.post(`/api/v1/barriers/${barriers[0]?.id}/events`, {
  type: 'answer',
  answer: 'Nå er den blå.',
});
await secretary.post(`${edition}/call-list`, { recipients: [{ email: 'liste@sted.example', name: 'Ola' }] });
await secretary.send('PUT', `${edition}/ceremony-signup`, {
  version: 0,
  mode: 'form',
  places: 5,
  closesAt: addDays(call.dates.ceremony_at, -7).toISOString(),
});
await call.anyone.post('/seremoni/pamelding', {
  name: 'Gjest Gjestesen',
  email: 'gjest@sted.example',
  needs: 'Nøtter',
  stamp: stamp(),
});
const linkTo = async (email: string) => {
  const { body } = await db
    .selectFrom('letters')
    .select('body')
    .where('email', '=', email)
    .executeTakeFirstOrThrow();
  return /\/(?:dine-opplysninger|seremoni\/pamelding)\/[\w-]{43}/.exec(body)?.[0] ?? '';
};
const { token } = await db.selectFrom('call_recipients').select('token').executeTakeFirstOrThrow();
const addresses = {
  sporsmal: await linkTo('spor@sted.example'),
  barriere: await linkTo('ser@sted.example'),
  gjest: await linkTo('gjest@sted.example'),
  liste: `/utlysning/meld-av/${token}`,
  protokoll: '/personvern/lagring',
};
const base = await call.app.listen({ port: 0, host: '127.0.0.1' });
const browser = await openBrowser(t);
const shots = process.env['SHOTS'];

t.test('large and small, light and dark', async (t) => {
  for (const [width, colorScheme] of [
    [1280, 'light'],
    [390, 'dark'],
  ] as const) {
    const { page, problems, close } = await openPage(browser, {
      viewport: { width, height: 900 },
      colorScheme,
    });
    for (const [name, address] of Object.entries(addresses)) {
      t.equal((await page.goto(base + address))?.status(), 200, name);
      t.same(await pageFaults(page), [], `${name} at ${width}`);
      if (shots) await page.screenshot({ path: `${shots}/${name}-${width}.png`, fullPage: true });
    }
    t.same(problems, []);
    await close();
  }
});

t.test('erased with the keyboard and without scripts', async (t) => {
  const { page, close } = await openPage(browser, { javaScriptEnabled: false });
  for (const [name, button, said] of [
    ['sporsmal', 'Slett adressen min', 'Adressen er slettet'],
    ['barriere', 'Slett alt dette', 'Alt er slettet'],
    ['liste', 'Slett adressen helt', 'Adressen er slettet'],
  ] as const) {
    await page.goto(base + addresses[name]);
    await page.getByRole('button', { name: button }).press('Enter');
    t.match(await page.getByRole('status').innerText(), said, name);
    t.equal((await page.goto(base + addresses[name]))?.status(), 410, name);
  }
  await close();
});
