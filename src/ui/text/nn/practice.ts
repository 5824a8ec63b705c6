import type { practice as nb, practiceProblems as nbProblems } from '../nb/practice.ts';

export const practice: typeof nb = {
  title: 'Prøverunde',
  lead: 'Øv på eit heilt prisår utan at noko er ekte. Prøverunden er ein kopi av oppsettet, med oppdikta søkjarar og ein oppdikta jury. Ingen andre enn sekretariatet ser han, og ingen e-post blir send.',
  unavailable: 'Prøverundar er ikkje sette opp på denne tenaren',
  unavailableBody:
    'Be dei som driftar tenesta, om å gi ho ein database til. Korleis det blir gjort, står i driftsrettleiinga.',
  noEdition: 'Det finst ikkje noko prisår å øve på enno',
  noEditionBody: 'Opprett eit prisår først. Prøverunden blir ein kopi av det.',
  copyOf: 'Prisåret det skal vere ein kopi av',
  copyOfHelp:
    'Oppsettet blir kopiert: datoar, tekstar, kriterium, skjema, e-posttekstar og plassar i juryen. Ingen menneske blir med.',
  takesTime:
    'Det kan ta opp til eit minutt å lage prøverunden. Klokka i han står på eitt døgn før søknadsfristen, og du kan flytte ho.',
  make: 'Lag prøverunden',
  madeOf: (year: string, who: string) => `Ein kopi av ${year}, laga av ${who}`,
  enter: 'Gå inn i prøverunden',
  othersTitle: 'La dei oppdikta gjere sitt',
  othersBody:
    'Søkjarar sender inn, leiarar stadfestar, og juryen erklærer seg og leverer vurderingar: alt som ventar på dei akkurat no. Vil du gjere noko av det sjølv, kan du vere kven du vil inne i prøverunden.',
  others: 'La dei gjere det no',
  purgeTitle: 'Slett prøverunden',
  purgeBody:
    'Alt i prøverunden blir borte: søknader, vedlegg, vurderingar, e-postar og logg. Det einaste som blir ståande, er ei linje i loggen om at han er sletta, og av kven.',
  sure: 'Eg er ferdig med å øve, og alt i prøverunden kan slettast',
  purge: 'Slett alt i prøverunden',
  played: ({ sent, confirmed, declared, delivered }) =>
    `Gjort: ${sent} søknader sende inn, ${confirmed} stadfestingar, ${declared} habilitetserklæringar og ${delivered} vurderingar leverte.`,
  done: {
    made: 'Prøverunden er klar.',
    purged: 'Prøverunden er sletta. Ingenting er att av han.',
  },
};

/** What may be refused about them. */
export const practiceProblems: typeof nbProblems = {
  'practice/unavailable': {
    title: 'Prøverundar er ikkje sette opp her',
    detail:
      'Be dei som driftar tenesta, om å gi ho ein database til. Korleis det blir gjort, står i driftsrettleiinga.',
  },
  'practice/exists': {
    title: 'Det finst ein prøverunde frå før',
    detail: 'Slett han først. Det kan berre vere éin om gongen.',
  },
  'practice/none': {
    title: 'Det finst ingen prøverunde',
    detail: 'Han er kanskje sletta. Lag ein ny viss du vil øve meir.',
  },
};
