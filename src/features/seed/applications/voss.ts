import type { DemoApplication } from './types.ts';

export const voss: DemoApplication = {
  kind: 'municipality',
  organisation: 'Voss',
  unit: 'Heimetenesta og sjukeheimane',
  partners: [],
  language: 'nn',
  people: [
    { name: 'Ingunn Rekve', email: 'ingunn.rekve@voss.example' },
    { name: 'Torbjørn Mølster', email: 'torbjorn.molster@voss.example' },
  ],
  contact: 'Ingunn Rekve, fagutviklingssjukepleiar, telefon 00 00 00 01',
  summary:
    'Sidan 2019 har heimetenesta og dei to sjukeheimane våre sett av tjue minutt kvar veke til etisk refleksjon. Det byrja med éi avdeling som hadde det vanskeleg, og i dag er alle tolv avdelingane med. Vi har tjuefire etikkrettleiarar, to i kvar avdeling, og leiarane er med sjølve. Det viktigaste som har endra seg, er at vi stoppar opp før vi handlar. Pårørande seier at dei blir spurde tidlegare, og at vi toler vanskelege spørsmål betre enn før.',
  criteria: [
    'Vi spurde bebuarar og brukarar om kva som gjer at dei kjenner seg respekterte. Svara var enkle: at nokon bankar på, at ein får velje klede sjølv, at ingen snakkar over hovudet på ein. Desse svara heng no på veggen i kvart vaktrom, og vi går gjennom dei på refleksjonen. I undersøkinga frå 2021 sa 61 prosent at dei «alltid» vart spurde før vi hjelpte dei med noko personleg. I fjor var talet 84 prosent.',
    'I alt 231 av 260 tilsette har teke grunnkurset vårt på fire timar. Vi har tjuefire etikkrettleiarar i tolv avdelingar, og alle avdelingsleiarar har same opplæring som rettleiarane. Vi bruker SME-modellen når vi har god tid og etikk-kort når vi har lita. To gonger i året møtest rettleiarane ein heil dag og øver på saker dei sjølve har stått fast i.',
    'Før brukte vi tvang ved stell oftare enn vi likte å tenkje på. No blir kvar slik situasjon teken opp på refleksjonen innan ei veke, saman med lege når det trengst. Talet på vedtak etter kapittel 4 A har gått ned frå elleve til fire på tre år, og det er fordi vi finn andre måtar, ikkje fordi vi let vere å hjelpe. Sjukefråværet har òg gått ned, frå 10,8 til 8,9 prosent. Vi seier ikkje at etikken åleine er årsaka.',
    'Brukarrådet sit i styringsgruppa for etikkarbeidet. To gonger i året held vi open refleksjonskveld for pårørande, og der er det dei som vel tema. Etter ein slik kveld endra vi rutinen for når vi ringjer heim om natta: Før ringde vi når det passa vakta. No er det avtalt på førehand med kvar familie, og det står i journalen.',
    'Refleksjonen ligg fast i turnusen, torsdag klokka 14.10 på dagvakt og 21.40 på nattvakt. Nye tilsette er med frå første veka, òg ferievikarar. I fjor hadde vi 487 refleksjonar, og i snitt var ni personar med. Når ein leiar ikkje kan kome, seier ho frå kvifor. Det er ein liten ting, men det viser at møtet tel.',
    'Etikkarbeidet står i kommunedelplanen for helse og omsorg og i årsbudsjettet, med ei eiga stilling på 30 prosent. Kommunalsjefen har det overordna ansvaret og les årsrapporten i hovudutvalet. Avdelingsleiarane har etikk som fast punkt på leiarmøtet. Dei tilsette vel sjølve rettleiarane sine, for to år om gongen.',
    'Vi har halde på i sju år, gjennom to omorganiseringar og ein pandemi. Kvar refleksjon blir skriven ned med tre setningar: kva vi lurte på, kva verdiar som stod på spel, og kva vi gjer no. Ein gong i året les vi gjennom alt og skriv rapporten som er lagd ved. Når ein rettleiar sluttar, er det alltid ein til som kan føre arbeidet vidare. Frå neste haust skal legekontora vere med.',
  ],
  departments: [
    ['Heimetenesta, seks avdelingar', 12],
    ['Dei to sjukeheimane, seks avdelingar', 12],
  ],
  courses: [
    ['Grunnkurs på fire timar', 231],
    ['Dagssamlingar for rettleiarar', 24],
  ],
  chosen: {
    methods: ['sme', 'etikk-kort', 'refleksjonsgrupper'],
    themes: ['makt-og-tvang', 'parorende'],
    programmes: ['bo-trygt-hjemme', 'lindrende', 'parorendestrategien'],
  },
  innovation:
    'Nattevaktene hadde aldri tid til å møtast. No ringjer dei inn til ein telefonkonferanse på ti minutt, der éin legg fram ei sak og dei andre berre spør. Tre nabokommunar har teke etter.',
  leader: { name: 'Kari Anne Dukstad', title: 'kommunalsjef for helse og omsorg' },
  documents: [
    {
      name: 'Årsrapport for etikkarbeidet.pdf',
      type: 'pdf',
      title: 'Årsrapport for etikkarbeidet',
      paragraphs: [
        'Talet på refleksjonar: 487. Talet på avdelingar som er med: tolv av tolv. Talet på etikkrettleiarar: tjuefire.',
        'Dei vanlegaste temaa var sjølvbestemming og helsehjelp, samarbeid med pårørande, og kva vi gjer når vi ikkje rekk alt.',
        'Vi lærte mest av sakene der vi var usamde. Årsrapporten er lagd fram for hovudutvalet for helse og omsorg.',
      ],
    },
    {
      name: 'Plan for opplæring.docx',
      type: 'docx',
      title: 'Plan for opplæring i etikk',
      paragraphs: [
        'Grunnkurs på fire timar for alle tilsette, fire gonger i året.',
        'Rettleiarsamling ein heil dag, vår og haust.',
        'Leiarane tek same opplæring som rettleiarane.',
      ],
    },
  ],
};
