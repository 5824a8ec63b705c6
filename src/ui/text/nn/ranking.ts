import type { ranking as nb } from '../nb/ranking.ts';

export const ranking: typeof nb = {
  title: 'Slik finn vi plassane',
  lead: 'Dette er ein del av retningslinjene. Det blir låst når utlysinga opnar, og er med i kontrollsummen som alle kan sjå.',
  rule: 'Kva gjennomsnitt gir plassane?',
  rules: {
    adjusted: 'Justert gjennomsnitt',
    plain: 'Vanleg gjennomsnitt',
    trimmed: 'Trimma gjennomsnitt',
  },
  ruleHints: {
    adjusted:
      'Nokre jurymedlemmer er strengare enn andre. Når ein av dei er inhabil for ein søknad, ville snittet elles endra seg berre av det. Her blir skilnaden trekt frå. Har alle vurdert alt, er det likt det vanlege gjennomsnittet.',
    plain:
      'Summen av vurderingane delt på talet på dei. Lett å rekne etter, men kjenslevart for kven som er inhabil.',
    trimmed: 'Frå fem vurderingar tel ikkje den høgaste og den lågaste. Under fem: vanleg gjennomsnitt.',
  },
  tieRule: 'Dersom fleire deler førsteplassen og berre éin kan få prisen',
  tieRules: {
    shared: 'Plassen blir delt, og juryen bestemmer',
    ladder: 'Faste steg skil dei, så langt det går',
    'ladder+lot': 'Faste steg, og til slutt loddtrekking som alle kan prøve etter',
  },
  tieRuleHints: {
    shared: '',
    ladder:
      'Først kven flest jurymedlemmer føretrekte, så den midtarste vurderinga, så poenga på det tyngste kriteriet.',
    'ladder+lot': 'Loddet blir avgjort av eit offentleg tal som ingen kan vite på førehand.',
  },
  lotSource: 'Kva offentleg tal avgjer loddtrekkinga?',
  lotSourceHint: 'Til dømes: vinnartala i Lotto laurdag 3. oktober 2026, i stigande rekkjefølgje.',
  publicExtract: 'Offentleggjer tala utan namn saman med vinnaren',
  publicExtractHint:
    'Søknader og jurymedlemmer får tilfeldige nummer. I ein liten jury kan nokon likevel gjette kven som er kven.',
  extractYes: 'Tala blir offentleggjorde utan namn når vinnaren er kunngjord.',
  extractNo: 'Tala blir ikkje offentleggjorde.',
  save: 'Lagre reglar for plassane',
  before: 'Vanleg gjennomsnitt. Like gjennomsnitt deler plassen.',
  beacon: {
    title: 'Talet som avgjer loddtrekkinga',
    lead: 'Skriv talet slik det vart kunngjort. Det kan berre skrivast inn éin gong.',
    label: (source) => `Talet frå: ${source}`,
    save: 'Lagre talet',
    known: (value) => `Talet er ${value}.`,
    notYet: 'Talet er ikkje skrive inn enno.',
  },
};
