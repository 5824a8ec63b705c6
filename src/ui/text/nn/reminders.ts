import type { reminders as nb } from '../nb/reminders.ts';

export const reminders: typeof nb = {
  title: 'Påminningane som kjem',
  lead: 'Dei går av seg sjølve til dei som har noko igjen å gjere. Her kan du sende den neste med ein gong, eller stoppe ei som ikkje trengst.',
  none: 'Ingen påminningar er på veg.',
  toSetup: 'Vel kva påminningar prisåret har',
  kinds: {
    drafts: 'Til dei som har eit utkast',
    call: 'Til dei som bad om påminning om utlysinga',
    declarations: 'Til juryen om habilitet',
    ballots: 'Til juryen om vurderingane',
    statements: 'Om grunngivingane',
    ceremony: 'Om seremonien',
  },
  stopped: 'Stoppa',
  stoppedBy: (name) => `Stoppa av ${name}.`,
  drafts: (n) => (n === 1 ? 'Gjeld eitt utkast no.' : `Gjeld ${n} utkast no.`),
  asked: (n: number) => (n === 1 ? 'Går til éi adresse no.' : `Går til ${n} adresser no.`),
  nobody: 'Går til ingen slik det er no.',
  to: (n, names) => (n === 1 ? `Går til éin no: ${names}.` : `Går til ${n} no: ${names}.`),
  sendTitle: 'Send med ein gong',
  sendLead:
    'Ho går innan eit minutt til dei som har noko igjen då, og ikkje ein gong til på tidspunktet sitt.',
  send: 'Send påminninga no',
  stopTitle: 'Stopp denne',
  reason: 'Kvifor blir ho stoppa?',
  reasonHint: 'Det står i loggen.',
  stop: 'Stopp påminninga',
  resume: 'La ho gå likevel',
  done: { send: 'Påminninga går no.', stopp: 'Påminninga er stoppa.', slipp: 'Påminninga går som planlagt.' },
  gone: 'Påminninga er send, stoppa eller flytta sidan du opna sida.',
  notNext: 'Berre den neste påminninga av kvart slag kan sendast med ein gong.',
};
