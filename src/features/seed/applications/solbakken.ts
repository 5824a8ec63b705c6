import type { DemoApplication } from './types.ts';

export const solbakken: DemoApplication = {
  kind: 'enterprise',
  organisation: 'Solbakken omsorgssenter',
  unit: 'Heile senteret',
  partners: [],
  language: 'nn',
  people: [{ name: 'Marit Vikøyr', email: 'marit.vikoyr@solbakken.example' }],
  contact: 'Marit Vikøyr, styrar, telefon 00 00 00 05',
  summary:
    'Solbakken er eit ideelt omsorgssenter med 48 plassar, og vi driv på avtale med kommunen. For tre år sidan bestemte vi oss for at maten skulle vere starten på etikkarbeidet: Kven vel, kven ventar, og kven får hjelp til å ete i sitt eige tempo? Frå kjøkenet har arbeidet vakse til heile huset. Reinhaldarar, kokkar og vaktmeister er med på refleksjonen på lik linje med sjukepleiarane.',
  criteria: [
    'Måltidet er der bebuarane merkar det mest. Ingen blir lenger mata av nokon som står. Frukosten varer frå sju til elleve, og kvar og ein bestemmer sjølv når dagen byrjar. Vekttapet mellom bebuarane har gått ned, og i samtalar seier pårørande at dei ser meir av den personen dei kjenner.',
    'Alle 62 tilsette har fått opplæring, òg dei på kjøkenet og reinhaldet. Vi har seks etikkrettleiarar, og éin av dei er kokk. Vi bruker etikk-kort og små filmsnuttar. Det var uvant for fleire å seie noko høgt i byrjinga, og difor øvde vi to og to før vi tok det i gruppe.',
    'Bruken av sovemedisin er redusert med ein tredel etter at vi slutta å leggje folk klokka sju. Talet på avvik som gjeld krenkjande åtferd, gjekk først opp, fordi folk tok til å melde. No er det på veg ned. Vi reknar begge delar som teikn på kvalitet.',
    'Bebuarrådet møtest kvar månad, og referatet heng på oppslagstavla. Rådet fekk gjennomslag for at hunden til ein bebuar kunne flytte inn. Det var ei sak med mange omsyn, og alle fekk seie sitt før vi avgjorde. Pårørande har eigen plass i styret.',
    'Refleksjonen er kvar onsdag i lunsjen, og huset er stille så lenge. Styraren er med annakvar veke og seier minst. Oppmøtet er høgt, men vi slit framleis med å få med helgevaktene. Frå i haust har vi ei eiga samling for dei.',
    'Styret har vedteke etikkarbeidet i strategien, og kommunen har det med i avtalen med oss. Mellomleiarane har ansvaret for kvar si gruppe. Dei tilsette har vald rettleiarane. Vi er ei lita verksemd, og avstanden mellom nivåa er kort, men vi har skrive ned kven som gjer kva.',
    'Vi har berre halde på i tre år, og det veit vi er kort. Alt er skrive ned, og årsmeldinga har eit eige kapittel. Vi har avtale med den vidaregåande skulen om at elevar i praksis er med på refleksjonen, og slik kjem arbeidet ut av huset.',
  ],
  departments: [
    ['Kjøkenet', 1],
    ['Fyrste etasje', 2],
    ['Andre etasje', 2],
    ['Reinhaldet', 1],
  ],
  courses: [['Opplæring for alle tilsette', 62]],
  chosen: {
    methods: ['etikk-kort', 'refleksjonsgrupper'],
    themes: ['parorende', 'skjulte-verdier'],
    programmes: ['leve-hele-livet'],
  },
  innovation:
    'At kokken er etikkrettleiar. Det høyrest ut som ein spøk, men ingen ser meir av korleis folk har det.',
  leader: { name: 'Oddvar Hjelmeland', title: 'styreleiar' },
  documents: [
    {
      name: 'Kapittel frå årsmeldinga.docx',
      type: 'docx',
      title: 'Etikk på Solbakken',
      paragraphs: [
        'Frå måltid til heile huset: slik byrja det.',
        'Seks rettleiarar, 62 tilsette, 44 refleksjonar.',
        'Neste år: helgevaktene.',
      ],
    },
  ],
};
