/** Uploads in a real browser that go on from where they stopped: the network cut three times, the server killed, the page read anew (issue 3, must show 2). */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readdir, stat, writeFile } from 'node:fs/promises';
import net, { type AddressInfo } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import t from 'tap';
import { addDays } from '../../src/platform/clock.ts';
import { pageFaults } from '../helpers/axe.ts';
import { openBrowser, openPage } from '../helpers/browser.ts';
import { playground } from '../helpers/client.ts';
import { pdfOfSize } from '../helpers/made-files.ts';
import { mortalServer } from '../helpers/mortal-server.ts';
import { temporaryFolder } from '../helpers/server.ts';
import { writer } from '../helpers/writers.ts';
import { datesOf, plannedYear } from '../helpers/year.ts';

const play = await playground(t);
const { db } = play.services;
const year = await plannedYear(db);
const dates = await datesOf(db, year.id);
await year.send('secretary', addDays(dates.opens_at, -7), 'announce');
await play.setClock(addDays(dates.closes_at, -3));
const server = await mortalServer(t, play);
const browser = await openBrowser(t);
const folder = await temporaryFolder(t);
const kari = await play.as('kari@solbakken.example');
const shots = process.env['SHOTS'];

async function draft(name: string): Promise<string> {
  const body = { kind: 'enterprise', organisation: name, language: 'nb' };
  return (await kari.post(`/api/v1/editions/${year.id}/nominations`, body)).json<{ id: string }>().id;
}
const rows = (id: string) => db.selectFrom('documents').selectAll().where('nomination_id', '=', id).execute();
const left = () => readdir(server.resumable).catch(() => []);
async function arrived(): Promise<number> {
  const name = (await left()).find((each) => !each.endsWith('.json'));
  return name ? ((await stat(path.join(server.resumable, name)).catch(() => undefined))?.size ?? 0) : 0;
}
async function until(what: string, met: () => Promise<boolean>): Promise<void> {
  for (let i = 0; i < 3000; i++) {
    if (await met()) return;
    await sleep(20);
  }
  throw new Error(`never: ${what}`);
}

/** A line between the browser and the server; while it is cut, nobody gets through. */
const connections = new Set<net.Socket>();
let whole = true;
const line = net.createServer((from) => {
  if (!whole) {
    from.destroy();
    return;
  }
  const to = net.connect(Number(new URL(server.origin).port), '127.0.0.1');
  for (const [one, other] of [
    [from, to],
    [to, from],
  ] as const) {
    connections.add(one);
    one
      .on('error', () => {})
      .on('close', () => {
        connections.delete(one);
        other.destroy();
      });
    one.pipe(other);
  }
});
line.listen(0, '127.0.0.1');
await once(line, 'listening');
t.teardown(() => void line.close());
const origin = `http://127.0.0.1:${(line.address() as AddressInfo).port}`;
function cut(): void {
  whole = false;
  for (const each of connections) each.destroy();
}

/** Sets how many bytes a second the page can send; -1 for as many as it likes. */
async function slowLine(page: Page) {
  const network = await page.context().newCDPSession(page);
  await network.send('Network.enable');
  return (uploadThroughput: number) =>
    network.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 0,
      downloadThroughput: -1,
      uploadThroughput,
    });
}
/** Where each piece that the page sends from now on begins. */
function offsetsOf(page: Page): number[] {
  const offsets: number[] = [];
  page.on('request', (request) => {
    const offset = request.headers()['upload-offset'];
    if (request.method() === 'PATCH' && offset) offsets.push(Number(offset));
  });
  return offsets;
}

/** A page of the attachments, on a line that can be made slow. */
async function attachments(id: string, width = 1280) {
  const opened = await openPage(browser, {
    viewport: { width, height: 844 },
    extraHTTPHeaders: kari.headers,
  });
  const { page } = opened;
  const slow = await slowLine(page);
  await page.goto(`${origin}/soknad/${id}/vedlegg`);
  return { ...opened, slow };
}
const choose = (page: Page, file: string) => page.locator('input[name=files]').setInputFiles(file);
async function onDisk(name: string, bytes: number, seed: number) {
  const content = await pdfOfSize(bytes, seed);
  const file = path.join(folder, name);
  await writeFile(file, content);
  return { file, sha256: createHash('sha256').update(content).digest('hex') };
}
async function shoot(page: Page, name: string): Promise<void> {
  if (shots) await page.screenshot({ path: path.join(shots, `resuming-${name}.png`), fullPage: true });
}

t.test(
  'the network is cut three times and the server killed: it arrives whole, with the same hash',
  async (t) => {
    const id = await draft('Solbakken på dårlig linje');
    const { file, sha256 } = await onDisk('Årsmelding.pdf', 20_000_000, 21);
    const { page, slow, close } = await attachments(id);
    await slow(1_500_000);
    await choose(page, file);
    const seen: number[] = [];
    for (let cuts = 0; cuts < 3; cuts++) {
      const from = seen.at(-1) ?? 0;
      await until('some has come', async () => (await arrived()) > from + 1_000_000);
      cut();
      await page.getByText('Forbindelsen ble brutt. Prøver igjen').waitFor();
      if (cuts === 0) {
        t.same(await pageFaults(page), []);
        await shoot(page, 'paused');
      }
      seen.push(await arrived());
      whole = true;
      await page.getByText(/\d+ prosent/).waitFor({ timeout: 60_000 });
    }
    await until('more has come', async () => (await arrived()) > (seen.at(-1) ?? 0) + 1_000_000);
    await server.kill();
    seen.push(await arrived());
    await server.start();
    await slow(-1);
    // A busy machine may be longer in starting than the page tries by itself.
    const again = page.getByRole('button', { name: 'Fortsett der den stoppet Årsmelding.pdf' });
    const done = page.getByText('1 av 1 filer er lastet opp.');
    await again.or(done).first().waitFor({ timeout: 120_000 });
    if (await again.isVisible()) await again.press('Enter');
    await done.waitFor({ timeout: 60_000 });
    t.match(
      await rows(id),
      [{ name: 'Årsmelding.pdf', sha256, bytes: '20000000' }],
      `cut at ${seen.join(', ')}`,
    );
    t.same((await rows(id)).length, 1);
    t.same(await left(), []);
    await page.getByRole('heading', { name: 'Årsmelding.pdf' }).waitFor();
    await close();
  },
);

t.test('after the page is read anew, the same file goes on; another one begins from nothing', async (t) => {
  const id = await draft('Solbakken på nytt');
  const { file, sha256 } = await onDisk('Plan.pdf', 9_000_000, 22);
  const { page, slow, close } = await attachments(id, 390);
  page.on('dialog', (dialog) => void dialog.accept());
  await slow(900_000);
  await choose(page, file);
  await until('some has come', async () => (await arrived()) > 2_000_000);
  await page.reload();
  await slow(900_000);
  await page.getByText('Ikke ferdig lastet opp. Velg den samme filen igjen').waitFor();
  t.same(await pageFaults(page), []);
  await shoot(page, 'unfinished');
  const kept = await arrived();
  const offsets = offsetsOf(page);
  await slow(-1);
  await choose(page, file);
  await page.getByText('1 av 1 filer er lastet opp.').waitFor({ timeout: 60_000 });
  t.ok((offsets[0] ?? 0) >= kept && kept > 2_000_000, `went on at ${offsets.join(', ')} of ${kept}`);
  t.equal(await page.getByText('Ikke ferdig lastet opp').count(), 0);
  t.match(await rows(id), [{ sha256 }]);
  t.equal(await page.evaluate('sessionStorage.length'), 0, 'nothing is kept of what is finished');
  const other = await onDisk('Annen.pdf', 200_000, 23);
  offsets.length = 0;
  await choose(page, other.file);
  await until('it is there', async () => (await rows(id)).length === 2);
  t.same(offsets, [0]);
  await close();
});

t.test('a session that ends in the middle: signed in again, the same file goes on', async (t) => {
  const id = await draft('Solbakken logges ut');
  const { file, sha256 } = await onDisk('Lang.pdf', 9_000_000, 25);
  const person = await writer(play, browser, origin, 'kari@solbakken.example', {
    viewport: { width: 390, height: 844 },
  });
  const { page } = person;
  const slow = await slowLine(page);
  await page.goto(`${origin}/soknad/${id}/vedlegg`);
  await slow(900_000);
  await choose(page, file);
  await until('some has come', async () => (await arrived()) > 1_000_000);
  await person.expire();
  cut();
  whole = true;
  await page.getByText('Du er logget ut. Det som er sendt, er tatt vare på i et døgn.').waitFor();
  t.same(await pageFaults(page), []);
  await shoot(page, 'signed-out');
  const kept = await arrived();
  t.equal(await page.getByRole('link', { name: 'Logg inn i ny fane' }).getAttribute('href'), '/logg-inn');
  await person.enter();
  const offsets = offsetsOf(page);
  await slow(-1);
  await page.getByRole('button', { name: 'Fortsett der den stoppet Lang.pdf' }).press('Enter');
  await page.getByText('1 av 1 filer er lastet opp.').waitFor({ timeout: 60_000 });
  t.ok((offsets[0] ?? 0) >= kept && kept > 1_000_000, `went on at ${offsets.join(', ')} of ${kept}`);
  t.match(await rows(id), [{ sha256 }]);
  await person.close();
});

t.test(
  'what is given up is gone from the server, and signing out leaves nothing in the browser',
  async (t) => {
    const id = await draft('Solbakken gir opp');
    const { file } = await onDisk('Gis opp.pdf', 9_000_000, 24);
    const { page, slow, close } = await attachments(id);
    page.on('dialog', (dialog) => void dialog.accept());
    await slow(900_000);
    await choose(page, file);
    await until('some has come', async () => (await arrived()) > 500_000);
    await page.reload();
    await page.getByRole('button', { name: 'Fjern fra listen Gis opp.pdf' }).press('Enter');
    await until('the bytes are gone', async () => (await left()).length === 0);
    t.equal(await page.evaluate('sessionStorage.length'), 0);
    await slow(900_000);
    await choose(page, file);
    await until('some has come', async () => (await arrived()) > 500_000);
    t.equal(await page.evaluate('sessionStorage.length'), 1);
    await page.getByRole('button', { name: 'Logg ut' }).first().press('Enter');
    await page.waitForLoadState();
    t.equal(await page.evaluate('sessionStorage.length'), 0);
    t.same(await rows(id), []);
    await close();
  },
);
