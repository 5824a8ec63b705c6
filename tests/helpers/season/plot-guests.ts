/** Those who come to the ceremony: there is one place, and two who want it. */
import { guest, says, secretary, waiting } from './cast.ts';
import type { Hands } from './hands.ts';
import { written } from './plot-beside.ts';
import type { Stage } from './stage.ts';

export async function invite(stage: Stage): Promise<void> {
  await stage.clock('2026-10-28', '09:00');
  const ingeborg = await stage.as(secretary);
  await toSignup(ingeborg);
  await ingeborg.choose('Her, med plasser og venteliste');
  const more = ingeborg.page.getByText('Plasser og frist, når påmeldingen er her');
  if (!(await ingeborg.page.getByLabel('Antall plasser').isVisible())) await more.click();
  await ingeborg.fill('Antall plasser', '1');
  await ingeborg.fill('Dato', '2026-12-09');
  await ingeborg.fill('Klokkeslett', '15:00');
  await ingeborg.press('Lagre');
  await says(ingeborg, 'Påmeldingen er lagret.');
}

export async function signUp(stage: Stage): Promise<void> {
  const [first, second] = [await stage.passerBy(), await stage.passerBy()];
  await asks(first, guest);
  await first.fill('Allergier eller behov for tilrettelegging', 'nøtter');
  await written(first);
  await first.press('Meld deg på');
  await asks(second, waiting);
  await says(second, /^Alle plassene er tatt\./);
  await written(second);
  await second.press('Sett deg på ventelisten');
  for (const person of [first, second]) await says(person, /^Takk! Se i innboksen din/);
  const link = await stage.letterTo(guest.email, /^\/seremoni\/pamelding\/\S+$/m);
  await stage.letterTo(waiting.email, /Du står på venteliste/);
  const ingeborg = await stage.as(secretary);
  await toSignup(ingeborg);
  await says(ingeborg, '1 av 1 plasser er tatt. Én står på ventelisten.');
  await says(ingeborg, 'Venteliste 1');
  await first.open(link);
  await says(first, `${guest.name} har plass på seremonien.`);
  await first.press('Meld meg av');
  await says(first, 'Du er meldt av, og det du skrev, er slettet.');
  await stage.letterTo(waiting.email, /Det ble en plass til deg/);
  await ingeborg.follow('Påmelding til seremonien');
  await says(ingeborg, '1 av 1 plasser er tatt. Ingen står på ventelisten.');
}

async function asks(hands: Hands, { name, email }: { name: string; email: string }): Promise<void> {
  await hands.front();
  await hands.follow('Utlysning');
  await hands.follow('Meld deg på seremonien');
  await hands.fill('Navn', name);
  await hands.fill('E-postadresse', email);
}

async function toSignup(hands: Hands): Promise<void> {
  await hands.follow('Sekretariatet');
  await hands.follow('Etikkprisen 2026');
  await hands.follow('Kunngjøring');
  await hands.follow('Påmelding til seremonien');
}
