import type { DemoApplication } from './types.ts';

export const ringerike: DemoApplication = {
  kind: 'municipality',
  organisation: 'Ringerike',
  unit: 'Tjenester for personer med utviklingshemming',
  partners: [],
  language: 'nb',
  people: [{ name: 'Hanne Oppegaard', email: 'hanne.oppegaard@ringerike.example' }],
  contact: 'Hanne Oppegaard, vernepleier og etikkoordinator, telefon 00 00 00 02',
  summary:
    'Vi gir tjenester til 96 personer med utviklingshemming i sju bofellesskap. For fem år siden begynte vi å spørre oss selv hvem som egentlig bestemmer i hverdagen: når lyset slukkes, hva som er til middag, hvem som kommer på besøk. Siden har ansatte, ledere og beboere reflektert sammen, med bilder og korte filmer i stedet for lange ord. Flere vedtak om tvang er avsluttet, og beboerne leder nå egne møter.',
  criteria: [
    'En av beboerne sa det slik: «Nå spør de meg først.» Vi har laget et kort med fire bilder som viser hva det vil si å bli møtt med respekt, sammen med dem det gjelder. Ansatte bærer kortet i lommen. I samtaler med 42 beboere i vår svarte 37 at de bestemmer mer selv enn før. Fem svarte at ingenting er endret, og dem har vi fulgt opp hver for seg.',
    'Alle 140 faste ansatte og 60 av 75 vikarer har vært gjennom opplæringen vår på to halve dager. Hvert bofellesskap har to etikkveiledere, og lederne har hatt et eget løp om makt og avhengighet. Vi bruker SME-modellen, filmene om Martin og rollespill. Kompetansen måler vi ikke med prøver, men med hva som står i refleksjonsnotatene: Vi ser at språket er blitt mer presist og mindre dømmende.',
    'Da vi begynte, var det ni vedtak om bruk av tvang. I dag er det tre. I to av sakene fant vi ut at uroen handlet om støy på fellesrommet, ikke om personen. Avvikene på medisiner er halvert, trolig fordi folk tør å si fra når de er usikre. De ansatte forteller om mindre moralsk stress, og i medarbeiderundersøkelsen svarer flere at de kan stå for det de gjør.',
    'Beboerne har vært med fra starten. Fire av dem sitter i etikkrådet sammen med en pårørende, en etikkveileder og virksomhetslederen. Rådet møtes annenhver måned, sakslisten er i bilder, og de som ikke har ord, har med seg en som kjenner dem. Etter et møte i rådet ble regelen om faste leggetider fjernet i alle bofellesskap.',
    'Hver uke er det tretti minutter refleksjon i hvert bofellesskap. Nattevaktene har sin egen gruppe. Vi teller ikke oppmøte for å kontrollere, men for å se hvor det trengs hjelp: Da ett bofellesskap falt fra, viste det seg at ingen tok telefonen mens de andre møttes. Nå bytter bofellesskapene på å passe hverandres telefon.',
    'Kommunedirektøren åpner den årlige etikkdagen og blir hele dagen. Virksomhetslederen har ansvaret, og etikk er et mål i lederavtalene. Arbeidet står i handlingsplanen for 2024–2027. Ansatte og tillitsvalgte er med på å velge temaer, og verneombudet får refleksjonsnotatene der arbeidsmiljøet er en del av saken.',
    'Fem år er lenge nok til at mange har sluttet og nye er kommet. Det som holder arbeidet i gang, er at det ligger i arbeidsplanen og ikke i én person. Alle refleksjoner blir skrevet i en enkel mal, uten navn på noen. Hvert år skriver etikkrådet en rapport på to sider, med en utgave i bilder. Vi deler malene med alle som spør, og seks kommuner har fått dem.',
  ],
  departments: [
    ['Bofellesskap 1', 2],
    ['Bofellesskap 2', 2],
    ['Bofellesskap 3', 2],
    ['Bofellesskap 4', 2],
    ['Bofellesskap 5', 2],
    ['Bofellesskap 6', 2],
    ['Bofellesskap 7', 2],
  ],
  courses: [
    ['Opplæring for faste ansatte', 140],
    ['Opplæring for vikarer', 60],
  ],
  chosen: {
    methods: ['sme', 'martin-filmene', 'etikkrad', 'refleksjonsgrupper'],
    themes: ['makt-og-tvang', 'moralsk-stress'],
    programmes: ['bo-trygt-hjemme'],
  },
  innovation:
    'Et etikkråd der personer med utviklingshemming er i flertall, og der sakslisten er i bilder. Det kostet mest tid i begynnelsen. Nå er det rådet som sparer oss for tid.',
  leader: { name: 'Per Christian Hval', title: 'kommunalsjef for velferd' },
  documents: [
    {
      name: 'Etikkrådets rapport.pdf',
      type: 'pdf',
      title: 'Etikkrådets rapport',
      paragraphs: [
        'Rådet har hatt seks møter. Vi har snakket om leggetider, om besøk, om nøkler og om hvem som kan lese i journalen.',
        'Det viktigste vi fikk til, var at leggetidene ble fjernet. Det vanskeligste var å bli enige om nøklene.',
        'Neste år vil vi snakke om kjærester.',
      ],
    },
  ],
};
