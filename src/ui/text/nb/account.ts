/** Deleting one's own account. */
export const account = {
  title: 'Slett kontoen din',
  lead: 'Du kan slette kontoen din her. Les først hva som blir borte, og hva som blir stående.',
  goesTitle: 'Dette slettes med en gang',
  goes: [
    'navnet ditt, e-postadressen, telefonnummeret og språket',
    'alle innlogginger og tilgangsnøkler, så du blir logget ut overalt',
    'e-postene vi har sendt deg, og det du har skrevet uten å sende det inn',
    'navnet ditt i loggen over det du har gjort',
  ],
  staysTitle: 'Dette blir stående',
  nameStays:
    'Navnet ditt der du har hatt en rolle eller sittet i juryen, også i loggen: at du hadde vervet, er offentlig.',
  stays: [
    'Søknadene du har vært med på: de hører til virksomheten, og slettes etter planen for sletting.',
    'Det du har lagt igjen uten å logge inn, og det andre har ført opp med navnet eller adressen din, også e-post om det som ikke er sendt ennå: Det slettes etter planen for sletting.',
    'Noe av det kan du selv slette med en gang, med lenken i e-posten du fikk om det: påmelding til prisutdelingen, påminnelse om utlysningen, plass på listen for utlysningen, og adressen du la igjen da du stilte et spørsmål eller sa fra om noe som ikke virker, når du har fått svar.',
    'At en konto er slettet, når, og hvor mye som gikk. Ikke hvem det var.',
  ],
  final:
    'Det som slettes, kan ikke hentes tilbake. Last ned opplysningene dine først hvis du vil ta vare på dem.',
  sure: 'Jeg har lest hva som slettes, og vil slette kontoen',
  erase: 'Slett kontoen',
  back: 'Tilbake til profilen',
  needed: 'Kontoen kan ikke slettes ennå, fordi du fortsatt er med i noe her.',
  whyTitle: 'Dette må være over først',
  whenDone:
    'Når alt på listen er over, kan du slette kontoen her. Gjør du ingenting, slettes den etter planen for sletting.',
  bonds: {
    role: (role: string, until: string | null) =>
      until === null
        ? `Du har rollen «${role}». Be en systemansvarlig om å avslutte den.`
        : `Du har rollen «${role}» til ${until}. Vil du ut før, kan en systemansvarlig avslutte den.`,
    seat: (year: number) =>
      `Du sitter i juryen for ${year}. Det varer til prisåret er over, eller til sekretariatet har satt inn en annen.`,
    application: (organisation: string, year: number) =>
      `Du står på søknaden fra ${organisation} for ${year}. Det varer til prisåret er over, eller til en medarbeider har tatt deg av søknaden.`,
    region: 'Du er veileder for en region. Be sekretariatet om å sette inn en annen.',
  },
  erasedTitle: 'Kontoen er slettet',
  erasedLead:
    'Du er logget ut, og vi har ikke lenger navnet eller adressen din i en konto. Takk for at du var med.',
};
