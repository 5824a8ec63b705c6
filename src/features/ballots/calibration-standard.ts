/** The made-up application that is offered: good in some ways and not in others, so that there is something to disagree on. */
import type { CalibrationTexts } from './schema-calibration.ts';

export const standardCalibration: CalibrationTexts = {
  nb: {
    title: 'Fjordgløtt sykehjem i Lillevåg kommune (oppdiktet)',
    body: `Fjordgløtt har 42 beboere og 58 ansatte. Siden 2021 har alle tre avdelingene hatt etikkgrupper som møtes annenhver uke i 45 minutter. To etikkveiledere på hver avdeling leder samtalene, og avdelingslederne setter av tid i turnusen. Nattevaktene har egne møter. Vikarene er sjelden med.

Vi bruker en fast samtalemodell og skriver et kort referat. I fjor drøftet vi 31 saker. De fleste gjaldt stell mot beboerens vilje, pårørende som ønsker noe annet enn beboeren, og hvem som skal få enerom. Etter drøftingene sluttet vi å vekke beboere til fast frokosttid, og vi lagde en rutine for å prøve tre andre løsninger før tvang. Antall vedtak om tvang gikk ned fra ni til fire på to år. Vi vet ikke hvor mye av det som skyldes etikkarbeidet.

Beboerrådet fikk lese et sammendrag av sakene to ganger i fjor og tok selv opp én sak. Pårørende er ikke spurt. I medarbeiderundersøkelsen svarte 71 prosent at de har et sted å ta opp vanskelige valg, mot 48 prosent tre år før.

Kommunedirektøren kjenner arbeidet og har vært med på én samtale. Det står ikke i noen plan, og det er ikke satt av penger til det etter 2026. Virksomhetslederen går av neste år. Vi har fortalt om arbeidet på et møte i nabokommunen, men har ikke laget noe andre kan bruke.`,
  },
  nn: {
    title: 'Fjordgløtt sjukeheim i Lillevåg kommune (oppdikta)',
    body: `Fjordgløtt har 42 bebuarar og 58 tilsette. Sidan 2021 har alle tre avdelingane hatt etikkgrupper som møtest annakvar veke i 45 minutt. To etikkrettleiarar på kvar avdeling leier samtalane, og avdelingsleiarane set av tid i turnusen. Nattevaktene har eigne møte. Vikarane er sjeldan med.

Vi bruker ein fast samtalemodell og skriv eit kort referat. I fjor drøfta vi 31 saker. Dei fleste galdt stell mot viljen til bebuaren, pårørande som ønskjer noko anna enn bebuaren, og kven som skal få einerom. Etter drøftingane slutta vi å vekkje bebuarar til fast frukosttid, og vi laga ein rutine for å prøve tre andre løysingar før tvang. Talet på vedtak om tvang gjekk ned frå ni til fire på to år. Vi veit ikkje kor mykje av det som kjem av etikkarbeidet.

Bebuarrådet fekk lese eit samandrag av sakene to gonger i fjor og tok sjølv opp éi sak. Pårørande er ikkje spurde. I medarbeidarundersøkinga svarte 71 prosent at dei har ein stad å ta opp vanskelege val, mot 48 prosent tre år før.

Kommunedirektøren kjenner arbeidet og har vore med på éin samtale. Det står ikkje i nokon plan, og det er ikkje sett av pengar til det etter 2026. Verksemdsleiaren går av neste år. Vi har fortalt om arbeidet på eit møte i nabokommunen, men har ikkje laga noko andre kan bruke.`,
  },
};
