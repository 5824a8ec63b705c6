import type { account as nb } from '../nb/account.ts';

export const account: typeof nb = {
  title: 'Slett kontoen din',
  lead: 'Du kan slette kontoen din her. Les først kva som blir borte, og kva som blir ståande.',
  goesTitle: 'Dette blir sletta med ein gong',
  goes: [
    'namnet ditt, e-postadressa, telefonnummeret og språket',
    'alle innloggingar og tilgangsnøklar, så du blir logga ut overalt',
    'e-postane vi har sendt deg, og det du har skrive utan å sende det inn',
    'namnet ditt i loggen over det du har gjort',
  ],
  staysTitle: 'Dette blir ståande',
  nameStays:
    'Namnet ditt der du har hatt ei rolle eller sete i juryen, også i loggen: at du hadde vervet, er offentleg.',
  stays: [
    'Søknadene du har vore med på: dei høyrer til verksemda, og blir sletta etter planen for sletting.',
    'Det du har lagt att utan å logge inn, og det andre har ført opp med namnet eller adressa di, også e-post om det som ikkje er send enno: Det blir sletta etter planen for sletting.',
    'Noko av det kan du sjølv slette med ein gong, med lenkja i e-posten du fekk om det: påmelding til prisutdelinga, påminning om utlysinga, plass på lista for utlysinga, og adressa du la att då du stilte eit spørsmål eller sa frå om noko som ikkje verkar, når du har fått svar.',
    'At ein konto er sletta, når, og kor mykje som gjekk. Ikkje kven det var.',
  ],
  final:
    'Det som blir sletta, kan ikkje hentast tilbake. Last ned opplysningane dine først om du vil ta vare på dei.',
  sure: 'Eg har lese kva som blir sletta, og vil slette kontoen',
  erase: 'Slett kontoen',
  back: 'Tilbake til profilen',
  needed: 'Kontoen kan ikkje slettast enno, fordi du framleis er med i noko her.',
  whyTitle: 'Dette må vere over først',
  whenDone:
    'Når alt på lista er over, kan du slette kontoen her. Gjer du ingenting, blir han sletta etter planen for sletting.',
  bonds: {
    role: (role, until) =>
      until === null
        ? `Du har rolla «${role}». Be ein systemansvarleg om å avslutte ho.`
        : `Du har rolla «${role}» til ${until}. Vil du ut før, kan ein systemansvarleg avslutte ho.`,
    seat: (year) =>
      `Du sit i juryen for ${year}. Det varer til prisåret er over, eller til sekretariatet har sett inn ein annan.`,
    application: (organisation, year) =>
      `Du står på søknaden frå ${organisation} for ${year}. Det varer til prisåret er over, eller til ein medarbeidar har teke deg av søknaden.`,
    region: 'Du er rettleiar for ein region. Be sekretariatet om å setje inn ein annan.',
  },
  erasedTitle: 'Kontoen er sletta',
  erasedLead:
    'Du er logga ut, og vi har ikkje lenger namnet eller adressa di i ein konto. Takk for at du var med.',
};
