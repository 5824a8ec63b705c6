/** Who waits for whom in a year. */

/** Whom it waits for, by name, and how many there are. */
interface Waited {
  names: string;
  count: number;
}

export const waits = {
  title: 'Hvem venter på hvem',
  nothing: 'Ingen venter på noen akkurat nå.',
  due: (when: string) => `Frist: ${when}.`,
  what: {
    completeApplications: ({ count }: Waited) =>
      count === 1 ? 'Én søker skal gjøre søknaden ferdig' : `${count} søkere skal gjøre søknaden ferdig`,
    approveExtensions: ({ names, count }: Waited) =>
      count === 1
        ? `Noen andre enn ${names} skal svare på forslaget om lengre frist for én søknad`
        : `Noen andre enn ${names} skal svare på forslagene om lengre frist for ${count} søknader`,
    approveRejections: ({ names, count }: Waited) =>
      count === 1
        ? `Noen andre enn ${names} skal svare på forslaget om å avvise én søknad`
        : `Noen andre enn ${names} skal svare på forslagene om å avvise ${count} søknader`,
    approveRejectionsAlone: ({ names, count }: Waited) =>
      count === 1
        ? `${names} må selv svare på forslaget om å avvise én søknad: ingen andre kan`
        : `${names} må selv svare på forslagene om å avvise ${count} søknader: ingen andre kan`,
    approveReceived: ({ names, count }: Waited) =>
      count === 1
        ? `Noen andre enn ${names} skal godkjenne én mottatt søknad`
        : `Noen andre enn ${names} skal godkjenne ${count} mottatte søknader`,
    confirmRoles: ({ names }: Waited) => `${names} skal bekrefte reglene om fortrolighet`,
    confirmSeats: ({ names }: Waited) => `${names} skal bekrefte reglene for plassen i fagjuryen`,
    declare: ({ names }: Waited) => `${names} skal svare på om det er noen tilknytning til søkerne`,
    decideConflicts: ({ count }: Waited) =>
      count === 1
        ? 'Den som leder juryen, skal avgjøre ett spørsmål om habilitet'
        : `Den som leder juryen, skal avgjøre ${count} spørsmål om habilitet`,
    answerObjections: ({ count }: Waited) =>
      count === 1
        ? 'Den som leder juryen, skal svare på én innsigelse'
        : `Den som leder juryen, skal svare på ${count} innsigelser`,
    deliver: ({ names }: Waited) => `${names} skal levere vurderinger`,
    closeJudging: (_: Waited) => 'Juryleder skal avslutte vurderingen',
    vote: ({ count }: Waited) =>
      count === 1 ? 'Juryen skal stemme skriftlig i én sak' : `Juryen skal stemme skriftlig i ${count} saker`,
    decide: (_: Waited) => 'Juryen skal beslutte hvem som er nominert',
    answerNamings: ({ count }: Waited) =>
      count === 1
        ? 'Én nominert skal svare på den fortrolige beskjeden'
        : `${count} nominerte skal svare på den fortrolige beskjeden`,
    approveStatements: ({ count }: Waited) =>
      count === 1
        ? 'Den som leder juryen, skal godkjenne én begrunnelse'
        : `Den som leder juryen, skal godkjenne ${count} begrunnelser`,
    approveLetters: ({ names, count }: Waited) =>
      count === 1
        ? `Noen andre enn ${names} skal godkjenne og sende et brev til flere`
        : `Noen andre enn ${names} skal godkjenne og sende ${count} brev til flere`,
    approvePublication: ({ names }: Waited) => `Noen andre enn ${names} skal godkjenne en offentliggjøring`,
  },
  why: {
    completeApplications: 'Sekretariatet venter med den formelle kontrollen.',
    approveExtensions: 'Søkeren venter på å få vite fristen.',
    approveRejections: 'Søkeren får ikke vite noe før det.',
    approveRejectionsAlone: 'Søkeren får ikke vite noe før det.',
    approveReceived: 'Søknaden er ikke med før det.',
    confirmRoles: 'Rollen åpner ingenting før det.',
    confirmSeats: 'Juryen kan ikke begynne uten dem.',
    declare: 'De får ikke lese noen søknad før det.',
    decideConflicts: 'Jurymedlemmet er ute av saken imens.',
    answerObjections: 'Søkeren venter på svar.',
    deliver: 'Juryleder venter med å avslutte vurderingen.',
    closeJudging: 'Hele juryen venter på å se resultatet.',
    vote: 'Møtet venter på utfallet.',
    decide: 'Sekretariatet venter med begrunnelser og offentliggjøring.',
    answerNamings: 'Offentliggjøringen venter på svarene.',
    approveStatements: 'Sekretariatet venter med offentliggjøringen.',
    approveLetters: 'Mottakerne venter på beskjeden.',
    approvePublication: 'Ingenting kommer ut før det.',
  },
};
