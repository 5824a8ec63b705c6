/** What the secretariat does beside the year: tries it out first, brings along what was before the service, and answers the public. */
import { other, reader, says, secretary, task } from './cast.ts';
import type { Hands } from './hands.ts';
import type { Stage } from './stage.ts';

/** The years before the service, as somebody keeps them in a sheet. */
const before = `år;vinner;nominerte;søknader;dato
2024;Åsnes kommune;Åsnes kommune|Fagerheim sykehjem;31;5.12.2024
2025;Hjemmetjenesten i Vestby;Hjemmetjenesten i Vestby|${other.organisation};27;4.12.2025
`;

export async function practise(stage: Stage): Promise<void> {
  const ingeborg = await stage.as(secretary);
  await ingeborg.follow('Sekretariatet');
  await ingeborg.follow('Prøverunde');
  await ingeborg.press('Lag prøverunden');
  await says(ingeborg, 'Prøverunden er klar.');
  await ingeborg.follow('Gå inn i prøverunden');
  await ingeborg.page.getByText('Øvelse. Ingenting er ekte.').first().waitFor();
  await ingeborg.follow('Ut av øvelsen');
  await ingeborg.press('La dem gjøre det nå');
  await says(ingeborg, /^Gjort: [1-9]\d* søknader sendt inn/);
  await ingeborg.choose('Jeg er ferdig med å øve, og alt i prøverunden kan slettes');
  await ingeborg.press('Slett alt i prøverunden');
  await says(ingeborg, 'Prøverunden er slettet. Ingenting er igjen av den.');
}

export async function bringAlong(stage: Stage, pdf: string): Promise<void> {
  const ingeborg = await stage.as(secretary);
  await ingeborg.follow('Sekretariatet');
  await ingeborg.follow('Årene før tjenesten');
  await ingeborg.attach({ name: 'historie.csv', mimeType: 'text/csv', buffer: Buffer.from(before) });
  await ingeborg.press('Se hva som blir endret');
  await says(ingeborg, '2 år blir lagret. Ingenting er lagret ennå.');
  await ingeborg.press('Lagre 2 år');
  await says(ingeborg, '2 år er lagret.');
  await ingeborg.follow('Sekretariatet');
  await ingeborg.follow('Gamle søknader');
  await ingeborg.fill('Prisår', '2025');
  await ingeborg.select('Hvem søkte?', 'Virksomhet');
  await ingeborg.fill('Organisasjon', other.organisation);
  await ingeborg.answer(/^Ble søknaden nominert\?/, 'Ja');
  await ingeborg.answer(/^Hvordan kom den\?/, 'På e-post');
  await ingeborg.fill('Hvilken dag kom den?', '2025-09-12');
  await ingeborg.fill('E-postadressen til den som kan lese den', other.email);
  await ingeborg.press('Registrer og legg ved filene');
  await says(ingeborg, 'Registrert. Legg ved filene.');
  await ingeborg.attach(pdf);
  await ingeborg.press('Last opp');
  await says(ingeborg, 'Filene er lagt ved.');
  await searched(await stage.passerBy());
}

async function searched(anyone: Hands): Promise<void> {
  await anyone.front();
  await anyone.follow('Tidligere år');
  await anyone.fill('Søk etter navn eller år', 'fagerheim');
  await anyone.press('Søk');
  await says(anyone, '1 av 2 år.');
  await says(anyone, /^Nominerte: .*Fagerheim sykehjem/);
}

/** One leaves an address and gets an answer; the other does not, and the secretariat closes it. */
export async function beTold(stage: Stage): Promise<void> {
  const [one, two] = [await stage.passerBy(), await stage.passerBy()];
  for (const [anyone, told] of [
    [one, 'Skjermleseren min leser ikke tabellen på siden om utlysningen.'],
    [two, 'Skriften er for liten.'],
  ] as const) {
    await anyone.front();
    await anyone.follow('Tilgjengelighet');
    await anyone.follow('Si fra om noe som ikke virker');
    await anyone.fill('Hva virker ikke?', told);
  }
  await one.fill('E-postadresse', reader);
  await written(one);
  for (const anyone of [one, two]) {
    await anyone.press('Send');
    await says(anyone, /^Takk for at du sa fra!/);
  }
  const ingeborg = await stage.as(secretary);
  await task(ingeborg, 'Svar på 2 meldinger om noe som ikke virker');
  await ingeborg.follow(/^Skjermleseren min/);
  await ingeborg.fill('Svar på e-post', 'Takk! Tabellen har fått overskrifter nå.');
  await ingeborg.press('Send svaret');
  await says(ingeborg, 'Svaret er på vei.');
  await ingeborg.follow('Sekretariatet');
  await ingeborg.follow('Meldinger om tilgjengelighet');
  await ingeborg.follow('Skriften er for liten.');
  await ingeborg.press('Lukk uten å svare');
  await says(ingeborg, 'Meldingen er lukket.');
  await stage.letterTo(reader, /Tabellen har fått overskrifter nå/);
}

/** Nobody writes in a form faster than this, and the service does not believe whoever does. */
export const written = (hands: Hands): Promise<void> => hands.page.waitForTimeout(3000);
