/** The plot from the deadline to the jury's decision. */
import { readPdf } from '../pdf.ts';
import {
  applicants,
  chair,
  connected,
  judging,
  nominated,
  other,
  says,
  secretary,
  task,
  winner,
} from './cast.ts';
import type { Hands } from './hands.ts';
import type { Stage } from './stage.ts';

export async function check(stage: Stage): Promise<void> {
  await stage.clock('2026-10-20', '09:00');
  const ingeborg = await stage.as(secretary);
  await task(ingeborg, 'Kontroller 3 søknader');
  await ingeborg.follow(winner.organisation);
  for (const { organisation } of applicants.toSorted((a, b) =>
    a.organisation.localeCompare(b.organisation),
  )) {
    await ingeborg.arrives(organisation);
    await ingeborg.press('Godkjenn for vurdering');
    await says(ingeborg, 'Søkeren får beskjed på e-post.');
    await ingeborg.follow(/^(Neste som venter: |Gå videre med prisåret$)/);
  }
  await ingeborg.press('Start juryens vurdering');
  await says(ingeborg, 'Status: Juryen vurderer.');
}

export async function declare(stage: Stage): Promise<void> {
  for (const person of judging) {
    const juror = await stage.as(person);
    await task(juror, 'Svar på om du har noen tilknytning til 3 søkere');
    for (const { organisation } of applicants) {
      const question = `Har du noen tilknytning til ${organisation}?`;
      if (person !== connected || organisation !== other.organisation) {
        await juror.answer(question, 'Nei, ingen tilknytning');
        continue;
      }
      await juror.answer(question, 'Ja, jeg har en tilknytning');
      const card = juror.card(organisation);
      await card.getByText('Hva slags tilknytning er det?').first().click();
      await juror.choose('Jeg har vært med på arbeidet som søknaden beskriver, eller veiledet dem', card);
      await juror.fill('Vil du si mer om det?', 'Jeg holdt kurset deres i fjor.', card);
    }
    await juror.press('Lagre svarene');
    await says(juror, 'Takk, du har svart for alle søkerne.');
  }
  const sigrid = await stage.as(chair);
  await task(sigrid, 'Avgjør ett spørsmål om habilitet');
  const question = sigrid.card(`${connected.name} og ${other.organisation}`);
  await sigrid.choose('Inhabil: deltar ikke', question);
  await sigrid.fill('Begrunnelse', 'Har tatt del i arbeidet som skal vurderes.', question);
  await sigrid.press('Før avgjørelsen', question);
  await says(sigrid, 'Avgjørelsen er ført.');
}

export async function judge(stage: Stage): Promise<void> {
  for (const person of judging) {
    const juror = await stage.as(person);
    const theirs = applicants.filter((one) => person !== connected || one !== other);
    await task(juror, `Lever vurderingene av ${theirs.length} søknader`);
    if (person === chair) await takeBooklet(juror);
    await juror.follow(/^Gå videre: /);
    for (const [i] of theirs.entries()) {
      const organisation = await juror.page.getByRole('heading', { level: 1 }).innerText();
      await says(juror, 'Vi øver på det vanskelige hver uke');
      const level = organisation === winner.organisation ? /^5 – / : /^4 – /;
      for (const must of await juror.page.getByRole('group', { name: /er kravet oppfylt\?/ }).all())
        await must.getByLabel('Ja', { exact: true }).check();
      for (const criterion of await juror.page.getByRole('group', { name: /hvor godt\?/ }).all())
        await criterion.getByLabel(level).check();
      for (const text of await juror.page.getByRole('textbox', { name: /^Vurdering av / }).all())
        await text.fill('Godt beskrevet, og det er holdt ved like.');
      await juror.press('Lagre og lever');
      await says(juror, 'Vurderingen er levert. Takk!');
      await juror.follow(i < theirs.length - 1 ? /^Neste: / : 'Til oversikten');
    }
    await says(juror, 'Du er ferdig. Takk!');
    if (
      person === connected &&
      (await juror.page.getByRole('link', { name: other.organisation }).count()) > 0
    )
      throw new Error('a juror with a connection is led to the application');
  }
  const sigrid = await stage.as(chair);
  await task(sigrid, 'Avslutt juryens vurdering');
  await sigrid.press('Avslutt vurderingen og lås den');
  await sigrid.arrives('Resultat');
  await says(sigrid, new RegExp(winner.organisation));
}

/** To read on paper, on the train. */
async function takeBooklet(juror: Hands): Promise<void> {
  const { text } = await readPdf((await juror.take('Last ned søknadene med tomme skjemaer som PDF')).content);
  for (const said of [...applicants.map(({ organisation }) => organisation), chair.name])
    if (!text.includes(said)) throw new Error(`the booklet does not say ${said}`);
}

export async function meet(stage: Stage): Promise<void> {
  const ingeborg = await stage.as(secretary);
  const main = ingeborg.page.locator('main');
  await ingeborg.follow('Sekretariatet');
  await ingeborg.follow('Etikkprisen 2026');
  await ingeborg.follow('Jurymøter', main);
  for (const person of await main.getByRole('group').all())
    await person.getByLabel('Til stede, ingen ny tilknytning').check();
  await ingeborg.press('Start møtet');
  await ingeborg.press('Åpne på skjermen');
  await ingeborg.fill(`Notat om ${winner.organisation}`, 'Bred enighet.');
  await ingeborg.press('Lagre notatet');
  await ingeborg.press('Lukk søknaden');
  await ingeborg.follow('Forslag og avstemninger');
  await ingeborg.choose('Nominere en søknad');
  await ingeborg.select('Hvilken søknad?', winner.organisation);
  await ingeborg.press('Sett fram forslaget');
  for (const person of judging.filter((one) => one !== connected)) {
    const juror = await stage.as(person);
    await juror.follow('Fagjuryen');
    await juror.follow('Jurymøtet');
    await juror.choose('For');
    await juror.press('Gi stemmen');
  }
  await ingeborg.follow('Etikkprisen 2026');
  await ingeborg.follow('Jurymøter', main);
  await ingeborg.follow('Forslag og avstemninger');
  await says(ingeborg, '3 for, 0 mot');
  await ingeborg.press('Avslutt avstemningen');
  await says(ingeborg, 'Vedtatt');
  await ingeborg.follow('Etikkprisen 2026');
  await ingeborg.follow('Jurymøter', main);
  await ingeborg.follow(/^Jurymøte \d/);
  await ingeborg.press('Avslutt møtet');
  await says(ingeborg, 'fører juryleder som beslutning på sin egen side');
}

export async function decide(stage: Stage): Promise<void> {
  const sigrid = await stage.as(chair);
  await task(sigrid, 'Før juryens beslutning');
  for (const { organisation } of nominated) await sigrid.choose(new RegExp(`^${organisation}`));
  await sigrid.press('Før de nominerte');
  await says(sigrid, 'Beslutningen er ført.');
  await sigrid.answer('Vinner', new RegExp(`^${winner.organisation}`));
  await sigrid.press('Før vinneren');
  await says(sigrid, `${winner.organisation}: vinner`);
  await says(sigrid, new RegExp(`Deltok ikke: ${connected.name}`));
}
