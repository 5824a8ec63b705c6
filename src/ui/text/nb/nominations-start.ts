/** Starting an application, and asking to join one. */
import { formatDateTime, formatDeadline } from '../format.ts';

export const start = {
  title: 'Begynn på en søknad',
  lead: (year: number, closes: Date) => `Etikkprisen ${year}. Fristen er ${formatDeadline(closes, 'nb')}.`,
  whoApplies: 'Hvem søker?',
  kindLeads: {
    municipality: 'Hele kommunen, eller en del av den',
    district: 'En bydel i Oslo eller en annen by',
    enterprise: 'Et sykehjem, en hjemmetjeneste, et omsorgssenter eller en annen virksomhet',
    cooperation: 'Flere som har gått sammen, med én vert',
  },
  change: 'Velg noe annet',
  organisation: {
    municipality: 'Kommune',
    district: 'Bydel',
    enterprise: 'Navnet på virksomheten',
    cooperation: 'Vert for samarbeidet',
  },
  organisationHints: {
    municipality: 'Skriv navnet, eller en del av det. Parallelle navn på samisk og kvensk kan også brukes.',
    district: 'Skriv navnet på bydelen. Er den i en annen by enn Oslo, skriver du navnet på byen også.',
    enterprise: 'Slik dere vil at navnet skal stå hvis dere blir nominert.',
    cooperation: 'Kommunen eller virksomheten som søker på vegne av dere alle.',
  },
  number: 'Organisasjonsnummer',
  numberHint: 'Ni sifre.',
  readers:
    'Sekretariatet ser hvem som har begynt på en søknad. Fagjuryen ser det når søknaden er sendt inn, og navnet blir offentlig hvis dere blir nominert.',
  unit: 'Tjeneste, avdeling eller navn på tiltaket',
  unitHint: 'Fyll ut hvis søknaden gjelder en del av virksomheten.',
  partners: 'De andre som er med',
  partnersHint: 'Én på hver linje.',
  language: 'Hvilket språk skriver dere søknaden på?',
  languages: { nb: 'Bokmål', nn: 'Nynorsk' },
  go: 'Begynn på søknaden',
  match: 'Hvilken mener du?',
  noneFits: 'Ingen av disse',
  notInRegister: 'Vi finner ikke kommunen i registeret. Se etter skrivemåten, eller velg blant forslagene',
  severalFit: 'Flere har dette navnet. Velg den riktige',
  already: 'Er noen hos dere allerede i gang?',
  alreadyBody:
    'Du kan be om å få bli med. Vi kan ikke si om det finnes en søknad, for det er det søkeren selv som avgjør hvem som skal vite.',
  ask: 'Be om å få bli med',
  closed: 'Det er ikke mulig å søke nå',
  closedBody: 'Når neste utlysning åpner, finner du den på forsiden.',
  opensAt: (year: number, from: Date) =>
    `Du kan søke på Etikkprisen ${year} fra ${formatDateTime(from, 'nb')}.`,
  seeCall: 'Les utlysningen',
};

export const join = {
  title: 'Be om å få bli med på en søknad',
  lead: 'Skriv hvem søknaden gjelder. Finnes det en søknad, får de som arbeider med den, beskjed. Du ser ingenting av den før noen sier ja.',
  message: 'Melding',
  messageHint:
    'Si gjerne hvem du er, så er det lettere å svare. Leses av dem som arbeider med søknaden, og av sekretariatet. Skriv ikke noe om pasienter, brukere eller pårørende.',
  send: 'Send ønsket',
  sentTitle: 'Takk, ønsket er sendt',
  sentBody:
    'Finnes det en søknad, hører du fra dem som arbeider med den. Sekretariatet ser også ønsket og kan hjelpe.',
  organisation: 'Navnet på søkeren',
  requests: 'Ønsker om å bli med',
  requestsLead: 'Disse har bedt om å få bli med på en søknad. De vet ikke om det finnes en, før noen svarer.',
  none: 'Ingen venter på svar',
  noneBody: 'Når noen ber om å få bli med på en søknad, står det her.',
  wants: (name: string, organisation: string, year: number) =>
    `${name} vil bli med på en søknad fra ${organisation} (${year})`,
  accept: 'Ja, la vedkommende bli med',
  decline: 'Nei',
  acceptInto: (unit: string) => `Ja, la vedkommende bli med på «${unit}»`,
  chooseApplication: 'Velg hvilken søknad det gjelder',
  noApplication: 'Det finnes ingen søknad fra denne søkeren ennå. Be vedkommende begynne på en.',
  noName: 'uten navn',
};
