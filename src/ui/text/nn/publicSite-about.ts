import type * as nb from '../nb/publicSite-about.ts';

export const privacy: typeof nb.privacy = {
  title: 'Personvern',
  lead: 'Vi ber om så lite som mogleg om deg, og vi viser det til så få som mogleg.',
  description: 'Kva personopplysningar tenesta for Etikkprisen behandlar, kvifor, og kva du kan krevje.',
  parts: [
    {
      title: 'Kva vi lagrar om deg',
      body: [
        'Namn, e-postadresse, eventuelt telefonnummer og språkval, og kva du gjer i tenesta: når du loggar inn, kva du sender inn og kva du avgjer. Vi ber aldri om fødselsnummer.',
        'Du loggar inn med ei lenkje og ein kode på e-post. Vi lagrar ikkje passord.',
      ],
    },
    {
      title: 'Kvifor',
      body: [
        'For å ta imot søknader, la fagjuryen vurdere dei, og kunne vise i ettertid at alt gjekk rett for seg.',
      ],
    },
    {
      title: 'Kven som ser kva',
      body: [
        'Eit utkast blir lese av dei som arbeider med søknaden. Dei kan sleppe inn rettleiaren i regionen sin, og sekretariatet når dei spør det om hjelp. Elles ser sekretariatet berre at utkastet finst, ikkje teksten. Ein søknad som er send inn, blir lesen av sekretariatet og av habile medlemmer av fagjuryen.',
        'Det ein jurymedlem gir opp om tilknytingar, blir lese av leiaren av juryen, sekretariatet og ein revisor.',
        'Offentleg blir namnet på dei nominerte verksemdene, grunngivingane frå juryen, kven som sat i juryen, og bilete og sitat frå dei nominerte. Ved sitatet står namnet på den som sa det, og ved biletet den som tok det. Søknader som ikkje blir nominerte, blir ikkje offentlege.',
      ],
    },
    {
      title: 'Opplysningar om pasientar og brukarar',
      body: [
        'Søknaden skal ikkje innehalde noko som gjer at pasientar, brukarar eller pårørande kan kjennast att. Finn vi slikt, ber vi dykk ta det ut.',
      ],
    },
    {
      title: 'Informasjonskapslar',
      body: [
        'Dei offentlege sidene bruker inga sporing og ingen tenester frå andre. Vi set berre dei informasjonskapslane som trengst for det du sjølv ber om. Dei står på ei eiga side.',
      ],
    },
    {
      title: 'Det du kan krevje',
      body: [
        'Du kan be om å sjå det vi har lagra om deg, få feil retta og få sletta det vi ikkje lenger treng. Har du ein konto, kan du sjølv laste ned det som er lagra om deg, og slette kontoen: Begge delar står under profilen din. Elles skriv du til sekretariatet; adressa står nedst på sida. Er du usamd med oss, kan du klage til Datatilsynet.',
      ],
    },
  ],
};

export const accessibility: typeof nb.accessibility = {
  title: 'Tilgjenge',
  lead: 'Alle skal kunne søkje, vurdere og lese, uansett korleis dei bruker nettet.',
  description:
    'Korleis tenesta for Etikkprisen er laga for at alle skal kunne bruke henne, og korleis du seier frå om noko stengjer.',
  parts: [
    {
      title: 'Slik er tenesta laga',
      body: [
        'Sidene er laga etter WCAG 2.2 på nivå A og AA. Dei verkar med tastatur åleine, med skjermlesar, forstørra til 400 prosent, på telefon og utan JavaScript. Dei finst i lys og mørk drakt etter innstillinga på maskina di.',
        'Tekstar på eit anna språk enn sida er merkte, slik at skjermlesaren les dei rett.',
      ],
    },
    {
      title: 'Slik prøver vi henne',
      body: [
        'Kvar side blir prøvd automatisk med axe-core i ein ekte nettlesar kvar gong noko blir endra. Automatiske prøver finn ikkje alt, og derfor vil vi gjerne høyre frå deg.',
      ],
    },
    {
      title: 'Det vi veit om',
      body: [
        'Vedlegg blir laga av søkjarane, og vi kan ikkje love at alle er tilgjengelege. Treng du eit vedlegg i ei anna form, hjelper vi deg.',
      ],
    },
    {
      title: 'Sei frå',
      body: [
        'Er det noko du ikkje får til? Bruk skjemaet, eller skriv eller ring til sekretariatet; adressa står nedst på sida. Du kan òg melde frå til Tilsynet for universell utforming av ikt.',
      ],
    },
  ],
};
