import { confirmationLetters } from './letters-confirmations.ts';
import { deadlineLetters } from './letters-deadlines.ts';
import { guestLetters } from './letters-guests.ts';
import { guidanceLetters } from './letters-guidance.ts';
import { formatBytes, formatDate, formatDateTime, formatDeadline, formatExact } from '../format.ts';
import type { GrantedRole, letters as nb, SeatRole } from '../nb/letters.ts';

const roles: Record<GrantedRole, string> = {
  administrator: 'systemansvarleg',
  secretary: 'medarbeidar i sekretariatet',
  leader: 'leiar med rett til å godkjenne offentleggjering',
  communications: 'medarbeidar i kommunikasjon',
  embargoReader: 'lesar under sperrefrist',
  auditor: 'revisor',
};
const seats: Record<SeatRole, string> = {
  chair: 'juryleiar',
  deputyChair: 'nestleiar',
  member: 'jurymedlem',
  deputy: 'varamedlem',
};

export const letters: typeof nb = {
  greeting: 'Hei!',
  closing: 'Venleg helsing\nsekretariatet for Etikkprisen',
  open: 'Opne sida',
  noMore:
    'Sekretariatet har sett deg på lista over dei som får utlysinga. Adressa blir sletta når søknadsfristen er ute. Vil du ikkje ha fleire e-postar om ho, kan du melde deg av:',
  forget: 'Vil du ha adressa di sletta no, kan du gjere det her:',
  reason:
    'Du får denne e-posten fordi adressa di er brukt i tenesta for Etikkprisen. Du kan svare på e-posten, så les sekretariatet svaret.',

  signIn: {
    subject: () => 'Logg inn på Etikkprisen',
    body: ({ code, minutes }) =>
      `Her er koden du treng for å logge inn:\n\n${code}\n\nSkriv han der du begynte, eller bruk lenkja nedanfor. Koden og lenkja verkar éin gong, i ${minutes} minutt.\n\nVar det ikkje du som ville logge inn? Då treng du ikkje gjere noko. Ingen kjem inn utan denne e-posten.`,
  },
  invitation: {
    subject: () => 'Velkomen til tenesta for Etikkprisen',
    body: ({ role, invitedBy }) =>
      `${invitedBy} har gitt deg tilgang til tenesta for Etikkprisen som ${roles[role]}.\n\nDu treng ikkje noko passord. Logg inn med denne e-postadressa, så ser du kva som ventar på deg.`,
  },
  seatInvitation: {
    subject: ({ year }) => `Vil du sitje i fagjuryen for Etikkprisen ${year}?`,
    body: ({ year, organisation, seat, invitedBy }) =>
      `${invitedBy} inviterer deg til fagjuryen for Etikkprisen ${year}. Plassen høyrer til ${organisation}, og oppgåva di er ${seats[seat]}.\n\nLogg inn med denne e-postadressa. Før du les søknadene, stadfestar du reglane om fortruleg arbeid og svarer på om du har noka tilknyting til søkjarane.`,
  },
  colleagueAdded: {
    subject: ({ year }) => `Du er med på ein søknad til Etikkprisen ${year}`,
    body: ({ organisation, year, addedBy }) =>
      `${addedBy} har lagt deg til som medarbeidar på søknaden frå ${organisation} til Etikkprisen ${year}. Du kan lese og skrive i søknaden saman med dei andre.`,
  },
  joinRequest: {
    subject: ({ year }) => `Nokon vil vere med på ein søknad til Etikkprisen ${year}`,
    body: ({ organisation, year, personName }) =>
      `${personName} ber om å få vere med på ein søknad frå ${organisation} til Etikkprisen ${year}.\n\nVedkomande ser ingenting av søknaden før nokon seier ja.`,
  },
  joinAnswer: {
    subject: ({ year }) => `Svar på ønsket ditt om å bli med på ein søknad til Etikkprisen ${year}`,
    body: ({ organisation, year, accepted }) =>
      accepted
        ? `Du er no med på søknaden frå ${organisation} til Etikkprisen ${year}. Velkomen!`
        : `Du bad om å få vere med på ein søknad frå ${organisation} til Etikkprisen ${year}. Denne gongen vart svaret nei. Ta gjerne kontakt med kollegaene dine eller med sekretariatet.`,
  },
  receipt: {
    subject: ({ receiptNumber }) => `Kvittering ${receiptNumber}: søknad til Etikkprisen`,
    body: ({ organisation, year, receiptNumber, submittedAt, documents }) =>
      `Takk! Søknaden frå ${organisation} til Etikkprisen ${year} er send inn.\n\nKvitteringsnummer: ${receiptNumber}\nSend inn: ${formatExact(submittedAt, 'nn')}\n\n${
        documents.length
          ? `Vedlegg, med kontrollsum (SHA-256):\n\n${documents.map((d) => `${d.name} (${formatBytes(d.bytes, 'nn')})\n${d.sha256}`).join('\n\n')}`
          : 'Søknaden har ingen vedlegg.'
      }\n\nFram til fristen kan de endre søknaden og sende han inn på nytt. Den siste de sender, gjeld, og kvitteringsnummeret er det same.`,
  },
  returned: {
    subject: ({ dueAt }) => `Vi treng meir frå dykk innan ${formatDeadline(dueAt, 'nn')}`,
    body: ({ organisation, year, dueAt, parts }) =>
      `Vi har gått gjennom søknaden frå ${organisation} til Etikkprisen ${year}, og han manglar noko. Det gjeld:\n\n${parts.map((part) => `– ${part}`).join('\n')}\n\nBerre desse delane er opne. Sjå kva vi ber om, gjer dei ferdige og send søknaden inn på nytt innan ${formatDeadline(dueAt, 'nn')}.`,
  },
  admitted: {
    subject: ({ year }) => `Søknaden til Etikkprisen ${year} er godkjend for vurdering`,
    body: ({ organisation, year }) =>
      `Søknaden frå ${organisation} til Etikkprisen ${year} er godkjend for vurdering. No er det fagjuryen sin tur. Vi skriv til dykk når dei nominerte er offentleggjorde.`,
  },
  rejected: {
    subject: ({ year }) => `Søknaden til Etikkprisen ${year} kan ikkje vurderast`,
    body: ({ organisation, year }) =>
      `Søknaden frå ${organisation} til Etikkprisen ${year} er avvist på formelt grunnlag og går ikkje vidare til fagjuryen. Det seier ingenting om kvaliteten på arbeidet dykkar.\n\nGrunngivinga finn de på sida til søknaden. Ta gjerne kontakt om noko er uklart.`,
  },
  withdrawn: {
    subject: ({ year }) => `Søknaden til Etikkprisen ${year} er trekt`,
    body: ({ organisation, year }) =>
      `Søknaden frå ${organisation} til Etikkprisen ${year} er trekt, slik de bad om. Takk for at de tok dykk tid. De er velkomne tilbake eit anna år.`,
  },
  judgingClosed: {
    subject: ({ year }) => `Vurderinga av søknadene til Etikkprisen ${year} er avslutta`,
    body: ({ year, hashes }) =>
      `Juryleiaren har avslutta vurderinga av søknadene til Etikkprisen ${year}. Alle leverte vurderingar er låste.\n\nHer er kontrollsummen til kvar av dei. Ta vare på denne e-posten: Med han kan du når som helst sjå om ei vurdering er endra sidan.\n\n${hashes.join('\n') || 'Ingen vurderingar er leverte.'}\n\nVurderingar av søknader du ikkje deltek i, er ikkje med.`,
  },
  ballotReopened: {
    subject: ({ year }) => `Juryleiaren har opna ei av vurderingane dine til Etikkprisen ${year}`,
    body: ({ year }) =>
      `Juryleiaren har opna ei av vurderingane dine til Etikkprisen ${year}, slik at du kan endre ho. Berre du kan gjere det. Grunngivinga står på sida. Vurderinga tel først når du har levert ho på nytt, og den førre blir teken vare på.`,
  },
  rulesChanged: {
    subject: ({ year }) => `Reglane for Etikkprisen ${year} er endra`,
    body: ({ year, reason }) =>
      `Noko av det som vart lova i utlysinga av Etikkprisen ${year}, er endra: kriteria, skjemaet, skalaen eller retningslinjene. Grunngivinga er:\n\n${reason}\n\nDet nye gjeld frå no. Det de alt har sendt inn, står som det er. På sida finn de alle versjonane med dato og grunngiving.`,
  },
  judgingStarted: {
    subject: ({ year }) => `Søknadene til Etikkprisen ${year} er klare for fagjuryen`,
    body: ({ year, dueAt }) =>
      `No kan du lese og vurdere søknadene til Etikkprisen ${year}. Har du ikkje svara på om du har noka tilknyting til søkjarane, byrjar du med det. Lever vurderingane dine innan ${formatDeadline(dueAt, 'nn')}.\n\nIngen andre ser vurderinga di før vurderinga er avslutta.`,
  },
  finalist: {
    subject: ({ year }) => `Gratulerer! De er nominerte til Etikkprisen ${year}`,
    body: ({ organisation, year }) =>
      `${organisation} er mellom dei nominerte til Etikkprisen ${year}. Gratulerer!\n\nGrunngivinga frå juryen finn de på sida. Vinnaren blir kunngjord på prisutdelinga.`,
  },
  notSelected: {
    subject: ({ year }) => `Fagjuryen er ferdig med søknadene til Etikkprisen ${year}`,
    body: ({ organisation, year }) =>
      `Fagjuryen er ferdig med søknadene til Etikkprisen ${year}. ${organisation} er ikkje mellom dei nominerte denne gongen.\n\nTakk for søknaden, og for arbeidet de gjer. Det er fullt mogleg å søkje igjen, og fleire har fått prisen etter å ha søkt meir enn éin gong.`,
  },
  outcome: {
    subject: ({ year }) => `Vinnaren av Etikkprisen ${year} er kunngjord`,
    body: ({ organisation, year, won }) =>
      won
        ? `Etikkprisen ${year} går til ${organisation}. Gratulerer!\n\nSekretariatet tek kontakt om det praktiske. Grunngivinga frå juryen finn de på sida.`
        : `Vinnaren av Etikkprisen ${year} er kunngjord, og resultatet ligg på sida. Takk til ${organisation} for at de var med og viste fram arbeidet dykkar som nominert.`,
  },
  conflictToDecide: {
    subject: ({ year }) => `Eit spørsmål om habilitet ventar på deg (Etikkprisen ${year})`,
    body: ({ year }) =>
      `Nokon har meldt ei mogleg tilknyting til ein søkjar til Etikkprisen ${year}. Det er du som skal avgjere om vedkomande er inhabil. Søknaden er lukka for vedkomande til du har svart.`,
  },
  conflictDecided: {
    subject: ({ year }) => `Spørsmålet om habilitet er avgjort (Etikkprisen ${year})`,
    body: ({ year }) =>
      `Dei andre i juryen har vurdert om du er habil i arbeidet med Etikkprisen ${year}. Det er ingen kritikk, anten du er det eller ikkje. Avgjerda finn du på sida.`,
  },
  juryChanged: {
    subject: ({ year }) => `Fagjuryen for Etikkprisen ${year} er endra`,
    body: ({ organisation, year, kind, name, seat, until }) =>
      `${kind === 'joined' ? `${name} (${seat}) er no med i fagjuryen` : `${name} (${seat}) er ikkje lenger med i fagjuryen`} for Etikkprisen ${year}.\n\nMeiner de i ${organisation} at nokon i juryen ikkje bør vurdere søknaden, kan de kome med ei innvending til og med ${formatDate(until, 'nn')}. Elles treng de ikkje gjere noko.`,
  },
  voteInWriting: {
    subject: ({ year }) => `Ei skriftleg avrøysting ventar på deg (Etikkprisen ${year})`,
    body: ({ year, until }) =>
      `Fagjuryen for Etikkprisen ${year} røystar skriftleg over eit framlegg. Røyst innan ${formatDeadline(until, 'nn')}.`,
  },
  objectionToAnswer: {
    subject: ({ year }) => `Ei innvending ventar på svar (Etikkprisen ${year})`,
    body: ({ year }) =>
      `Ein søkjar til Etikkprisen ${year} har kome med ei innvending. Det er du som skal avgjere ho og svare.`,
  },
  objectionAnswered: {
    subject: ({ year }) => `Innvendinga dykkar er svara på (Etikkprisen ${year})`,
    body: ({ organisation, year }) =>
      `Innvendinga frå ${organisation} i arbeidet med Etikkprisen ${year} er vurdert. Svaret står på sida.`,
  },
  statementToApprove: {
    subject: ({ year }) => `Ei grunngiving ventar på at du godkjenner ho (Etikkprisen ${year})`,
    body: ({ year }) =>
      `Sekretariatet har skrive ei grunngiving i arbeidet med Etikkprisen ${year}. Ho kan ikkje offentleggjerast før du har lese og godkjent ho.`,
  },
  publicationToApprove: {
    subject: ({ year }) => `Ei offentleggjering ventar på at du godkjenner ho (Etikkprisen ${year})`,
    body: ({ year, publishAt }) =>
      `Ei offentleggjering for Etikkprisen ${year} er gjord klar${publishAt ? ` til ${formatDateTime(publishAt, 'nn')}` : ', og skjer så snart ho er godkjend'}. Ho skjer berre om ein annan enn den som gjorde ho klar, godkjenner ho.\n\nInnhaldet er hemmeleg til då.`,
  },
  publicationMoveToApprove: {
    subject: ({ year }) => `Ei offentleggjering kan bli flytta (Etikkprisen ${year})`,
    body: ({ year, to }) =>
      `Nokon har bede om at ei godkjend offentleggjering for Etikkprisen ${year} blir flytta til ${formatDateTime(to, 'nn')}. Ho blir flytta berre om nokon andre godkjenner det før det gamle tidspunktet. Teksten er den same.`,
  },
  publicationStopped: {
    subject: ({ year }) => `Ei offentleggjering er stoppa (Etikkprisen ${year})`,
    body: ({ year }) =>
      `Offentleggjeringa som var gjord klar for Etikkprisen ${year}, er stoppa. Grunnen står på sida.`,
  },
  publicationApprovedAlone: {
    subject: ({ year }) => `Ei offentleggjering er godkjend av berre éin person (Etikkprisen ${year})`,
    body: ({ year }) =>
      `Ei offentleggjering for Etikkprisen ${year} er godkjend av den same personen som gjorde ho klar. Grunnen står på sida. Les ho gjerne no: Til tidspunktet er inne, kan ho stoppast.`,
  },
  publicationTakenDown: {
    subject: ({ year }) => `Noko som var offentleg, er teke ned (Etikkprisen ${year})`,
    body: ({ year }) =>
      `Ei offentleggjering for Etikkprisen ${year} er teken ned. Grunnen står på sida, saman med meldinga som lesarane ser i staden.`,
  },
  ...confirmationLetters,
  ...deadlineLetters,
  ...guestLetters,
  ...guidanceLetters,
};
