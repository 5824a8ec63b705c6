import type { DemoApplication } from './types.ts';

export const sunnfjord: DemoApplication = {
  kind: 'cooperation',
  organisation: 'Sunnfjord',
  unit: 'Etikknettverket ved fjorden',
  partners: ['Gaular omsorgssenter', 'Fjaler', 'Høyanger'],
  language: 'nn',
  people: [
    { name: 'Eirik Støfring', email: 'eirik.stofring@sunnfjord.example' },
    { name: 'Ragnhild Tenden', email: 'ragnhild.tenden@sunnfjord.example' },
  ],
  contact: 'Eirik Støfring, nettverksleiar, telefon 00 00 00 06',
  summary:
    'Tre kommunar og eit omsorgssenter har gått saman om eitt etikknettverk, fordi ingen av oss var store nok åleine. Kvar av oss har to representantar, ein leiar og ein som arbeider nær brukarane. Nettverket har eit felles etikkråd som kven som helst kan sende ei sak til, òg brukarar og pårørande. I løpet av fem år har 640 tilsette vore med på opplæring, og 41 saker er drøfta i rådet.',
  criteria: [
    'Etikkrådet tek imot saker frå brukarar og pårørande, ikkje berre frå tilsette. Ei av sakene galdt ein mann som ville bu heime trass i stor fare for å falle. Rådet sa ikkje kva som var rett, men hjelpte alle til å seie kva dei var redde for. Han bur heime framleis. I oppfølginga seier ni av ti som har hatt ei sak i rådet, at dei vart høyrde.',
    'Opplæringa er felles og går på omgang mellom kommunane: 197 det første året, 121 det andre, 142 det tredje og 180 dei to siste. Det er 640 i alt. Vi har 38 etikkrettleiarar i nitten avdelingar. Leiarane har si eiga samling, for vi såg tidleg at arbeidet stoppar der leiaren ikkje spør etter det.',
    'Etter at nettverket kom i gang, er det færre saker der kommunane gjer ulikt i like situasjonar. Fordeling av korttidsplassar er eit døme: No har alle dei same kriteria, og grunngivinga er skriftleg. Medarbeidarundersøkinga viser mindre moralsk stress, særleg i heimetenesta.',
    'To brukarrepresentantar sit i etikkrådet, og dei har same taletid som fagfolka. Rådet har gitt ut ei lita bok for pårørande om å ta vanskelege val saman. Boka vart skriven av pårørande, og vi var med som sekretærar.',
    'Kvar avdeling har refleksjon minst kvar fjortande dag. Nettverket møtest fire gonger i året, og møtet går på omgang, slik at alle må reise like langt. Vi har lært at engasjement fell når ein berre er mottakar, og difor har kvar kommune ansvaret for eitt av møta.',
    'Kommunedirektørane har signert ein felles avtale, og han blir fornya kvart år i kommunestyra. Omsorgssjefane er styringsgruppe. Mandatet seier kven som har ansvaret på kvart nivå. Dei tilsette er med gjennom rettleiarane, som møter styringsgruppa éin gong i året utan leiarane sine til stades.',
    'Fem år, ein handlingsplan for kvart år, og referat frå kvart møte. Handlingsplanen og ein oversikt over dei 41 sakene er lagde ved, utan noko som kan kjennast att. Då nettverksleiaren slutta i 2023, var det ingen møte som fall bort. To nye kommunar har spurt om å få bli med.',
  ],
  departments: [
    ['Sunnfjord, åtte avdelingar', 16],
    ['Fjaler, fire avdelingar', 8],
    ['Høyanger, fem avdelingar', 10],
    ['Gaular omsorgssenter, to avdelingar', 4],
  ],
  courses: [
    ['Opplæring det første året', 197],
    ['Det andre året', 121],
    ['Det tredje året', 142],
    ['Dei to siste åra', 180],
  ],
  chosen: {
    methods: ['etikkrad', 'refleksjonsgrupper'],
    themes: ['prioritering', 'parorende'],
    programmes: ['parorendestrategien', 'bo-trygt-hjemme'],
  },
  innovation: 'Eit etikkråd på tvers av kommunegrenser, der brukarar og pårørande kan reise saker direkte.',
  leader: { name: 'Gro Anita Haugen', title: 'kommunedirektør i vertskommunen' },
  documents: [
    {
      name: 'Handlingsplan.pdf',
      type: 'pdf',
      title: 'Handlingsplan for etikknettverket',
      paragraphs: [
        'Fire nettverksmøte, to grunnkurs, éi leiarsamling og seks møte i etikkrådet.',
        'Ansvaret går på omgang: Sunnfjord om vinteren, Fjaler om våren, Høyanger om sommaren og Gaular omsorgssenter om hausten.',
      ],
    },
    {
      name: 'Oversikt over saker.pdf',
      type: 'pdf',
      title: 'Sakene i etikkrådet',
      paragraphs: [
        '41 saker på fem år. 17 kom frå tilsette, 13 frå leiarar, 8 frå pårørande og 3 frå brukarar.',
        'Dei vanlegaste temaa: å bu heime med risiko, tvang, usemje i familien, og fordeling av plassar.',
      ],
    },
  ],
};
