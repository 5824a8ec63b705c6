/**
 * The letters. They tell that something has happened and where to read it: links only, never what an application,
 * a ballot or a decision says. One link each, set by the frame under the text.
 */
import { confirmationLetters } from './letters-confirmations.ts';
import { deadlineLetters } from './letters-deadlines.ts';
import { guestLetters } from './letters-guests.ts';
import { guidanceLetters } from './letters-guidance.ts';
import { formatBytes, formatDate, formatDateTime, formatDeadline, formatExact } from '../format.ts';

export type GrantedRole =
  | 'administrator'
  | 'secretary'
  | 'leader'
  | 'communications'
  | 'embargoReader'
  | 'auditor';
export type SeatRole = 'chair' | 'deputyChair' | 'member' | 'deputy';
export interface SentDocument {
  name: string;
  bytes: number;
  sha256: string;
}
/** About one application, to those who work on it. */
export interface AboutApplication {
  organisation: string;
  year: number;
}
/** Somebody came into the jury or left it; why is never told. */
interface JuryChange extends AboutApplication {
  kind: 'joined' | 'left';
  name: string;
  /** The organisation of the seat. */
  seat: string;
  /** The last day to object. */
  until: Date;
}
interface Receipt extends AboutApplication {
  receiptNumber: string;
  submittedAt: Date;
  documents: readonly SentDocument[];
}

const roles: Record<GrantedRole, string> = {
  administrator: 'systemansvarlig',
  secretary: 'medarbeider i sekretariatet',
  leader: 'leder med rett til å godkjenne offentliggjøring',
  communications: 'medarbeider i kommunikasjon',
  embargoReader: 'leser under sperrefrist',
  auditor: 'revisor',
};
const seats: Record<SeatRole, string> = {
  chair: 'juryleder',
  deputyChair: 'nestleder',
  member: 'jurymedlem',
  deputy: 'varamedlem',
};

export const letters = {
  greeting: 'Hei!',
  closing: 'Vennlig hilsen\nsekretariatet for Etikkprisen',
  /** Above the link in plain text, and on the button in HTML. */
  open: 'Åpne siden',
  /** Under the letter, to whoever did not ask for it. */
  noMore:
    'Sekretariatet har satt deg på listen over dem som får utlysningen. Adressen slettes når søknadsfristen er ute. Vil du ikke ha flere e-poster om den, kan du melde deg av:',
  /** Under a letter that one has asked for. */
  forget: 'Vil du ha adressen din slettet nå, kan du gjøre det her:',
  reason:
    'Du får denne e-posten fordi adressen din er brukt i tjenesten for Etikkprisen. Du kan svare på den, så leser sekretariatet svaret.',

  signIn: {
    subject: () => 'Logg inn på Etikkprisen',
    body: ({ code, minutes }: { code: string; minutes: number }) =>
      `Her er koden du trenger for å logge inn:\n\n${code}\n\nSkriv den der du begynte, eller bruk lenken nedenfor. Koden og lenken virker én gang, i ${minutes} minutter.\n\nVar det ikke du som ville logge inn? Da trenger du ikke gjøre noe. Ingen kommer inn uten denne e-posten.`,
  },
  invitation: {
    subject: () => 'Velkommen til tjenesten for Etikkprisen',
    body: ({ role, invitedBy }: { role: GrantedRole; invitedBy: string }) =>
      `${invitedBy} har gitt deg tilgang til tjenesten for Etikkprisen som ${roles[role]}.\n\nDu trenger ikke noe passord. Logg inn med denne e-postadressen, så ser du hva som venter på deg.`,
  },
  seatInvitation: {
    subject: ({ year }: { year: number }) => `Vil du sitte i fagjuryen for Etikkprisen ${year}?`,
    body: ({
      year,
      organisation,
      seat,
      invitedBy,
    }: {
      year: number;
      organisation: string;
      seat: SeatRole;
      invitedBy: string;
    }) =>
      `${invitedBy} inviterer deg til fagjuryen for Etikkprisen ${year}. Plassen tilhører ${organisation}, og oppgaven din er ${seats[seat]}.\n\nLogg inn med denne e-postadressen. Før du leser søknadene, bekrefter du reglene om fortrolighet og svarer på om du har noen tilknytning til søkerne.`,
  },
  colleagueAdded: {
    subject: ({ year }: AboutApplication) => `Du er med på en søknad til Etikkprisen ${year}`,
    body: ({ organisation, year, addedBy }: AboutApplication & { addedBy: string }) =>
      `${addedBy} har lagt deg til som medarbeider på søknaden fra ${organisation} til Etikkprisen ${year}. Du kan lese og skrive i søknaden sammen med de andre.`,
  },
  joinRequest: {
    subject: ({ year }: AboutApplication) => `Noen vil være med på en søknad til Etikkprisen ${year}`,
    body: ({ organisation, year, personName }: AboutApplication & { personName: string }) =>
      `${personName} ber om å få være med på en søknad fra ${organisation} til Etikkprisen ${year}.\n\nVedkommende ser ingenting av søknaden før noen sier ja.`,
  },
  joinAnswer: {
    subject: ({ year }: AboutApplication) =>
      `Svar på ønsket ditt om å bli med på en søknad til Etikkprisen ${year}`,
    body: ({ organisation, year, accepted }: AboutApplication & { accepted: boolean }) =>
      accepted
        ? `Du er nå med på søknaden fra ${organisation} til Etikkprisen ${year}. Velkommen!`
        : `Du ba om å få være med på en søknad fra ${organisation} til Etikkprisen ${year}. Denne gangen ble svaret nei. Ta gjerne kontakt med kollegene dine eller med sekretariatet.`,
  },
  receipt: {
    subject: ({ receiptNumber }: Receipt) => `Kvittering ${receiptNumber}: søknad til Etikkprisen`,
    body: ({ organisation, year, receiptNumber, submittedAt, documents }: Receipt) =>
      `Takk! Søknaden fra ${organisation} til Etikkprisen ${year} er sendt inn.\n\nKvitteringsnummer: ${receiptNumber}\nSendt inn: ${formatExact(submittedAt, 'nb')}\n\n${
        documents.length
          ? `Vedlegg, med kontrollsum (SHA-256):\n\n${documents.map((d) => `${d.name} (${formatBytes(d.bytes, 'nb')})\n${d.sha256}`).join('\n\n')}`
          : 'Søknaden har ingen vedlegg.'
      }\n\nFram til fristen kan dere endre søknaden og sende den inn på nytt. Den siste dere sender, gjelder, og kvitteringsnummeret er det samme.`,
  },
  returned: {
    subject: ({ dueAt }: AboutApplication & { dueAt: Date }) =>
      `Vi trenger mer fra dere innen ${formatDeadline(dueAt, 'nb')}`,
    body: ({
      organisation,
      year,
      dueAt,
      parts,
    }: AboutApplication & { dueAt: Date; parts: readonly string[] }) =>
      `Vi har gått gjennom søknaden fra ${organisation} til Etikkprisen ${year}, og den mangler noe. Det gjelder:\n\n${parts.map((part) => `– ${part}`).join('\n')}\n\nBare disse delene er åpne. Se hva vi ber om, gjør dem ferdige og send søknaden inn på nytt innen ${formatDeadline(dueAt, 'nb')}.`,
  },
  admitted: {
    subject: ({ year }: AboutApplication) => `Søknaden til Etikkprisen ${year} er godkjent for vurdering`,
    body: ({ organisation, year }: AboutApplication) =>
      `Søknaden fra ${organisation} til Etikkprisen ${year} er godkjent for vurdering. Nå er det fagjuryens tur. Vi skriver til dere når de nominerte er offentliggjort.`,
  },
  rejected: {
    subject: ({ year }: AboutApplication) => `Søknaden til Etikkprisen ${year} kan ikke vurderes`,
    body: ({ organisation, year }: AboutApplication) =>
      `Søknaden fra ${organisation} til Etikkprisen ${year} er avvist på formelt grunnlag og går ikke videre til fagjuryen. Det sier ingenting om kvaliteten på arbeidet deres.\n\nBegrunnelsen finner dere på siden til søknaden. Ta gjerne kontakt hvis noe er uklart.`,
  },
  withdrawn: {
    subject: ({ year }: AboutApplication) => `Søknaden til Etikkprisen ${year} er trukket`,
    body: ({ organisation, year }: AboutApplication) =>
      `Søknaden fra ${organisation} til Etikkprisen ${year} er trukket, slik dere ba om. Takk for at dere tok dere tid. Dere er velkomne tilbake et annet år.`,
  },
  judgingClosed: {
    subject: ({ year }: { year: number }) => `Vurderingen av søknadene til Etikkprisen ${year} er avsluttet`,
    body: ({ year, hashes }: { year: number; hashes: readonly string[] }) =>
      `Juryleder har avsluttet vurderingen av søknadene til Etikkprisen ${year}. Alle leverte vurderinger er låst.\n\nHer er kontrollsummen til hver av dem. Ta vare på denne e-posten: Med den kan du når som helst se om en vurdering er endret siden.\n\n${hashes.join('\n') || 'Ingen vurderinger er levert.'}\n\nVurderinger av søknader du ikke deltar i, er ikke med.`,
  },
  ballotReopened: {
    subject: ({ year }: { year: number }) =>
      `Juryleder har åpnet en av vurderingene dine til Etikkprisen ${year}`,
    body: ({ year }: { year: number }) =>
      `Juryleder har åpnet en av vurderingene dine til Etikkprisen ${year}, slik at du kan endre den. Bare du kan gjøre det. Begrunnelsen står på siden. Vurderingen teller først når du har levert den på nytt, og den forrige blir tatt vare på.`,
  },
  rulesChanged: {
    subject: ({ year }: { year: number }) => `Reglene for Etikkprisen ${year} er endret`,
    body: ({ year, reason }: { year: number; reason: string }) =>
      `Noe av det som ble lovet i utlysningen av Etikkprisen ${year}, er endret: kriteriene, skjemaet, skalaen eller retningslinjene. Begrunnelsen er:\n\n${reason}\n\nDet nye gjelder fra nå. Det dere alt har sendt inn, står som det er. På siden finner dere alle versjonene med dato og begrunnelse.`,
  },
  judgingStarted: {
    subject: ({ year }: { year: number }) => `Søknadene til Etikkprisen ${year} er klare for fagjuryen`,
    body: ({ year, dueAt }: { year: number; dueAt: Date }) =>
      `Nå kan du lese og vurdere søknadene til Etikkprisen ${year}. Har du ikke svart på om du har noen tilknytning til søkerne, begynner du med det. Lever vurderingene dine innen ${formatDeadline(dueAt, 'nb')}.\n\nIngen andre ser vurderingen din før vurderingen er avsluttet.`,
  },
  finalist: {
    subject: ({ year }: AboutApplication) => `Gratulerer! Dere er nominert til Etikkprisen ${year}`,
    body: ({ organisation, year }: AboutApplication) =>
      `${organisation} er blant de nominerte til Etikkprisen ${year}. Gratulerer!\n\nJuryens begrunnelse finner dere på siden. Vinneren blir kunngjort på prisutdelingen.`,
  },
  notSelected: {
    subject: ({ year }: AboutApplication) => `Fagjuryen er ferdig med søknadene til Etikkprisen ${year}`,
    body: ({ organisation, year }: AboutApplication) =>
      `Fagjuryen er ferdig med søknadene til Etikkprisen ${year}. ${organisation} er ikke blant de nominerte denne gangen.\n\nTakk for søknaden, og for arbeidet dere gjør. Det er fullt mulig å søke igjen, og flere har fått prisen etter å ha søkt mer enn én gang.`,
  },
  outcome: {
    subject: ({ year }: AboutApplication) => `Vinneren av Etikkprisen ${year} er kunngjort`,
    body: ({ organisation, year, won }: AboutApplication & { won: boolean }) =>
      won
        ? `Etikkprisen ${year} går til ${organisation}. Gratulerer!\n\nSekretariatet tar kontakt om det praktiske. Juryens begrunnelse finner dere på siden.`
        : `Vinneren av Etikkprisen ${year} er kunngjort, og resultatet ligger på siden. Takk til ${organisation} for at dere var med og viste fram arbeidet deres som nominert.`,
  },
  conflictToDecide: {
    subject: ({ year }: { year: number }) => `Et spørsmål om habilitet venter på deg (Etikkprisen ${year})`,
    body: ({ year }: { year: number }) =>
      `Noen har meldt en mulig tilknytning til en søker til Etikkprisen ${year}. Det er du som skal avgjøre om vedkommende er inhabil. Søknaden er lukket for vedkommende til du har svart.`,
  },
  conflictDecided: {
    subject: ({ year }: { year: number }) => `Spørsmålet om habilitet er avgjort (Etikkprisen ${year})`,
    body: ({ year }: { year: number }) =>
      `De andre i juryen har vurdert om du er habil i arbeidet med Etikkprisen ${year}. Det er ingen kritikk, verken om du er det eller ikke. Avgjørelsen finner du på siden.`,
  },
  juryChanged: {
    subject: ({ year }: AboutApplication) => `Fagjuryen for Etikkprisen ${year} er endret`,
    body: ({ organisation, year, kind, name, seat, until }: JuryChange) =>
      `${kind === 'joined' ? `${name} (${seat}) er nå med i fagjuryen` : `${name} (${seat}) er ikke lenger med i fagjuryen`} for Etikkprisen ${year}.\n\nMener dere i ${organisation} at noen i juryen ikke bør vurdere søknaden, kan dere komme med en innsigelse til og med ${formatDate(until, 'nb')}. Ellers trenger dere ikke gjøre noe.`,
  },
  voteInWriting: {
    subject: ({ year }: { year: number }) => `En skriftlig avstemning venter på deg (Etikkprisen ${year})`,
    body: ({ year, until }: { year: number; until: Date }) =>
      `Fagjuryen for Etikkprisen ${year} stemmer skriftlig over et forslag. Stem innen ${formatDeadline(until, 'nb')}.`,
  },
  objectionToAnswer: {
    subject: ({ year }: { year: number }) => `En innsigelse venter på svar (Etikkprisen ${year})`,
    body: ({ year }: { year: number }) =>
      `En søker til Etikkprisen ${year} har kommet med en innsigelse. Det er du som skal avgjøre den og svare.`,
  },
  objectionAnswered: {
    subject: ({ year }: AboutApplication) => `Innsigelsen deres er besvart (Etikkprisen ${year})`,
    body: ({ organisation, year }: AboutApplication) =>
      `Innsigelsen fra ${organisation} i arbeidet med Etikkprisen ${year} er vurdert. Svaret står på siden.`,
  },
  statementToApprove: {
    subject: ({ year }: { year: number }) =>
      `En begrunnelse venter på at du godkjenner den (Etikkprisen ${year})`,
    body: ({ year }: { year: number }) =>
      `Sekretariatet har skrevet en begrunnelse i arbeidet med Etikkprisen ${year}. Den kan ikke offentliggjøres før du har lest og godkjent den.`,
  },
  publicationToApprove: {
    subject: ({ year }: { year: number }) =>
      `En offentliggjøring venter på at du godkjenner den (Etikkprisen ${year})`,
    body: ({ year, publishAt }: { year: number; publishAt: Date | null }) =>
      `En offentliggjøring for Etikkprisen ${year} er gjort klar${publishAt ? ` til ${formatDateTime(publishAt, 'nb')}` : ', og skjer så snart den er godkjent'}. Den skjer bare hvis en annen enn den som gjorde den klar, godkjenner den.\n\nInnholdet er hemmelig til da.`,
  },
  publicationMoveToApprove: {
    subject: ({ year }: { year: number }) => `En offentliggjøring kan bli flyttet (Etikkprisen ${year})`,
    body: ({ year, to }: { year: number; to: Date }) =>
      `Noen har bedt om at en godkjent offentliggjøring for Etikkprisen ${year} flyttes til ${formatDateTime(to, 'nb')}. Den flyttes bare hvis en annen godkjenner det før det gamle tidspunktet. Teksten er den samme.`,
  },
  publicationStopped: {
    subject: ({ year }: { year: number }) => `En offentliggjøring er stoppet (Etikkprisen ${year})`,
    body: ({ year }: { year: number }) =>
      `Offentliggjøringen som var gjort klar for Etikkprisen ${year}, er stoppet. Grunnen står på siden.`,
  },
  publicationApprovedAlone: {
    subject: ({ year }: { year: number }) =>
      `En offentliggjøring er godkjent av bare én person (Etikkprisen ${year})`,
    body: ({ year }: { year: number }) =>
      `En offentliggjøring for Etikkprisen ${year} er godkjent av den samme personen som gjorde den klar. Grunnen står på siden. Les den gjerne nå: Til tidspunktet er inne, kan den stoppes.`,
  },
  publicationTakenDown: {
    subject: ({ year }: { year: number }) => `Noe som var offentlig, er tatt ned (Etikkprisen ${year})`,
    body: ({ year }: { year: number }) =>
      `En offentliggjøring for Etikkprisen ${year} er tatt ned. Grunnen står på siden, sammen med meldingen som leserne ser i stedet.`,
  },
  ...confirmationLetters,
  ...deadlineLetters,
  ...guestLetters,
  ...guidanceLetters,
};
