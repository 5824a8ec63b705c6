import type { DemoApplication } from './types.ts';

export const hadsel: DemoApplication = {
  kind: 'municipality',
  organisation: 'Hadsel',
  unit: 'Sykehjem og omsorgsboliger',
  partners: [],
  language: 'nb',
  people: [{ name: 'Solveig Breivik', email: 'solveig.breivik@hadsel.example' }],
  contact: 'Solveig Breivik, enhetsleder, telefon 00 00 00 04',
  summary:
    'Vi er en øykommune der alle kjenner alle, og det er både en styrke og en utfordring. Den du steller, kan være læreren din fra barneskolen. I seks år har vi arbeidet med hva nærhet gjør med taushet, respekt og rettferdighet. Alle sykehjem og omsorgsboliger er med. Samtalene om livets slutt er blitt flere og kommer tidligere, og både pårørende og ansatte sier at de er tryggere.',
  criteria: [
    'Forhåndssamtaler var noe vi sjelden fikk til. Nå får alle tilbud om en samtale de første seks ukene, og 78 prosent har sagt ja. Vi spør hva som er viktig, og vi skriver det ned med deres egne ord. En datter sa at hun først da forsto hva faren ville. Vi har også sluttet å snakke om beboere i gangen, og det merkes.',
    'Vi har sju etikkveiledere på fem avdelinger. 94 av 110 ansatte har deltatt i opplæring, og lederne har hatt to samlinger om rollen sin når noen er uenige. Fordi vi er få, lærer vi av andre: Hver vår møter vi to nabokommuner i en felles fagdag. Vi bruker SME-modellen og våre egne saker, aldri oppdiktede.',
    'Antall sykehusinnleggelser de siste to levedøgnene har gått ned fra fjorten til fem i året. Det betyr at flere får dø der de bor, med folk de kjenner. Vi skriver ikke at alt skyldes etikkarbeidet, for vi fikk også en ny lege. Men samtalene gjorde at legen visste hva folk ønsket.',
    'Pårørende er med i to av fire refleksjoner, når beboeren vil det. Pårørendeforeningen valgte selv temaene for åpent møte: rettferdig fordeling av enerom, og hva vi gjør når søsken er uenige. Retningslinjen for enerom ble skrevet om etterpå, og begrunnelsen står nå i hvert vedtak.',
    'Refleksjonen er hver fjortende dag, og nattevaktene har sin egen før vakt. Vi er ikke like gode overalt. På én avdeling stoppet det opp i fjor, og vi skrev ned hvorfor: Veilederen ble syk, og ingen hadde øvd på å lede. Nå er det alltid to, og de bytter på.',
    'Ordføreren og kommunedirektøren har begge vært med på refleksjon på en avdeling. Etikkarbeidet står i omsorgsplanen, og enhetsleder rapporterer hvert halvår. Avdelingslederne setter av tid i turnus. De ansatte har foreslått de fleste av endringene vi har gjort.',
    'Vi begynte i 2020, midt i pandemien, fordi spørsmålene ble så mange. Notatene ligger i en perm på hver avdeling, og vi går gjennom dem to ganger i året. Rapporten er lagt ved. Det som gjenstår, er å måle bedre: Vi vet hva folk sier, men ikke alltid hva som er annerledes for dem som ikke kan si det.',
  ],
  departments: [
    ['Avdeling sør', 2],
    ['Avdeling nord', 2],
    ['Omsorgsboligene', 1],
    ['Skjermet avdeling', 1],
    ['Korttidsavdelingen', 1],
  ],
  courses: [
    ['Grunnopplæring', 94],
    ['Felles fagdag med nabokommunene', 38],
  ],
  chosen: {
    methods: ['sme', 'refleksjonsgrupper', 'forhandssamtaler'],
    themes: ['livets-slutt', 'parorende', 'prioritering'],
    programmes: ['lindrende', 'leve-hele-livet'],
  },
  innovation:
    'Vi har laget en huskeliste for små steder: Hva gjør du når du vet noe om beboeren som du ikke har fått vite på jobb?',
  leader: { name: 'Arne Johan Nilsen', title: 'kommunedirektør' },
  documents: [
    {
      name: 'Halvårsrapport.pdf',
      type: 'pdf',
      title: 'Halvårsrapport for etikkarbeidet',
      paragraphs: [
        '61 refleksjoner på fem avdelinger. Tema som gikk igjen: livets slutt, enerom, og å kjenne hverandre fra før.',
        'Én avdeling hadde pause i tre måneder. Tiltak: to veiledere på hver avdeling.',
      ],
    },
  ],
};
