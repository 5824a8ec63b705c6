/** Names and answers without a space, as long as they may be: nothing of an application sticks out of the screen (WCAG 1.4.10, 320 pixels). */
import type { Page } from 'playwright-core';
import t from 'tap';
import { updateEdition } from '../../src/features/editions/commands.ts';
import { addDays, instant } from '../../src/platform/clock.ts';
import { openCall } from '../helpers/applying.ts';
import { widthFaults } from '../helpers/axe.ts';
import { openBrowser, openPage } from '../helpers/browser.ts';
import type { Client } from '../helpers/client.ts';
import { pngOf } from '../helpers/made-files.ts';

const call = await openCall(t, {}, (year) =>
  year.as('secretary', instant('2026-04-02T08:00:00Z'), (unit) =>
    updateEdition(unit, year.id, 0, { leaderApproval: 'link', partnerConfirmation: true }),
  ),
);
const { db } = call.services;
const base = await call.app.listen({ port: 0, host: '127.0.0.1' });
const browser = await openBrowser(t);
const long = (length: number) => 'Kommunalsamarbeidsavdelingsleder'.repeat(12).slice(0, length);
const kari = await call.as('kari@lang.example');
const secretary = await call.as('secretary@example.no');

const facts = { kind: 'cooperation', unit: long(190), partners: [long(150), 'Løten'] };
const { id, answers = [] } = await call.draft(kari, `Å${long(180)}`, facts);
const home = `/soknad/${id}`;
const api = `/api/v1/nominations/${id}`;
await call.fillIn(kari, id, long(320));
const tables = answers.filter(({ kind }) => kind === 'table');
const rows = `${long(190)}\t12\n${long(100)}\tmange`;
await kari.send('PATCH', `${api}/answers`, {
  answers: Object.fromEntries(tables.map((table) => [table.id, { value: rows, version: 0 }])),
});
const file = { name: `${long(110)}.png`, content: pngOf(50, 40) };
const uploaded = await kari.upload(`${api}/documents`, [file], { description: long(300) });
const document = uploaded.json<{ documents: { id: string }[] }>().documents[0]?.id;
await kari.send('PATCH', `/api/v1/documents/${document}`, { withholdReason: long(250) });
await kari.post(`${api}/members`, { email: `${long(60)}@${long(60)}.example` });
const joining = { kind: 'cooperation', organisation: `Å${long(180)}`, message: long(300) };
await (await call.as('ukjent@lang.example')).post(`/api/v1/editions/${call.year.id}/join-requests`, joining);
await kari.post(`${api}/help`, { text: long(300) });
for (const [kind, organisation, name] of [
  ['leader', '', 'leder'],
  ['partner', long(150), 'partner'],
  ['partner', 'Løten', 'loten'],
])
  await kari.post(`${api}/confirmations`, {
    kind,
    organisation,
    name: long(100),
    title: long(100),
    email: `${name}@lang.example`,
  });

/** The elements that reach beyond the screen and are not within something that scrolls by itself. */
const beyond = (page: Page) =>
  page.evaluate(`[...document.querySelectorAll('body *')]
    .filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
    .slice(0, 4).map((one) => one.tagName + '.' + one.className).join(', ')`);

async function fits(
  t: { same(found: unknown, wanted: unknown, message: string): boolean },
  who: Client,
  paths: readonly string[],
): Promise<void> {
  for (const width of [320, 1280]) {
    const { page, close } = await openPage(browser, {
      viewport: { width, height: 800 },
      extraHTTPHeaders: who.headers,
    });
    for (const path of paths) {
      await page.goto(base + path);
      const wide = await widthFaults(page);
      t.same(wide, [], `${path} at ${width}${wide.length > 0 ? `: ${await beyond(page)}` : ''}`);
    }
    await close();
  }
}

const own = [
  '',
  '/soker',
  '/del/om',
  '/del/kriterier',
  '/del/kriterier-1',
  '/del/tall',
  '/del/godkjenning',
  '/vedlegg',
  '/bekreftelser',
  '/medarbeidere',
  '/hjelp',
  '/historikk',
  '/forhandsvis',
  '/send-inn',
  '/trekk',
  '/brev',
].map((path) => home + path);

t.test('while it is written', { timeout: 150_000 }, async (t) => {
  await fits(t, kari, ['/min-side', '/soknad/ny', '/soknad/ny?slag=samarbeid', '/soknad/bli-med', ...own]);
  await fits(t, secretary, [
    `/sekretariat/${call.year.id}/soknader`,
    `/sekretariat/${call.year.id}/hjelp`,
    `${home}/les`,
    '/sekretariat/foresporsler',
    '/min-side',
  ]);
});

t.test('sent in, confirmed by a link, and returned', { timeout: 150_000 }, async (t) => {
  await call.submit(kari, id);
  await fits(t, kari, [home, `${home}/kvittering`, `${home}/innsendt`, `${home}/brev`]);
  const letters = await db
    .selectFrom('letters')
    .select('body')
    .where('template', 'in', ['leaderConfirmation', 'partnerConfirmation'])
    .execute();
  const links = letters.flatMap(({ body }) => /^\/bekreft\/\S+$/m.exec(body)?.[0] ?? []);
  t.equal(links.length, 3);
  await fits(t, call.anyone, links);
  await call.setClock(addDays(call.dates.closes_at, 1));
  const parts = [answers[0]?.id, 'documents', 'applicant'].map((part) => ({ part, note: long(200) }));
  const dueAt = addDays(call.dates.closes_at, 4).toISOString();
  const event = { type: 'return', version: 1, reason: long(300), dueAt, parts };
  t.equal((await secretary.post(`${api}/events`, event)).statusCode, 200);
  await fits(t, secretary, [
    `/sekretariat/soknad/${id}`,
    `/sekretariat/soknad/${id}/mangler`,
    `/sekretariat/${call.year.id}/soknader`,
    `/sekretariat/${call.year.id}/frister`,
    `/sekretariat/${call.year.id}/brev`,
  ]);
  const returned = ['', '/del/om', '/vedlegg', '/soker', '/send-inn'].map((path) => home + path);
  await fits(t, kari, [...returned, `/dokument/${document}/les`]);
  t.same(call.errors, []);
});
