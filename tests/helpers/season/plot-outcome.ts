/** The plot from the decision to the answers after the ceremony. */
import {
  applicants,
  chair,
  leader,
  nominated,
  other,
  says,
  secretary,
  statementOf,
  task,
  third,
  winner,
} from './cast.ts';
import type { Hands } from './hands.ts';
import type { Stage } from './stage.ts';

export async function state(stage: Stage): Promise<void> {
  const ingeborg = await stage.as(secretary);
  await task(ingeborg, 'Skriv begrunnelsene for 2 nominerte');
  for (const { organisation } of nominated) {
    const card = ingeborg.card(organisation);
    await ingeborg.fill('Begrunnelse på bokmål', statementOf(organisation, 'nb'), card);
    await ingeborg.fill('Begrunnelse på nynorsk', statementOf(organisation, 'nn'), card);
    await ingeborg.press('Lagre begrunnelsen', card);
    await says(ingeborg, 'Begrunnelsen er lagret.');
  }
  const sigrid = await stage.as(chair);
  await task(sigrid, 'Les og godkjenn 2 begrunnelser');
  for (const { organisation } of nominated) {
    await sigrid.press('Godkjenn begrunnelsen', sigrid.card(organisation));
    await says(sigrid, 'Begrunnelsen er godkjent.');
  }
}

export async function publish(stage: Stage): Promise<void> {
  const ingeborg = await stage.as(secretary);
  const bente = await stage.as(leader);
  for (const [what, waiting] of [
    ['De nominerte', 'Forbered offentliggjøringen av de nominerte'],
    ['Vinneren', 'Forbered kunngjøringen av vinneren'],
  ] as const) {
    await task(ingeborg, waiting);
    const form = ingeborg.page.getByRole('form', { name: `Forbered: ${what}` });
    await ingeborg.fill('Fellestekst på bokmål', 'Fagjuryen fikk tre søknader.', form);
    await ingeborg.fill('Fellestekst på nynorsk', 'Fagjuryen fekk tre søknader.', form);
    await ingeborg.press('Send til godkjenning', form);
    await says(ingeborg, 'Forberedt. Nå må en annen godkjenne.');
    if ((await ingeborg.page.getByRole('button', { name: 'Godkjenn' }).count()) > 0)
      throw new Error('whoever prepared it is offered to approve it');
    await task(bente, 'Les og godkjenn en offentliggjøring');
    const card = bente.card(what);
    await bente.follow('Slik vil offentligheten se det', card);
    await says(bente, statementOf(winner.organisation, 'nb'));
    await bente.page.goBack();
    await bente.press('Godkjenn', card);
    await says(bente, 'Godkjent.');
  }
}

export async function present(stage: Stage): Promise<void> {
  const anyone = await stage.passerBy();
  const kari = await stage.as(winner);
  const ingeborg = await stage.as(secretary);
  await anyone.front();
  if ((await anyone.reads()).includes(winner.organisation))
    throw new Error('the nominated are out before their time');
  await stage.clock('2026-11-30', '12:00');
  await reloadUntil(anyone, 'Les juryens begrunnelser');
  await anyone.follow('Les juryens begrunnelser');
  await says(anyone, statementOf(other.organisation, 'nb'));
  await opens(kari, winner.organisation, 'Gratulerer, dere er nominert!');
  await opens(await stage.as(third), third.organisation, 'Dere ble ikke nominert denne gangen');
  await stage.clock('2026-12-11', '12:10');
  await ingeborg.follow('Sekretariatet');
  await ingeborg.follow('Etikkprisen 2026');
  await says(ingeborg, 'Alt er forberedt.');
  await ingeborg.follow('Seremoni', ingeborg.page.locator('main'));
  await press(ingeborg, 'Neste', winner.organisation);
  await press(ingeborg, 'Neste', other.organisation);
  await press(ingeborg, 'Neste', 'Og vinneren er …');
  await press(ingeborg, 'Kunngjør vinneren', winner.organisation);
  await says(ingeborg, 'Vinneren er offentlig siden');
  await reloadUntil(anyone, 'Vinner av Etikkprisen 2026');
  await says(anyone, winner.organisation);
  await anyone.follow('Les juryens begrunnelser');
  await says(anyone, statementOf(winner.organisation, 'nb'));
  await opens(kari, winner.organisation, 'Gratulerer, dere har vunnet Etikkprisen!');
}

/** The remote control answers on the page with scripts, and with a new page without. */
async function press(hands: Hands, name: string, then: string): Promise<void> {
  await hands.page.waitForTimeout(500); // two presses at once count as one
  await hands.tap(name);
  await hands.page.locator('.ep-stage__title', { hasText: then }).waitFor();
}

export async function answer(stage: Stage): Promise<void> {
  await stage.clock('2026-12-14', '09:00');
  const ingeborg = await stage.as(secretary);
  await task(ingeborg, 'Gjør opp prisåret, og avslutt det');
  await ingeborg.follow(/^Gi søkerne tilbakemelding, hvis dere har lovet det \(0 av 3 godkjent\)$/);
  for (const { organisation } of applicants) {
    const card = ingeborg.card(organisation);
    await ingeborg.fill(`Tilbakemelding til ${organisation}`, `Takk for søknaden fra ${organisation}.`, card);
    await ingeborg.press('Lagre', card);
  }
  const sigrid = await stage.as(chair);
  await task(sigrid, 'Les og godkjenn 3 tilbakemeldinger til søkerne');
  for (const { organisation } of applicants) await sigrid.press(/^Godkjenn/, sigrid.card(organisation));
  const eva = await stage.as(third);
  await opens(eva, third.organisation, 'Dere ble ikke nominert denne gangen');
  await eva.follow(/tilbakemelding/i);
  await says(eva, `Takk for søknaden fra ${third.organisation}.`);
}

/** An applicant opens the application from the start page. */
async function opens(hands: Hands, organisation: string, text: string): Promise<void> {
  await hands.follow('Min side');
  await hands.follow(new RegExp(`^${organisation}`));
  await says(hands, text);
}

/** Public pages are kept for two seconds: whoever is early asks again. */
async function reloadUntil(hands: Hands, text: string): Promise<void> {
  for (let asked = 0; asked < 20; asked++) {
    await hands.front();
    if ((await hands.reads()).includes(text)) return;
    await hands.page.waitForTimeout(500);
  }
  throw new Error(`the front page does not say ${text}:\n${await hands.reads()}`);
}
