/** The plot until the applications are in. */
import { administrator, applicants, drafter, jury, leader, says, secretary, task } from './cast.ts';
import type { Hands } from './hands.ts';
import type { Stage } from './stage.ts';

export async function invite(stage: Stage): Promise<void> {
  await stage.clock('2026-04-01', '09:00');
  const astrid = await stage.as(administrator);
  await astrid.follow('Inviter noen til sekretariatet. De lager prisåret');
  for (const [{ name, email }, role] of [
    [secretary, 'Sekretariat'],
    [leader, 'Leder'],
  ] as const) {
    if (role === 'Leder') await astrid.follow('Inviter en person');
    await astrid.fill('E-postadresse', email);
    await astrid.fill('Navn', name);
    await astrid.choose(role);
    await astrid.press('Send invitasjonen');
    await says(astrid, 'Invitasjonen er sendt.');
  }
}

export async function setUp(stage: Stage): Promise<void> {
  for (const who of [secretary, leader]) {
    const newcomer = await stage.as(who);
    await newcomer.follow('Les og bekreft reglene om fortrolighet før du begynner');
    await newcomer.choose('Jeg har lest reglene og følger dem');
    await newcomer.press('Bekreft');
    await says(newcomer, 'Takk! Nå er sidene åpne for deg.');
    await newcomer.follow('Se hva som venter på deg');
  }
  const ingeborg = await stage.as(secretary);
  const main = ingeborg.page.locator('main');
  await ingeborg.follow('Lag prisåret');
  await ingeborg.press('Lag prisåret');
  await ingeborg.arrives('Etikkprisen 2026');
  await ingeborg.follow('Tekster og datoer');
  await ingeborg.fill('Sted for prisutdelingen', 'Kommunenes Hus, Oslo');
  await ingeborg.press('Lagre datoer og sted');
  await ingeborg.fill('E-post', secretary.email);
  await ingeborg.press('Lagre kontakt');
  await ingeborg.follow('Kriterier og skjema');
  await ingeborg.follow(/^Endre\s*: Engasjement$/);
  await ingeborg.fill('Vekt', '2');
  await ingeborg.press('Lagre');
  await says(ingeborg, 'Vurderingskriterium, vekt 2');
  await ingeborg.follow('Oversikt');
  // What is missing leads to where it is put right.
  await ingeborg.follow(/^Sett opp minst så mange plasser i fagjuryen/, main);
  for (const { seat, role, name, email } of jury) {
    await ingeborg.fill('Organisasjon', seat);
    await ingeborg.select('Oppgave', role);
    await ingeborg.press('Legg til');
    await ingeborg.follow(new RegExp(`: ${seat}$`));
    await ingeborg.fill('Navn', name);
    await ingeborg.fill('E-postadresse', email);
    await ingeborg.press('Inviter');
    await says(ingeborg, 'Invitasjonen er sendt.');
  }
  await task(ingeborg, 'Gjør prisåret klart, og lys det ut');
  await ingeborg.press('Lys ut prisen');
  await says(ingeborg, 'Status: Utlyst.');
  await says(ingeborg, 'Utlysningen er synlig for alle, og åpner for søknader 15. mai 2026 kl. 08.00.');
  await ingeborg.follow('Slik ser offentligheten utlysningen');
  await ingeborg.arrives('Utlysning av Etikkprisen 2026');
  await ingeborg.page.goBack();
}

export async function confirm(stage: Stage): Promise<void> {
  for (const person of jury) {
    const juror = await stage.as(person);
    await juror.follow('Les og bekreft reglene om fortrolighet');
    await juror.choose('Jeg har lest reglene og følger dem');
    await juror.press('Bekreft');
    await says(
      juror,
      person.role === 'varamedlem'
        ? 'Du er varamedlem og blir bare med hvis noen må tre ut.'
        : 'Ingen søknader er klare for fagjuryen ennå.',
    );
  }
}

/** An application that is started; one of them is never sent in. */
export async function begin(stage: Stage, who: (typeof applicants)[number] | typeof drafter): Promise<Hands> {
  await stage.clock('2026-09-15', '10:00');
  const hands = await stage.as(who);
  await hands.follow('Start en søknad');
  await hands.follow(who.kind);
  await hands.fill(who.field, who.organisation);
  await hands.press('Begynn på søknaden');
  await hands.arrives(who.organisation);
  return hands;
}

export async function apply(stage: Stage, who: (typeof applicants)[number], pdf: string): Promise<void> {
  const hands = await begin(stage, who);
  await hands.follow('Om dere');
  while (await hands.page.getByRole('button', { name: 'Lagre og gå videre' }).count()) await answerAll(hands);
  await hands.follow('Vedlegg');
  await hands.attach(pdf);
  // With scripts, choosing is enough.
  const upload = hands.page.locator('main').getByRole('button', { name: 'Last opp', exact: true });
  if (await upload.isVisible()) await upload.click();
  await says(hands, /er lastet opp\.$/);
  await hands.follow('Tilbake til søknaden');
  await hands.follow('Se over og send inn');
  await hands.press('Send inn søknaden');
  await hands.arrives('Kvittering');
  await says(hands, /EP-\w{4}-\w{4}/);
}

/** Every question of the part that is open, then on to the next. */
async function answerAll(hands: Hands): Promise<void> {
  const main = hands.page.locator('main');
  for (const box of await main.getByRole('textbox').all())
    await box.fill('Vi øver på det vanskelige hver uke, og ingen skal stå alene med det.');
  for (const box of await main.getByRole('checkbox').all()) await box.check();
  await hands.press('Lagre og gå videre');
}
