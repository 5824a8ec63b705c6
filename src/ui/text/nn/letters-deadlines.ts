import { formatDate, formatDeadlineExact } from '../format.ts';
import type { deadlineLetters as nb } from '../nb/letters-deadlines.ts';

export const deadlineLetters: typeof nb = {
  draftReminder: {
    subject: ({ dueAt }) => `Søknaden er ikkje send inn: fristen er ${formatDeadlineExact(dueAt, 'nn')}`,
    body: ({ organisation, year, dueAt }) =>
      `Søknaden frå ${organisation} til Etikkprisen ${year} er ikkje send inn enno.\n\nFristen er ${formatDeadlineExact(dueAt, 'nn')}. Det de har skrive, er lagra. Er de fleire om søknaden, held det at éin av dykk sender han inn.\n\nSkal de ikkje søkje likevel, treng de ikkje gjere noko.`,
  },
  changesReminder: {
    subject: ({ dueAt }) => `Endringane er ikkje sende inn: fristen er ${formatDeadlineExact(dueAt, 'nn')}`,
    body: ({ organisation, year, dueAt }) =>
      `Søknaden frå ${organisation} til Etikkprisen ${year} er send inn, men han er endra etterpå. Endringane er lagra, men ikkje sende inn.\n\nFristen er ${formatDeadlineExact(dueAt, 'nn')}. Skal juryen få lese endringane, må de sende inn søknaden på nytt før då. Gjer de ikkje det, gjeld søknaden slik de sende han sist.`,
  },
  draftErasure: {
    subject: ({ organisation, goesAt }) =>
      `Utkastet frå ${organisation} blir sletta ${formatDate(goesAt, 'nn')}`,
    body: ({ organisation, year, goesAt }) =>
      `Søknaden frå ${organisation} til Etikkprisen ${year} vart aldri send inn. Vi lagrar ikkje slike utkast lenger enn nødvendig, og slettar han ${formatDate(goesAt, 'nn')}, med vedlegg.\n\nVil de ta vare på teksten, må de hente han ut før då. Elles treng de ikkje gjere noko.`,
  },
  extensionToApprove: {
    subject: ({ year }) => `Ein eigen frist ventar på godkjenning (Etikkprisen ${year})`,
    body: ({ year }) =>
      `Nokon i sekretariatet har føreslått lengre frist for ein søknad til Etikkprisen ${year}. Han gjeld berre dersom ein annan enn den som føreslo han, godkjenner han. Grunnen står på sida.`,
  },
  extensionApproved: {
    subject: ({ dueAt }) => `De har fått lengre frist: ${formatDeadlineExact(dueAt, 'nn')}`,
    body: ({ organisation, year, dueAt }) =>
      `Søknaden frå ${organisation} til Etikkprisen ${year} har fått lengre frist.\n\nFristen dykkar er no ${formatDeadlineExact(dueAt, 'nn')}. Fram til då kan de skrive, endre og sende inn.`,
  },
  rejectionToApprove: {
    subject: ({ year }) => `Eit framlegg om å avvise ein søknad ventar på svar (Etikkprisen ${year})`,
    body: ({ year }) =>
      `Nokon i sekretariatet har føreslått å avvise ein søknad til Etikkprisen ${year} på formelt grunnlag. Søkjaren får vite det berre dersom ein annan enn den som føreslo det, godkjenner det. Grunngivinga og søknaden står på sida.`,
  },
  receivedToApprove: {
    subject: ({ year }) => `Ein motteken søknad ventar på godkjenning (Etikkprisen ${year})`,
    body: ({ year }) =>
      `Sekretariatet har registrert ein søknad til Etikkprisen ${year} som kom utanom skjemaet. Han blir rekna som send inn berre dersom ein annan enn den som registrerte han, godkjenner han. Originalen og grunnen finn du på sida.`,
  },
  received: {
    subject: ({ receiptNumber }) => `Kvittering ${receiptNumber}: vi har registrert søknaden til Etikkprisen`,
    body: ({ organisation, year, receiptNumber }) =>
      `Vi har motteke søknaden frå ${organisation} til Etikkprisen ${year}, og sekretariatet har registrert han for dykk. Han blir rekna som send inn.\n\nKvitteringsnummer: ${receiptNumber}\n\nDu er oppgitt som kontakt. Logg inn med denne e-postadressa for å følgje søknaden og sleppe til kollegaer. Manglar det noko, skriv vi til deg.`,
  },
  batchToApprove: {
    subject: ({ year }) => `Ei utsending ventar på at du les og sender henne (Etikkprisen ${year})`,
    body: ({ year }) =>
      `Nokon i sekretariatet har skrive ei utsending om eit vedtak i arbeidet med Etikkprisen ${year}. Ho går berre ut dersom ein annan enn den som skreiv henne, les henne og sender henne. Mottakarane og teksten står på sida.`,
  },
  batchHeldBack: {
    subject: ({ year }) => `Ei utsending gjekk ikkje (Etikkprisen ${year})`,
    body: ({ year }) =>
      `Ei utsending du hadde sett eit tidspunkt for i arbeidet med Etikkprisen ${year}, gjekk ikkje. Noko var ikkje lenger slik det var då du såg på henne. Kva det er, og kva du kan gjere, står på sida.`,
  },
  namingDeclined: {
    subject: ({ year }) => `Juryen må velje på nytt (Etikkprisen ${year})`,
    body: ({ year }) =>
      `Eit svar har kome inn i arbeidet med Etikkprisen ${year}, og ei avgjerd er opna igjen. Ingenting av dette er offentleg. Logg inn for å lese meir.`,
  },
  nominatedWithdrew: {
    subject: ({ year }) => `Juryen må velje på nytt (Etikkprisen ${year})`,
    body: ({ year }) =>
      `Ein søknad er trekt i arbeidet med Etikkprisen ${year}. Juryen hadde teke ei avgjerd der han var med, og ho er opna igjen. Var ei offentleggjering førebudd, er ho stoppa. Ingenting av dette er offentleg, og den som trekte søknaden, har ikkje fått vite det. Logg inn for å lese meir.`,
  },
  withdrawnTooLate: {
    subject: ({ year }) => `Les gjennom offentleggjeringa no (Etikkprisen ${year})`,
    body: ({ year }) =>
      `Ein søknad vart trekt rett før ei offentleggjering i arbeidet med Etikkprisen ${year}. Det var for seint å stoppe henne. Søknaden blir ikkje vist på dei offentlege sidene, men teksten som alle les, kan nemne han. Logg inn, les teksten, og rett han eller trekk han tilbake. Er vinnaren vald, må juryen sjå på valet på nytt.`,
  },
  declarationsReminder: {
    subject: ({ year }) => `Fagjuryen ${year}: vi manglar svar om habilitet`,
    body: ({ year, dueAt }) =>
      `Du har ikkje svart på om du har noka tilknyting til alle søkjarane til Etikkprisen ${year}. Først når du har svart, kan du lese og vurdere søknadene.\n\nVurderinga blir avslutta ${formatDeadlineExact(dueAt, 'nn')}.`,
  },
  ballotsReminder: {
    subject: ({ year }) => `Fagjuryen ${year}: du har vurderingar att`,
    body: ({ year, dueAt }) =>
      `Du har ikkje levert alle vurderingane dine til Etikkprisen ${year}. Det du har skrive, er lagra.\n\nVurderinga blir avslutta ${formatDeadlineExact(dueAt, 'nn')}.`,
  },
  statementsReminder: {
    subject: ({ year }) => `Etikkprisen ${year}: grunngivingar manglar`,
    body: ({ year, dueAt }) =>
      `Noko står att med grunngivingane i arbeidet med Etikkprisen ${year}. Dei må vere skrivne og godkjende før offentleggjeringa, som er planlagd til ${formatDeadlineExact(dueAt, 'nn')}.`,
  },
  ceremonyReminder: {
    subject: ({ year }) => `Snart seremoni for Etikkprisen ${year}`,
    body: ({ year, dueAt }) =>
      `Etikkprisen ${year} blir delt ut ${formatDeadlineExact(dueAt, 'nn')}. Stad og program står på sida.`,
  },
  callReminderLink: {
    subject: ({ year }) => `Vil du ha ei påminning om Etikkprisen ${year}?`,
    body: ({ year }) =>
      `Nokon, truleg du sjølv, har bede om ei påminning om Etikkprisen ${year} til denne adressa. Ho kjem berre dersom du seier ja på sida.\n\nVar det ikkje du? Då treng du ikkje gjere noko. Adressa blir sletta etter ei veke.`,
  },
  questionAnswered: {
    subject: ({ year, corrected }) =>
      corrected
        ? `Eit svar til deg om Etikkprisen ${year} er retta`
        : `Du har fått svar på spørsmålet ditt om Etikkprisen ${year}`,
    body: ({ year, corrected }) =>
      corrected
        ? `Svaret på spørsmålet du stilte om utlysinga av Etikkprisen ${year}, er retta. Det som er retta, står ved svaret.`
        : `Spørsmålet du stilte om utlysinga av Etikkprisen ${year}, har fått svar. Svaret er ope for alle, men ingen ser kven som spurde. Adressa di blir sletta når søknadsfristen er ute.`,
  },
  barrierAnswered: {
    subject: () => 'Svar på det du sa frå om på sidene til Etikkprisen',
    body: ({ answer }) =>
      `Du sa frå om noko som ikkje verka på sidene til Etikkprisen. Sekretariatet svarar:\n\n${answer.join('\n')}\n\nDu kan svare på denne e-posten. Adressa di blir sletta saman med meldinga.`,
  },
  callReminder: {
    subject: ({ year }) => `Du kan søkje Etikkprisen ${year} no`,
    body: ({ year, dueAt }) =>
      `Du bad oss minne deg på Etikkprisen ${year}. Utlysinga er open, og fristen er ${formatDeadlineExact(dueAt, 'nn')}.\n\nDette er den einaste påminninga. Adressa di blir sletta når fristen er ute.`,
  },
};
