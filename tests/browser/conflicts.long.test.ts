/** Conflicts of interest in a real browser: the questions, the one press, what the chair decides, objections; keyboard, phone, without scripts. */
import type { BrowserContextOptions, Page } from 'playwright-core';
import t from 'tap';
import { pageFaults } from '../helpers/axe.ts';
import { openBrowser, openPage } from '../helpers/browser.ts';
import { judgingYear, type Person } from '../helpers/jury-year.ts';

const year = await judgingYear(t, ['Eigersund', 'Modum', 'Voss']);
const { clients, nominations, ids, editionId } = year;
const modum = nominations['Modum']!;
const base = await year.app.listen({ port: 0, host: '127.0.0.1' });
const browser = await openBrowser(t);
const shots = process.env['SHOTS'];
const shoot = async (page: Page, name: string) => {
  if (shots) await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true });
};
const wide = { viewport: { width: 1280, height: 900 } };
const phone = { viewport: { width: 390, height: 844 } };
const open = async (who: Person, options: BrowserContextOptions = wide) =>
  openPage(browser, { ...options, extraHTTPHeaders: clients[who].headers });

/** A form that was refused is an answer, and no fault of the page. */
const ownFaults = (problems: string[]): string[] =>
  problems.filter((text) => !text.includes('status of 422'));

/** The same page on a screen, in the dark, and on a phone: nothing that axe finds, nothing too wide. */
async function everywhere(who: Person, path: string, name: string): Promise<void> {
  for (const [look, options] of [
    ['1280', wide],
    ['dark', { ...wide, colorScheme: 'dark' }],
    ['390', phone],
  ] as const) {
    const { page, problems, close } = await open(who, options);
    await page.goto(base + path);
    t.same(await pageFaults(page), [], `${name}, ${look}`);
    t.same(problems, [], `${name}, ${look}: no errors`);
    await shoot(page, `${name}-${look}`);
    await close();
  }
}

t.test('the questions, on a phone and without scripts', async (t) => {
  await clients.liv.post('/api/v1/me/affiliations', { kind: 'office', organisation: 'Modum kommune' });
  const { page, close } = await open('liv', { ...phone, javaScriptEnabled: false });
  await page.goto(`${base}/jury/habilitet`);
  t.match(await page.locator('main').innerText(), /Vi ser dette/);
  const question = (name: string) =>
    page.getByRole('group', { name: `Har du noen tilknytning til ${name}?` });
  await question('Eigersund').getByLabel('Nei, ingen tilknytning').check();
  await question('Voss').getByLabel('Nei, ingen tilknytning').check();
  await question('Modum').getByLabel('Ja, jeg har en tilknytning').check();
  await page.getByRole('button', { name: 'Lagre svarene' }).click();
  t.match(await page.title(), /^Feil/);
  t.ok(
    await question('Eigersund').getByLabel('Nei, ingen tilknytning').isChecked(),
    'what was answered is kept',
  );
  await shoot(page, 'questions-error-390-nojs');
  const card = page.locator('.ep-card', { has: page.getByRole('heading', { name: 'Modum' }) });
  await card.getByLabel('Jeg er leder, styremedlem, folkevalgt').check();
  await page.getByRole('button', { name: 'Lagre svarene' }).click();
  t.match(await page.locator('main').innerText(), /Venter på avgjørelse|svart for alle/);
  await close();
  t.equal((await clients.liv.get(`/jury/soknad/${modum}`)).statusCode, 403, 'closed until decided');
});

t.test('one press on every page, by keyboard: the application it concerns stands open', async (t) => {
  for (const who of ['nina', 'chair', 'deputyChair', 'henrik'] as const)
    for (const id of Object.values(nominations))
      await clients[who].post(`/api/v1/nominations/${id}/declarations`, { answer: 'none' });
  const { page, problems, close } = await open('nina');
  for (const path of [
    '/min-side',
    '/jury',
    `/jury/soknad/${modum}`,
    '/min-side/arbeid',
    '/jury/fortrolighet',
  ]) {
    await page.goto(base + path);
    t.equal(await page.getByRole('link', { name: 'Jeg har oppdaget en tilknytning' }).count(), 1, path);
  }
  await page.goto(`${base}/jury/soknad/${modum}`);
  await page.getByRole('link', { name: 'Jeg har oppdaget en tilknytning' }).focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/oppdaget=/);
  const question = page.getByRole('group', { name: 'Har du noen tilknytning til Modum?' });
  t.ok(await question.isVisible(), 'the question about that one is open');
  t.notOk(await page.getByRole('group', { name: 'Har du noen tilknytning til Voss?' }).isVisible());
  t.same(await pageFaults(page), []);
  await shoot(page, 'discovered-1280');
  await question.getByLabel('Nei, ingen tilknytning').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  t.ok(await question.getByLabel('Jeg er usikker').isChecked());
  await page.getByRole('button', { name: 'Lagre svarene' }).focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/svart|lagret/);
  t.same(problems, []);
  await close();
  t.equal((await clients.nina.get(`/jury/soknad/${modum}`)).statusCode, 403);
});

t.test('the chair decides, with the reach of the regulations or a reason', async (t) => {
  await clients.applicant.post(`/api/v1/nominations/${nominations['Voss']}/objections`, {
    aboutId: ids.henrik,
    text: 'Han var leder hos oss til i fjor.',
  });
  await clients.henrik.post('/api/v1/me/affiliations', { kind: 'employer', organisation: 'Eigersund' });
  await everywhere('chair', '/jury/leder', 'leader');
  const { page, problems, close } = await open('chair', { ...phone, javaScriptEnabled: false });
  await page.goto(`${base}/jury/leder`);
  const liv = page.getByRole('form', { name: 'Liv Torgersdal og Modum' });
  t.ok(await liv.getByLabel('Som retningslinjene sier: hele prisåret').isChecked());
  await liv.getByLabel('Inhabil: deltar ikke').check();
  await liv.getByLabel('I stedet: bare denne søknaden').check();
  await liv.getByRole('textbox', { name: 'Begrunnelse' }).fill('For kort.');
  await liv.getByRole('button', { name: 'Før avgjørelsen' }).click();
  t.match(await page.locator('main').innerText(), /minst 20 tegn/);
  t.equal(await liv.getByRole('textbox', { name: 'Begrunnelse' }).inputValue(), 'For kort.');
  await shoot(page, 'leader-error-390-nojs');
  await liv.getByLabel('I stedet: søknaden og alle valg').check();
  await liv
    .getByRole('textbox', { name: 'Begrunnelse' })
    .fill('Vervet er hvilende, og hun har ikke deltatt.');
  await liv.getByRole('button', { name: 'Før avgjørelsen' }).click();
  t.match(await page.locator('main').innerText(), /Avgjørelsen er ført/);
  t.same(ownFaults(problems), []);
  await close();
});

t.test('an objection, from the applicant to the answer', async (t) => {
  const path = `/soknad/${nominations['Voss']}/innsigelse`;
  await everywhere('applicant', path, 'objection');
  await everywhere('chair', '/jury/innsigelser', 'answers');
  const { page, problems, close } = await open('chair');
  await page.goto(`${base}/jury/innsigelser`);
  await page.getByRole('button', { name: 'Avgjør og svar' }).click();
  t.match(await page.title(), /^Feil/);
  await page.getByLabel('Habil: kan lese og vurdere').check();
  await page.getByRole('textbox', { name: 'Begrunnelse i protokollen' }).fill('Sluttet for fire år siden.');
  await page
    .getByRole('textbox', { name: 'Svar til søkeren' })
    .fill('Innsigelsen er vurdert. Juryen er satt riktig.');
  await page.getByRole('button', { name: 'Avgjør og svar' }).click();
  t.match(await page.locator('main').innerText(), /Innsigelsen er besvart/);
  t.same(ownFaults(problems), []);
  await close();
  await everywhere('applicant', path, 'objection-answered');
});

t.test(
  'the other pages: work and offices, the secretariat’s questions, the setup, who takes part',
  async (t) => {
    await everywhere('liv', '/min-side/arbeid', 'work');
    await everywhere('secretary', `/sekretariat/${editionId}/habilitet`, 'secretariat');
    await everywhere('secretary', `/sekretariat/${editionId}/jury`, 'seats');
    await everywhere('secretary', `/sekretariat/${editionId}/oppsett`, 'setup');
    await year.setClock(year.dates.after);
    await clients.chair.post(`/api/v1/nominations/${modum}/conflict-decisions`, {
      personId: ids.nina,
      recused: true,
      reason: 'Veiledet arbeidet.',
    });
    t.equal((await year.event('chair', 'closeJudging', { reason: 'Tiden er ute.' })).statusCode, 200);
    await everywhere('chair', '/jury/vedtak', 'decision');
  },
);
