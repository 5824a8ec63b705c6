/** How places are found: chosen by the regulations before the call opens. */
export const ranking = {
  title: 'Slik finner vi plassene',
  lead: 'Dette er en del av retningslinjene. Det låses når utlysningen åpner, og inngår i kontrollsummen som alle kan se.',
  rule: 'Hvilket gjennomsnitt gir plassene?',
  rules: {
    adjusted: 'Justert gjennomsnitt',
    plain: 'Vanlig gjennomsnitt',
    trimmed: 'Trimmet gjennomsnitt',
  },
  ruleHints: {
    adjusted:
      'Noen jurymedlemmer er strengere enn andre. Når en av dem er inhabil for en søknad, ville snittet ellers endret seg av det alene. Her trekkes forskjellen fra. Har alle vurdert alt, er det likt det vanlige gjennomsnittet.',
    plain: 'Summen av vurderingene delt på antallet. Lett å etterregne, men følsomt for hvem som er inhabil.',
    trimmed: 'Fra fem vurderinger av teller ikke den høyeste og den laveste. Under fem: vanlig gjennomsnitt.',
  },
  tieRule: 'Hvis flere deler førsteplassen og bare én kan få prisen',
  tieRules: {
    shared: 'Plassen deles, og juryen bestemmer',
    ladder: 'Faste steg skiller dem, så langt det går',
    'ladder+lot': 'Faste steg, og til slutt loddtrekning som alle kan etterprøve',
  },
  tieRuleHints: {
    shared: '',
    ladder:
      'Først hvem flest jurymedlemmer foretrakk, så den midterste vurderingen, så poengene på det tyngste kriteriet.',
    'ladder+lot': 'Loddet avgjøres av et offentlig tall som ingen kan vite på forhånd.',
  },
  lotSource: 'Hvilket offentlig tall avgjør loddtrekningen?',
  lotSourceHint: 'For eksempel: vinnertallene i Lotto lørdag 3. oktober 2026, i stigende rekkefølge.',
  publicExtract: 'Offentliggjør tallene uten navn sammen med vinneren',
  publicExtractHint:
    'Søknader og jurymedlemmer får tilfeldige nummer. I en liten jury kan noen likevel gjette hvem som er hvem.',
  extractYes: 'Tallene blir offentliggjort uten navn når vinneren er kunngjort.',
  extractNo: 'Tallene blir ikke offentliggjort.',
  save: 'Lagre regler for plassene',
  before: 'Vanlig gjennomsnitt. Like gjennomsnitt deler plassen.',
  beacon: {
    title: 'Tallet som avgjør loddtrekningen',
    lead: 'Skriv tallet slik det ble kunngjort. Det kan bare skrives inn én gang.',
    label: (source: string) => `Tallet fra: ${source}`,
    save: 'Lagre tallet',
    known: (value: string) => `Tallet er ${value}.`,
    notYet: 'Tallet er ikke skrevet inn ennå.',
  },
};
