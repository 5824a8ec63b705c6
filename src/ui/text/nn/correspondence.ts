import type { correspondence as nb } from '../nb/correspondence.ts';

export const correspondence: typeof nb = {
  title: 'E-postar',
  lead: (year) =>
    `Alt som er sendt eller skal sendast ut om Etikkprisen ${year}. Tenesta prøver igjen av seg sjølv når det er trygt. Resten ventar på deg.`,
  edition: (year) => `Etikkprisen ${year}`,
  empty: 'Ingen e-postar enno',
  emptyBody: 'Her ser du kvar e-post frå første invitasjon til siste takk.',
  subject: 'Emne',
  to: 'Til',
  written: 'Skriven',
  status: 'Status',
  filter: 'Vis',
  all: (n) => `Alle (${n})`,
  states: {
    queued: 'Ventar',
    sending: 'Blir send no',
    sent: 'Send',
    failed: 'Ikkje levert',
    unknown: 'Usikkert om han kom fram',
  },
  practised: 'Ikkje send (øving)',
  practice: 'Dette er ei øving: E-postane blir skrivne og viste her, men går ingen stader.',
  withCount: (state, n) => `${state} (${n})`,
  triedAgain: (error) => `Blir prøvd igjen av seg sjølv. Sist: ${error}`,
  failed: (error) =>
    `E-posttenaren tok ikkje imot han: ${error}. Sjå etter at adressa er rett, og send på nytt.`,
  cameBack: (error, at) =>
    `E-posten kom i retur (registrert ${at}): ${error} Finn rett adresse, og send på nytt.`,
  gaveUp: 'Siste forsøk vart avbrote før e-posten gjekk ut. Send han på nytt.',
  unknown:
    'Sambandet vart brote medan e-posten vart send. Spør gjerne mottakaren. Sender du på nytt, kan det kome to like.',
  notMember: 'Mottakaren er ikkje lenger med på søknaden, og difor vart e-posten ikkje send.',
  outdated: 'Han gjaldt ikkje lenger då han skulle gå, og vart derfor ikkje send.',
  signIn:
    'Ein e-post med innloggingskode kan ikkje sendast på nytt. Be mottakaren om å logge inn ein gong til.',
  resendTo: (email) => `Send på nytt til ${email}`,
  sameAddress: 'E-posten kan ha kome fram, og kan berre sendast til same adresse.',
  resent: (n) => (n === 1 ? 'E-posten er lagd i kø på nytt.' : `${n} e-postar er lagde i kø på nytt.`),
  resendMissing: 'Send på nytt til alle som ikkje fekk e-posten',
  resendMissingAsk: 'Sende på nytt til alle der e-posten ikkje vart levert?',
  sent: 'Send',
  text: 'Teksten',
  noText: 'Denne e-posten har ein hemmeleg kode eller ei hemmeleg lenkje. Berre mottakaren får sjå henne.',
  application: 'Søknad',
  resendTitle: 'Send på nytt',
  resend: 'Send på nytt',
  address: 'E-postadresse',
  addressHint: 'Rett adressa om ho er feil. Endringa gjeld berre denne e-posten.',
  returnedTitle: 'Kom han i retur?',
  returnedLead:
    'Nokre e-postar kjem tilbake til sekretariatet som «ikkje levert» etter at dei er sende. Registrer det her, så ser alle at mottakaren manglar han.',
  returnedReason: 'Kva står det i returen?',
  returnedHint: 'Til dømes: Postkassen finst ikkje.',
  returned: 'Registrer at han kom i retur',
  others: 'Andre e-postar som ikkje kom fram',
  othersLead: 'Invitasjonar og innloggingar, som ikkje høyrer til noko prisår.',
  unknownPlaceholder: (unknown, known) =>
    `Dette kan ikkje bytast ut: ${unknown}. Bruk ${known}, eller skriv teksten heilt ut.`,
};
