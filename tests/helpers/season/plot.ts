/**
 * THE PLOT: one short year, as its people live it. Two applicants, four jurors of whom one has a connection, two finalists, one winner.
 * Everything is done on pages, by the words that stand there; only the clock is moved by the demonstration's own page.
 */
import type { Hands } from './hands.ts';
import type { Person, Stage } from './stage.ts';

export interface Scene {
  name: string;
  play(stage: Stage): Promise<void>;
}
interface Props {
  /** A real PDF on this machine's disk. */
  pdf: string;
}

const administrator: Person = { name: 'Astrid Lienvold', email: 'astrid@ks.no' };
const secretary: Person = { name: 'Ingeborg Aashagen', email: 'ingeborg@ks.no' };
const leader: Person = { name: 'Bente Ramsødegård', email: 'bente@ks.no', byLink: true };
const jury = [
  {
    name: 'Sigrid Falkangen',
    email: 'sigrid@uio.example',
    seat: 'Senter for medisinsk etikk',
    role: 'juryleder',
  },
  { name: 'Olav Brekkestad', email: 'olav@hdir.example', seat: 'Helsedirektoratet', role: 'nestleder' },
  { name: 'Nina Hauglien', email: 'nina@ks.example', seat: 'KS', role: 'jurymedlem' },
  { name: 'Liv Torgersdal', email: 'liv@fagforbundet.example', seat: 'Fagforbundet', role: 'jurymedlem' },
] as const;
const [chair, , connected] = jury;
const applicants = [
  {
    name: 'Kari Eikeland',
    email: 'kari@eigersund.example',
    kind: 'Kommune',
    field: 'Kommune',
    organisation: 'Eigersund',
  },
  {
    name: 'Tom Solbakken',
    email: 'tom@solbakken.example',
    kind: 'Virksomhet',
    field: 'Navnet på virksomheten',
    organisation: 'Solbakken omsorgssenter',
  },
] as const;
const [winner, other] = applicants;

export const plot = ({ pdf }: Props): Scene[] => [
  { name: 'the administrator invites the secretariat and a leader', play: invite },
  { name: 'the secretariat sets up the year and its jury, and announces the call', play: setUp },
  { name: 'the jurors confirm the rules of confidence', play: confirm },
  ...applicants.map((who) => ({
    name: `${who.name} applies for ${who.organisation}`,
    play: (stage: Stage) => apply(stage, who, pdf),
  })),
  { name: 'the formal check, and the judging begins', play: check },
  { name: 'the jurors say what they are connected to, and the chair decides', play: declare },
  { name: 'the jurors read, judge and deliver', play: judge },
  { name: 'the chair closes the judging, and the jury decides', play: decide },
  { name: 'the statements are written and approved', play: state },
  { name: 'what becomes public is prepared by one and approved by another', play: publish },
  { name: 'the nominated, then the winner, for everyone to read', play: read },
];

async function invite(stage: Stage): Promise<void> {
  await stage.clock('2026-04-01', '09:00');
  const astrid = await stage.as(administrator);
  for (const [{ name, email }, role] of [
    [secretary, 'Sekretariat'],
    [leader, 'Leder'],
  ] as const) {
    await astrid.follow('Administrasjon');
    await astrid.follow('Inviter en person');
    await astrid.fill('E-postadresse', email);
    await astrid.fill('Navn', name);
    await astrid.choose(role);
    await astrid.press('Send invitasjonen');
    await says(astrid, 'Invitasjonen er sendt.');
  }
}

async function setUp(stage: Stage): Promise<void> {
  for (const who of [secretary, leader]) {
    const newcomer = await stage.as(who);
    await newcomer.follow('Les og bekreft reglene om fortrolighet før du begynner');
    await newcomer.choose('Jeg har lest reglene og følger dem');
    await newcomer.press('Bekreft');
    await says(newcomer, 'Takk! Nå er sidene åpne for deg.');
  }
  const ingeborg = await stage.as(secretary);
  await ingeborg.follow('Sekretariatet');
  await ingeborg.follow('Nytt prisår');
  await ingeborg.fill('Året for prisen', '2026');
  await ingeborg.choose('Det vanlige oppsettet for prisen');
  await ingeborg.press('Lag prisåret');
  await ingeborg.arrives('Etikkprisen 2026');
  await ingeborg.follow('Tekster og datoer');
  await ingeborg.fill('Sted for prisutdelingen', 'Kommunenes Hus, Oslo');
  await ingeborg.press('Lagre datoer og sted');
  await ingeborg.follow('Fagjuryen', ingeborg.page.locator('main'));
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
  await ingeborg.follow('Oversikt');
  await ingeborg.press('Lys ut prisen');
  await says(ingeborg, 'Status: Utlyst.');
}

async function confirm(stage: Stage): Promise<void> {
  for (const person of jury) {
    const juror = await stage.as(person);
    await juror.follow('Les og bekreft reglene om fortrolighet');
    await juror.choose('Jeg har lest reglene og følger dem');
    await juror.press('Bekreft');
    await says(juror, 'Ingen søknader er klare for fagjuryen ennå.');
  }
}

async function apply(stage: Stage, who: (typeof applicants)[number], pdf: string): Promise<void> {
  await stage.clock('2026-09-15', '10:00');
  const hands = await stage.as(who);
  await hands.follow('Start en søknad');
  await hands.follow(who.kind);
  await hands.fill(who.field, who.organisation);
  await hands.press('Begynn på søknaden');
  await hands.arrives(who.organisation);
  await hands.follow('Om dere');
  while (await hands.page.getByRole('button', { name: 'Lagre og gå videre' }).count()) await answerAll(hands);
  await hands.follow('Vedlegg');
  await hands.page.locator('input[type=file]').setInputFiles(pdf);
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

async function check(stage: Stage): Promise<void> {
  await stage.clock('2026-10-20', '09:00');
  const ingeborg = await stage.as(secretary);
  for (const { organisation } of applicants) {
    await ingeborg.go('/min-side');
    await ingeborg.follow(/^Kontroller /);
    await ingeborg.follow(organisation);
    await ingeborg.press('Godkjenn for vurdering');
    await says(ingeborg, 'Søkeren får beskjed på e-post.');
  }
  await ingeborg.follow('Etikkprisen 2026');
  await ingeborg.press('Start juryens vurdering');
  await says(ingeborg, 'Status: Juryen vurderer.');
}

async function declare(stage: Stage): Promise<void> {
  for (const person of jury) {
    const juror = await stage.as(person);
    await juror.go('/min-side');
    await juror.follow('Svar på om du har noen tilknytning til 2 søkere');
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
  await sigrid.go('/min-side');
  await sigrid.follow('Avgjør ett spørsmål om habilitet');
  const question = sigrid.card(`${connected.name} og ${other.organisation}`);
  await sigrid.choose('Inhabil: deltar ikke', question);
  await sigrid.fill('Begrunnelse', 'Har tatt del i arbeidet som skal vurderes.', question);
  await sigrid.press('Før avgjørelsen', question);
  await says(sigrid, 'Avgjørelsen er ført.');
}

async function judge(stage: Stage): Promise<void> {
  for (const person of jury) {
    const juror = await stage.as(person);
    for (const { organisation } of applicants) {
      if (person === connected && organisation === other.organisation) continue;
      await juror.go('/jury');
      await juror.follow(organisation);
      await juror.arrives(organisation);
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
    }
    await juror.go('/jury');
    await says(juror, 'Du er ferdig. Takk!');
    if (
      person === connected &&
      (await juror.page.getByRole('link', { name: other.organisation }).count()) > 0
    )
      throw new Error('a juror with a connection is led to the application');
  }
}

async function decide(stage: Stage): Promise<void> {
  const sigrid = await stage.as(chair);
  await sigrid.go('/jury');
  await sigrid.follow('Juryleder');
  await sigrid.press('Avslutt vurderingen og lås den');
  await sigrid.follow('Resultat');
  await says(sigrid, new RegExp(winner.organisation));
  await sigrid.follow('Beslutning');
  for (const { organisation } of applicants) await sigrid.choose(new RegExp(`^${organisation}`));
  await sigrid.press('Før de nominerte');
  await says(sigrid, 'Beslutningen er ført.');
  await sigrid.answer('Vinner', new RegExp(`^${winner.organisation}`));
  await sigrid.press('Før vinneren');
  await says(sigrid, `${winner.organisation}: vinner`);
  await says(sigrid, new RegExp(`Deltok ikke: ${connected.name}`));
}

async function state(stage: Stage): Promise<void> {
  const ingeborg = await stage.as(secretary);
  await ingeborg.go('/min-side');
  await ingeborg.follow('Skriv begrunnelsene for 2 nominerte');
  for (const { organisation } of applicants) {
    const card = ingeborg.card(organisation);
    await ingeborg.fill('Begrunnelse på bokmål', statementOf(organisation, 'nb'), card);
    await ingeborg.fill('Begrunnelse på nynorsk', statementOf(organisation, 'nn'), card);
    await ingeborg.press('Lagre begrunnelsen', card);
    await says(ingeborg, 'Begrunnelsen er lagret.');
  }
  const sigrid = await stage.as(chair);
  await sigrid.go('/min-side');
  await sigrid.follow('Les og godkjenn 2 begrunnelser');
  for (const { organisation } of applicants) {
    await sigrid.press('Godkjenn begrunnelsen', sigrid.card(organisation));
    await says(sigrid, 'Begrunnelsen er godkjent.');
  }
}

const statementOf = (organisation: string, lang: 'nb' | 'nn'): string =>
  lang === 'nb'
    ? `Fagjuryen mener at ${organisation} har arbeidet lenge og godt.`
    : `Fagjuryen meiner at ${organisation} har arbeidd lenge og godt.`;

async function publish(stage: Stage): Promise<void> {
  const ingeborg = await stage.as(secretary);
  const bente = await stage.as(leader);
  for (const what of ['De nominerte', 'Vinneren']) {
    await ingeborg.go('/sekretariat');
    await ingeborg.follow('Etikkprisen 2026');
    await ingeborg.follow('Offentliggjøring', ingeborg.page.getByRole('navigation'));
    const form = ingeborg.page.getByRole('form', { name: `Forbered: ${what}` });
    await ingeborg.fill('Fellestekst på bokmål', 'Fagjuryen fikk to søknader.', form);
    await ingeborg.fill('Fellestekst på nynorsk', 'Fagjuryen fekk to søknader.', form);
    await ingeborg.press('Send til godkjenning', form);
    await says(ingeborg, 'Forberedt. Nå må en annen godkjenne.');
    if ((await ingeborg.page.getByRole('button', { name: 'Godkjenn' }).count()) > 0)
      throw new Error('whoever prepared it is offered to approve it');
    await bente.go('/min-side');
    await bente.follow('Les og godkjenn en offentliggjøring');
    const card = bente.card(what);
    await bente.follow('Slik vil offentligheten se det', card);
    await says(bente, statementOf(winner.organisation, 'nb'));
    await bente.page.goBack();
    await bente.press('Godkjenn', card);
    await says(bente, 'Godkjent.');
  }
}

async function read(stage: Stage): Promise<void> {
  const anyone = await stage.passerBy();
  const kari = await stage.as(winner);
  await anyone.go('/');
  if ((await anyone.reads()).includes(winner.organisation))
    throw new Error('the nominated are out before their time');
  await stage.clock('2026-11-30', '12:00');
  await reloadUntil(anyone, '/', 'Les juryens begrunnelser');
  await anyone.follow('Les juryens begrunnelser');
  await says(anyone, statementOf(other.organisation, 'nb'));
  await kari.go('/min-side');
  await kari.follow(new RegExp(winner.organisation));
  await says(kari, 'Gratulerer, dere er nominert!');
  await stage.clock('2026-12-31', '12:00');
  await reloadUntil(anyone, '/', 'Vinner av Etikkprisen 2026');
  await says(anyone, winner.organisation);
  await anyone.follow('Les juryens begrunnelser');
  await says(anyone, statementOf(winner.organisation, 'nb'));
  await kari.go('/min-side');
  await kari.follow(new RegExp(winner.organisation));
  await says(kari, 'Gratulerer, dere har vunnet Etikkprisen!');
}

/** Public pages are kept for two seconds: whoever is early asks again. */
async function reloadUntil(hands: Hands, path: string, text: string): Promise<void> {
  for (let asked = 0; asked < 20; asked++) {
    await hands.go(path);
    if ((await hands.reads()).includes(text)) return;
    await hands.page.waitForTimeout(500);
  }
  throw new Error(`${path} does not say ${text}:\n${await hands.reads()}`);
}

/** The page says so, or will in a moment. @throws with what it says instead */
async function says(hands: Hands, text: string | RegExp): Promise<void> {
  const found = hands.page.locator('main').getByText(text).first();
  await found.waitFor({ timeout: 15_000 }).catch(async () => {
    throw new Error(`${hands.page.url()} does not say ${text}:\n${await hands.reads()}`);
  });
}
