import type { waits as nb } from '../nb/waits.ts';

export const waits: typeof nb = {
  title: 'Kven ventar på kven',
  nothing: 'Ingen ventar på nokon akkurat no.',
  due: (when) => `Frist: ${when}.`,
  what: {
    completeApplications: ({ count }) =>
      count === 1 ? 'Éin søkjar skal gjere søknaden ferdig' : `${count} søkjarar skal gjere søknaden ferdig`,
    approveExtensions: ({ names, count }) =>
      count === 1
        ? `Nokon andre enn ${names} skal svare på framlegget om lengre frist for éin søknad`
        : `Nokon andre enn ${names} skal svare på framlegga om lengre frist for ${count} søknader`,
    approveRejections: ({ names, count }) =>
      count === 1
        ? `Nokon andre enn ${names} skal svare på framlegget om å avvise éin søknad`
        : `Nokon andre enn ${names} skal svare på framlegga om å avvise ${count} søknader`,
    approveRejectionsAlone: ({ names, count }) =>
      count === 1
        ? `${names} må sjølv svare på framlegget om å avvise éin søknad: ingen andre kan`
        : `${names} må sjølv svare på framlegga om å avvise ${count} søknader: ingen andre kan`,
    approveReceived: ({ names, count }) =>
      count === 1
        ? `Nokon andre enn ${names} skal godkjenne éin motteken søknad`
        : `Nokon andre enn ${names} skal godkjenne ${count} mottekne søknader`,
    confirmRoles: ({ names }) => `${names} skal stadfeste reglane om fortruleg informasjon`,
    confirmSeats: ({ names }) => `${names} skal stadfeste reglane for plassen i fagjuryen`,
    declare: ({ names }) => `${names} skal svare på om det er noka tilknyting til søkjarane`,
    decideConflicts: ({ count }) =>
      count === 1
        ? 'Den som leier juryen, skal avgjere eitt spørsmål om habilitet'
        : `Den som leier juryen, skal avgjere ${count} spørsmål om habilitet`,
    answerObjections: ({ count }) =>
      count === 1
        ? 'Den som leier juryen, skal svare på éi innvending'
        : `Den som leier juryen, skal svare på ${count} innvendingar`,
    deliver: ({ names }) => `${names} skal levere vurderingar`,
    closeJudging: () => 'Juryleiaren skal avslutte vurderinga',
    vote: ({ count }) =>
      count === 1 ? 'Juryen skal røyste skriftleg i éi sak' : `Juryen skal røyste skriftleg i ${count} saker`,
    decide: () => 'Juryen skal avgjere kven som er nominerte',
    answerNamings: ({ count }) =>
      count === 1
        ? 'Éin nominert skal svare på den fortrulege beskjeden'
        : `${count} nominerte skal svare på den fortrulege beskjeden`,
    approveStatements: ({ count }) =>
      count === 1
        ? 'Den som leier juryen, skal godkjenne éi grunngiving'
        : `Den som leier juryen, skal godkjenne ${count} grunngivingar`,
    approveLetters: ({ names, count }) =>
      count === 1
        ? `Nokon andre enn ${names} skal godkjenne og sende eit brev til fleire`
        : `Nokon andre enn ${names} skal godkjenne og sende ${count} brev til fleire`,
    approvePublication: ({ names }) => `Nokon andre enn ${names} skal godkjenne ei offentleggjering`,
  },
  why: {
    completeApplications: 'Sekretariatet ventar med den formelle kontrollen.',
    approveExtensions: 'Søkjaren ventar på å få vite fristen.',
    approveRejections: 'Søkjaren får ikkje vite noko før det.',
    approveRejectionsAlone: 'Søkjaren får ikkje vite noko før det.',
    approveReceived: 'Søknaden er ikkje med før det.',
    confirmRoles: 'Rolla opnar ingenting før det.',
    confirmSeats: 'Juryen kan ikkje byrje utan dei.',
    declare: 'Dei får ikkje lese nokon søknad før det.',
    decideConflicts: 'Jurymedlemmen er ute av saka så lenge.',
    answerObjections: 'Søkjaren ventar på svar.',
    deliver: 'Juryleiaren ventar med å avslutte vurderinga.',
    closeJudging: 'Heile juryen ventar på å sjå resultatet.',
    vote: 'Møtet ventar på utfallet.',
    decide: 'Sekretariatet ventar med grunngivingar og offentleggjering.',
    answerNamings: 'Offentleggjeringa ventar på svara.',
    approveStatements: 'Sekretariatet ventar med offentleggjeringa.',
    approveLetters: 'Mottakarane ventar på beskjeden.',
    approvePublication: 'Ingenting kjem ut før det.',
  },
};
