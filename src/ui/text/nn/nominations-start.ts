import { formatDateTime, formatDeadline } from '../format.ts';
import type * as nb from '../nb/nominations-start.ts';

export const start: typeof nb.start = {
  title: 'Start på ein søknad',
  lead: (year, closes) => `Etikkprisen ${year}. Fristen er ${formatDeadline(closes, 'nn')}.`,
  whoApplies: 'Kven søkjer?',
  kindLeads: {
    municipality: 'Heile kommunen, eller ein del av han',
    district: 'Ein bydel i Oslo eller i ein annan by',
    enterprise: 'Ein sjukeheim, ei heimeteneste, eit omsorgssenter eller ei anna verksemd',
    cooperation: 'Fleire som har gått saman, med éin vert',
  },
  change: 'Vel noko anna',
  organisation: {
    municipality: 'Kommune',
    district: 'Bydel',
    enterprise: 'Namnet på verksemda',
    cooperation: 'Vert for samarbeidet',
  },
  organisationHints: {
    municipality: 'Skriv namnet, eller ein del av det. Parallelle namn på samisk og kvensk kan òg brukast.',
    district: 'Skriv namnet på bydelen. Er han i ein annan by enn Oslo, skriv du namnet på byen òg.',
    enterprise: 'Slik de vil at namnet skal stå om de blir nominerte.',
    cooperation: 'Kommunen eller verksemda som søkjer på vegner av dykk alle.',
  },
  number: 'Organisasjonsnummer',
  numberHint: 'Ni siffer.',
  readers:
    'Sekretariatet ser kven som har starta på ein søknad. Fagjuryen ser det når søknaden er send inn, og namnet blir offentleg om de blir nominerte.',
  unit: 'Teneste, avdeling eller namn på tiltaket',
  unitHint: 'Fyll ut om søknaden gjeld ein del av verksemda.',
  partners: 'Dei andre som er med',
  partnersHint: 'Éin på kvar linje.',
  language: 'Kva språk skriv de søknaden på?',
  languages: { nb: 'Bokmål', nn: 'Nynorsk' },
  go: 'Start på søknaden',
  match: 'Kven meiner du?',
  noneFits: 'Ingen av desse',
  notInRegister: 'Vi finn ikkje kommunen i registeret. Sjå etter skrivemåten, eller vel blant framlegga',
  severalFit: 'Fleire har dette namnet. Vel den rette',
  already: 'Er nokon hos dykk alt i gang?',
  alreadyBody:
    'Du kan be om å få bli med. Vi kan ikkje seie om det finst ein søknad, for det er søkjaren sjølv som avgjer kven som skal vite.',
  ask: 'Be om å få bli med',
  closed: 'Det er ikkje mogleg å søkje no',
  closedBody: 'Når den neste utlysinga opnar, finn du ho på framsida.',
  opensAt: (year, from) => `Du kan søkje på Etikkprisen ${year} frå ${formatDateTime(from, 'nn')}.`,
  seeCall: 'Les utlysinga',
};

export const join: typeof nb.join = {
  title: 'Be om å få bli med på ein søknad',
  lead: 'Skriv kven søknaden gjeld. Finst det ein søknad, får dei som arbeider med han, beskjed. Du ser ingenting av han før nokon seier ja.',
  message: 'Melding',
  messageHint:
    'Sei gjerne kven du er, så er det lettare å svare. Dei som arbeider med søknaden, og sekretariatet les dette. Skriv ikkje noko om pasientar, brukarar eller pårørande.',
  send: 'Send ønsket',
  sentTitle: 'Takk, ønsket er sendt',
  sentBody:
    'Finst det ein søknad, høyrer du frå dei som arbeider med han. Sekretariatet ser òg ønsket og kan hjelpe.',
  organisation: 'Namnet på søkjaren',
  requests: 'Ønske om å bli med',
  requestsLead:
    'Desse har bedt om å få bli med på ein søknad. Dei veit ikkje om det finst ein, før nokon svarar.',
  none: 'Ingen ventar på svar',
  noneBody: 'Når nokon ber om å få bli med på ein søknad, står det her.',
  wants: (name, organisation, year) => `${name} vil bli med på ein søknad frå ${organisation} (${year})`,
  accept: 'Ja, lat vedkomande bli med',
  decline: 'Nei',
  acceptInto: (unit) => `Ja, lat vedkomande bli med på «${unit}»`,
  chooseApplication: 'Vel kva søknad det gjeld',
  noApplication: 'Det finst ingen søknad frå denne søkjaren enno. Be vedkomande starte på ein.',
  noName: 'utan namn',
};
