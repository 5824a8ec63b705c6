/** Letters about deadlines, and about what came outside of the form. */
import { formatDate, formatDeadlineExact } from '../format.ts';
import type { AboutApplication } from './letters.ts';

interface Due extends AboutApplication {
  dueAt: Date;
}

interface Dated {
  year: number;
  dueAt: Date;
}

interface Going extends AboutApplication {
  goesAt: Date;
}

export const deadlineLetters = {
  draftReminder: {
    subject: ({ dueAt }: Due) => `Søknaden er ikke sendt inn: fristen er ${formatDeadlineExact(dueAt, 'nb')}`,
    body: ({ organisation, year, dueAt }: Due) =>
      `Søknaden fra ${organisation} til Etikkprisen ${year} er ikke sendt inn ennå.\n\nFristen er ${formatDeadlineExact(dueAt, 'nb')}. Det dere har skrevet, er lagret. Er dere flere om søknaden, holder det at én av dere sender den inn.\n\nSkal dere ikke søke likevel, trenger dere ikke gjøre noe.`,
  },
  changesReminder: {
    subject: ({ dueAt }: Due) =>
      `Endringene er ikke sendt inn: fristen er ${formatDeadlineExact(dueAt, 'nb')}`,
    body: ({ organisation, year, dueAt }: Due) =>
      `Søknaden fra ${organisation} til Etikkprisen ${year} er sendt inn, men den er endret etterpå. Endringene er lagret, men ikke sendt inn.\n\nFristen er ${formatDeadlineExact(dueAt, 'nb')}. Skal juryen få lese endringene, må dere sende inn søknaden på nytt før da. Gjør dere ikke det, gjelder søknaden slik dere sendte den sist.`,
  },
  draftErasure: {
    subject: ({ organisation, goesAt }: Going) =>
      `Utkastet fra ${organisation} slettes ${formatDate(goesAt, 'nb')}`,
    body: ({ organisation, year, goesAt }: Going) =>
      `Søknaden fra ${organisation} til Etikkprisen ${year} ble aldri sendt inn. Vi lagrer ikke slike utkast lenger enn nødvendig, og sletter den ${formatDate(goesAt, 'nb')}, med vedlegg.\n\nVil dere ta vare på teksten, må dere hente den ut før da. Ellers trenger dere ikke gjøre noe.`,
  },
  extensionToApprove: {
    subject: ({ year }: { year: number }) => `En egen frist venter på godkjenning (Etikkprisen ${year})`,
    body: ({ year }: { year: number }) =>
      `Noen i sekretariatet har foreslått lengre frist for en søknad til Etikkprisen ${year}. Den gjelder bare hvis en annen enn den som foreslo den, godkjenner den. Grunnen står på siden.`,
  },
  extensionApproved: {
    subject: ({ dueAt }: Due) => `Dere har fått lengre frist: ${formatDeadlineExact(dueAt, 'nb')}`,
    body: ({ organisation, year, dueAt }: Due) =>
      `Søknaden fra ${organisation} til Etikkprisen ${year} har fått lengre frist.\n\nFristen for denne søknaden er ${formatDeadlineExact(dueAt, 'nb')}. Fram til da kan dere skrive, endre og sende inn.`,
  },
  rejectionToApprove: {
    subject: ({ year }: { year: number }) =>
      `Et forslag om å avvise en søknad venter på svar (Etikkprisen ${year})`,
    body: ({ year }: { year: number }) =>
      `Noen i sekretariatet har foreslått å avvise en søknad til Etikkprisen ${year} på formelt grunnlag. Søkeren får vite det bare hvis en annen enn den som foreslo det, godkjenner det. Begrunnelsen og søknaden står på siden.`,
  },
  receivedToApprove: {
    subject: ({ year }: { year: number }) => `En mottatt søknad venter på godkjenning (Etikkprisen ${year})`,
    body: ({ year }: { year: number }) =>
      `Sekretariatet har registrert en søknad til Etikkprisen ${year} som kom utenom skjemaet. Den regnes som sendt inn bare hvis en annen enn den som registrerte den, godkjenner den. Originalen og grunnen finner du på siden.`,
  },
  received: {
    subject: ({ receiptNumber }: AboutApplication & { receiptNumber: string }) =>
      `Kvittering ${receiptNumber}: vi har registrert søknaden til Etikkprisen`,
    body: ({ organisation, year, receiptNumber }: AboutApplication & { receiptNumber: string }) =>
      `Søknaden fra ${organisation} til Etikkprisen ${year} er mottatt, og sekretariatet har registrert den for dere. Den regnes som sendt inn.\n\nKvitteringsnummer: ${receiptNumber}\n\nDu er oppgitt som kontakt. Logg inn med denne e-postadressen for å følge søknaden og slippe til kolleger. Mangler det noe, skriver vi til deg.`,
  },
  batchToApprove: {
    subject: ({ year }: { year: number }) =>
      `En utsending venter på at du leser og sender den (Etikkprisen ${year})`,
    body: ({ year }: { year: number }) =>
      `Noen i sekretariatet har skrevet en utsending om et vedtak i arbeidet med Etikkprisen ${year}. Den går bare ut hvis en annen enn den som skrev den, leser den og sender den. Mottakerne og teksten står på siden.`,
  },
  batchHeldBack: {
    subject: ({ year }: { year: number }) => `En utsending gikk ikke (Etikkprisen ${year})`,
    body: ({ year }: { year: number }) =>
      `En utsending du hadde satt et tidspunkt for i arbeidet med Etikkprisen ${year}, gikk ikke. Noe var ikke lenger slik det var da du så på den. Hva det er, og hva du kan gjøre, står på siden.`,
  },
  namingDeclined: {
    subject: ({ year }: { year: number }) => `Juryen må velge på nytt (Etikkprisen ${year})`,
    body: ({ year }: { year: number }) =>
      `Et svar har kommet inn i arbeidet med Etikkprisen ${year}, og en beslutning er åpnet igjen. Ingenting av dette er offentlig. Logg inn for å lese mer.`,
  },
  nominatedWithdrew: {
    subject: ({ year }: { year: number }) => `Juryen må velge på nytt (Etikkprisen ${year})`,
    body: ({ year }: { year: number }) =>
      `En søknad er trukket i arbeidet med Etikkprisen ${year}. Juryen hadde tatt en beslutning der den var med, og den er åpnet igjen. Var en offentliggjøring forberedt, er den stoppet. Ingenting av dette er offentlig, og den som trakk søknaden, har ikke fått vite det. Logg inn for å lese mer.`,
  },
  withdrawnTooLate: {
    subject: ({ year }: { year: number }) => `Les gjennom offentliggjøringen nå (Etikkprisen ${year})`,
    body: ({ year }: { year: number }) =>
      `En søknad ble trukket rett før en offentliggjøring i arbeidet med Etikkprisen ${year}. Det var for sent å stoppe den. Søknaden vises ikke på de offentlige sidene, men teksten som alle leser, kan nevne den. Logg inn, les teksten, og rett den eller trekk den tilbake. Er vinneren valgt, må juryen se på valget på nytt.`,
  },
  declarationsReminder: {
    subject: ({ year }: Dated) => `Fagjuryen ${year}: vi mangler svar om habilitet`,
    body: ({ year, dueAt }: Dated) =>
      `Du har ikke svart på om du har noen tilknytning til alle søkerne til Etikkprisen ${year}. Først når du har svart, kan du lese og vurdere søknadene.\n\nVurderingen avsluttes ${formatDeadlineExact(dueAt, 'nb')}.`,
  },
  ballotsReminder: {
    subject: ({ year }: Dated) => `Fagjuryen ${year}: du har vurderinger igjen`,
    body: ({ year, dueAt }: Dated) =>
      `Du har ikke levert alle vurderingene dine til Etikkprisen ${year}. Det du har skrevet, er lagret.\n\nVurderingen avsluttes ${formatDeadlineExact(dueAt, 'nb')}.`,
  },
  statementsReminder: {
    subject: ({ year }: Dated) => `Etikkprisen ${year}: begrunnelser mangler`,
    body: ({ year, dueAt }: Dated) =>
      `Noe gjenstår med begrunnelsene i arbeidet med Etikkprisen ${year}. De må være skrevet og godkjent før offentliggjøringen, som er planlagt til ${formatDeadlineExact(dueAt, 'nb')}.`,
  },
  ceremonyReminder: {
    subject: ({ year }: Dated) => `Snart seremoni for Etikkprisen ${year}`,
    body: ({ year, dueAt }: Dated) =>
      `Etikkprisen ${year} deles ut ${formatDeadlineExact(dueAt, 'nb')}. Sted og program står på siden.`,
  },
  callReminderLink: {
    subject: ({ year }: { year: number }) => `Vil du ha en påminnelse om Etikkprisen ${year}?`,
    body: ({ year }: { year: number }) =>
      `Noen, trolig du selv, har bedt om en påminnelse om Etikkprisen ${year} til denne adressen. Den kommer bare hvis du sier ja på siden.\n\nVar det ikke du? Da trenger du ikke gjøre noe. Adressen blir slettet etter en uke.`,
  },
  questionAnswered: {
    subject: ({ year, corrected }: { year: number; corrected: boolean }) =>
      corrected
        ? `Et svar til deg om Etikkprisen ${year} er rettet`
        : `Du har fått svar på spørsmålet ditt om Etikkprisen ${year}`,
    body: ({ year, corrected }: { year: number; corrected: boolean }) =>
      corrected
        ? `Svaret på spørsmålet du stilte om utlysningen av Etikkprisen ${year}, er rettet. Det som er rettet, står ved svaret.`
        : `Spørsmålet du stilte om utlysningen av Etikkprisen ${year}, er besvart. Svaret er åpent for alle, men ingen ser hvem som spurte. Adressen din blir slettet når søknadsfristen er ute.`,
  },
  barrierAnswered: {
    subject: (_: { answer: readonly string[] }) => 'Svar på det du sa fra om på Etikkprisens sider',
    body: ({ answer }: { answer: readonly string[] }) =>
      `Du sa fra om noe som ikke virket på Etikkprisens sider. Sekretariatet svarer:\n\n${answer.join('\n')}\n\nDu kan svare på denne e-posten. Adressen din slettes sammen med meldingen.`,
  },
  callReminder: {
    subject: ({ year }: { year: number; dueAt: Date }) => `Du kan søke Etikkprisen ${year} nå`,
    body: ({ year, dueAt }: { year: number; dueAt: Date }) =>
      `Du ba oss minne deg på Etikkprisen ${year}. Utlysningen er åpen, og fristen er ${formatDeadlineExact(dueAt, 'nb')}.\n\nDette er den eneste påminnelsen. Adressen din blir slettet når fristen er ute.`,
  },
};
