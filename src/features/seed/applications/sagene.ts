import type { DemoApplication } from './types.ts';

export const sagene: DemoApplication = {
  kind: 'district',
  organisation: 'Bydel Sagene',
  unit: 'Hjemmetjenesten',
  partners: [],
  language: 'nb',
  people: [
    { name: 'Amina Yusuf', email: 'amina.yusuf@sagene.example' },
    { name: 'Jon Erik Lunde', email: 'jon.erik.lunde@sagene.example' },
  ],
  contact: 'Amina Yusuf, teamleder, telefon 00 00 00 03',
  summary:
    'Hjemmetjenesten i bydelen besøker om lag 800 mennesker i deres egne hjem. Der er det vi som er gjester. Vi har bygget opp et etikkarbeid som passer for folk som jobber alene og har det travelt: korte refleksjoner i bilen mellom to besøk, en vakttelefon for vanskelige valg, og en fast time hver måned der hele teamet møtes. Arbeidet handler særlig om språk, kultur og ensomhet.',
  criteria: [
    'Brukerne våre kommer fra over femti land. Vi laget en liten samtaleguide om hva verdighet betyr for den enkelte: sko av eller på, hvem som kan hjelpe med stell, hvilken mat som er trøst. Svarene står først i tiltaksplanen. I brukerundersøkelsen svarer 88 prosent at vi kjenner dem godt nok til å hjelpe dem på deres måte, mot 70 prosent for tre år siden.',
    'Alle 190 ansatte har hatt seks timers opplæring, og 22 er etikkveiledere. Lederne har i tillegg øvd på å ta imot kritikk fra ansatte som har stått i noe vanskelig. Vi bruker SME-modellen, egne kort på fem språk og opptak av samtaler som ansatte har spilt inn selv. Særlig vikarene sier at kortene hjelper dem når de er alene.',
    'Vakttelefonen ble ringt 212 ganger i fjor. I halvparten av tilfellene var spørsmålet om noen skulle få nei: nei til besøk, nei til hjelp, nei til å være alene. Vi ser færre klager, og de vi får, blir løst tidligere. To ganger har vi endret praksis for nøkkelbokser fordi noen ringte og sa at det ikke kjentes riktig.',
    'Et brukerpanel på ni personer møtes hvert kvartal. Panelet valgte ensomhet som tema for i fjor, og derfor fikk vi ordningen med ti minutter ekstra til prat én gang i uka for dem som vil. Pårørende som ikke snakker norsk, får tolk når vi snakker om verdier, ikke bare når vi snakker om medisiner.',
    'Det er vanskelig å samle folk som er på hjul hele dagen. Derfor flyttet vi refleksjonen til bilen: To kolleger bytter rute ti minutter i uka og tar ett kort sammen. I tillegg møtes hvert team én time i måneden. Deltakelsen har holdt seg over 80 prosent i to år. Teamlederne spør etter notatene, og de svarer på dem.',
    'Bydelsdirektøren har etikk som fast sak på ledermøtet, og avdelingslederen har ansvaret. Målene står i strategisk plan og i teamenes egne virksomhetsplaner. De tillitsvalgte er med i styringsgruppa. Da budsjettet ble kuttet, ble timen i måneden stående. Det sier vi fordi det var nær ved å gå annerledes.',
    'Vi har holdt på i fire år. Refleksjonene blir skrevet i et skjema på telefonen, uten navn, og vi lager en oversikt hver måned. En student fra OsloMet har fulgt arbeidet og skrevet masteroppgave om det. Planen videre er å ta med fysioterapeutene, og å dele kortene med de andre bydelene.',
  ],
  departments: [
    ['Team vest', 8],
    ['Team øst', 7],
    ['Nattpatruljen', 3],
    ['Vikarpoolen', 4],
  ],
  courses: [
    ['Seks timers opplæring', 190],
    ['Øvelse for ledere', 14],
  ],
  chosen: {
    methods: ['sme', 'etikk-kort', 'refleksjonsgrupper'],
    themes: ['sprak-og-kultur', 'prioritering'],
    programmes: ['leve-hele-livet'],
  },
  innovation:
    'Refleksjon i bil, og etikk-kort på norsk, engelsk, somali, urdu og polsk. Kortene er laget av ansatte som har språkene som morsmål, og prøvd ut sammen med brukere.',
  leader: { name: 'Guro Tandberg', title: 'avdelingsdirektør' },
  documents: [
    {
      name: 'Etikk i bilen.docx',
      type: 'docx',
      title: 'Etikk i bilen',
      paragraphs: [
        'Ett kort, to kolleger, ti minutter.',
        'Den som har saken, forteller. Den andre spør, og gir ikke råd før til slutt.',
        'Skriv tre setninger i skjemaet når dere er ferdige.',
      ],
    },
    {
      name: 'Brukerundersøkelsen.pdf',
      type: 'pdf',
      title: 'Brukerundersøkelsen, et utdrag',
      paragraphs: [
        'Svarprosenten var 54. Undersøkelsen ble sendt ut på seks språk, og de som ville, fikk svare muntlig.',
        '88 prosent svarte at vi kjenner dem godt nok til å hjelpe dem på deres måte.',
      ],
    },
  ],
};
