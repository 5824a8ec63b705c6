/** The plot from the ceremony to the end of the year, and what is kept of it. */
import { checksums, texts, unpacked } from '../archive.ts';
import { readPdf } from '../pdf.ts';
import { readXlsx } from '../spreadsheets.ts';
import { administrator, applicants, drafter, says, secretary, task, winner } from './cast.ts';
import type { Stage } from './stage.ts';

export async function report(stage: Stage): Promise<void> {
  const ingeborg = await stage.as(secretary);
  await task(ingeborg, 'Gjør opp prisåret, og avslutt det');
  await ingeborg.follow('Årsrapporten til departementet');
  await says(ingeborg, winner.organisation);
  const { text } = await readPdf((await ingeborg.take('PDF')).content);
  const { rows } = await readXlsx((await ingeborg.take('Excel (XLSX)')).content);
  for (const [file, said] of [
    ['PDF', text],
    ['XLSX', JSON.stringify(rows)],
  ] as const)
    if (!said.includes(winner.organisation))
      throw new Error(`the report as ${file} does not name the winner`);
}

export async function archive(stage: Stage): Promise<void> {
  const ingeborg = await stage.as(secretary);
  await task(ingeborg, 'Gjør opp prisåret, og avslutt det');
  await ingeborg.follow('Til arkivet');
  await ingeborg.fill('Saksnummer i arkivet', '2026/1234');
  await ingeborg.press('Lagre');
  await says(ingeborg, 'Nummeret er lagret.');
  await says(ingeborg, 'Prisåret er over. Protokollen, vedtaket og kunngjøringen er med.');
  const all = await unpacked((await ingeborg.take('Last ned arkivpakken (ZIP)')).content);
  const { told, found } = checksums(all);
  if (told.join('\n') !== found.join('\n')) throw new Error('a checksum of the archive package is wrong');
  const titles = [...all.messages.values()]
    .flatMap((message) => texts(message, '//a:registrering/a:tittel'))
    .join('\n');
  for (const { organisation } of applicants)
    if (!titles.includes(organisation)) throw new Error(`${organisation} is not in the archive:\n${titles}`);
}

export async function end(stage: Stage): Promise<void> {
  const ingeborg = await stage.as(secretary);
  await ingeborg.follow('Oversikt');
  const close = ingeborg.page.getByRole('button', { name: 'Avslutt prisåret' });
  // The last letters are on their way: the page says so, and one looks again.
  for (let asked = 0; asked < 30 && (await close.count()) === 0; asked++) {
    await says(ingeborg, 'Vent til e-postene for året er sendt.');
    await ingeborg.page.waitForTimeout(1000);
    await ingeborg.follow('Oversikt');
  }
  await ingeborg.press('Avslutt prisåret');
  await says(ingeborg, 'Status: Avsluttet.');
  await task(ingeborg, 'Lag prisåret');
  await ingeborg.press('Lag prisåret');
  await ingeborg.arrives('Etikkprisen 2027');
}

/** The administrator reads what would go, and lets it be. */
export async function lookAtErasure(stage: Stage): Promise<void> {
  await stage.clock('2027-01-05', '09:00');
  const astrid = await stage.as(administrator);
  await astrid.follow('Administrasjon');
  await astrid.follow('Se hva som skal slettes');
  await says(astrid, /har nådd tiden i planen/);
  await says(astrid, 'Utkast som ikke er sendt inn');
  await says(astrid, `${drafter.organisation} 2026`);
  await astrid.follow('Planen slik alle kan lese den');
  await astrid.arrives('Hva vi lagrer, og hvor lenge');
}
