/** The texts of a call, as a start: the secretariat reads and changes them before the announcement. */
import type { EditionTexts, Localised } from '../schema.ts';

/** @param year the year of the prize */
export const defaultTexts = (year: number): Localised<EditionTexts> => ({
  nb: {
    intro: `Etikkprisen ${year} går til en kommune, en bydel eller en virksomhet som arbeider godt og systematisk med etikk i helse- og omsorgstjenestene. Jobber du, eller noen du kjenner, et sted der etisk refleksjon er blitt en del av hverdagen? Da bør dere søke.`,
    purpose:
      'Prisen skal inspirere til systematisk etikkarbeid i de kommunale helse- og omsorgstjenestene, slik at pasienter, brukere og pårørende møtes med respekt for verdigheten og integriteten sin. Den skal løfte fram gode eksempler som andre kan lære av.',
    eligibility:
      'Kommuner, bydeler og virksomheter i den kommunale helse- og omsorgstjenesten kan søke, alene eller sammen. Private og ideelle virksomheter som yter tjenester for en kommune, kan også søke. Dere kan søke selv om dere har søkt før.\n\nEn leder med ansvar for tjenesten må godkjenne søknaden før den sendes inn.',
    prize:
      'Vinneren får 100 000 kroner. Pengene skal brukes til etikkarbeidet i virksomheten: til fagutvikling, studier eller formidling. Prisen blir delt ut på en prisutdeling i Oslo.',
    regulations: [
      'Fagjuryen vurderer hver søknad etter kriteriene i utlysningen. Hvert jurymedlem vurderer for seg, og ingen ser de andres vurderinger før vurderingen er avsluttet.',
      'Et jurymedlem som har en tilknytning til en søker som kan svekke tilliten, deltar ikke i arbeidet med den søknaden. Juryens leder avgjør spørsmål om habilitet, men aldri om seg selv.',
      'Juryen nominerer vanligvis to eller tre søkere og velger vinneren blant dem. Vurderingene til hvert jurymedlem er et råd til juryen, ikke et vedtak. Juryen kan gi hederlig omtale, og den kan la være å dele ut prisen.',
      'De nominerte blir offentliggjort med juryens begrunnelse. Vinneren er hemmelig til prisutdelingen.',
      'Navnet på søkerne som ikke blir nominert, blir ikke offentliggjort. Søknaden kan trekkes helt til de nominerte er offentliggjort.',
      'Søknaden skal ikke inneholde opplysninger som gjør at pasienter, brukere eller pårørende kan kjennes igjen.',
    ].join('\n\n'),
  },
  nn: {
    intro: `Etikkprisen ${year} går til ein kommune, ein bydel eller ei verksemd som arbeider godt og systematisk med etikk i helse- og omsorgstenestene. Arbeider du, eller nokon du kjenner, ein stad der etisk refleksjon har vorte ein del av kvardagen? Då bør de søkje.`,
    purpose:
      'Prisen skal inspirere til systematisk etikkarbeid i dei kommunale helse- og omsorgstenestene, slik at pasientar, brukarar og pårørande blir møtte med respekt for verdigheita og integriteten sin. Han skal løfte fram gode døme som andre kan lære av.',
    eligibility:
      'Kommunar, bydelar og verksemder i den kommunale helse- og omsorgstenesta kan søkje, åleine eller saman. Private og ideelle verksemder som yter tenester for ein kommune, kan òg søkje. De kan søkje sjølv om de har søkt før.\n\nEin leiar med ansvar for tenesta må godkjenne søknaden før han blir send inn.',
    prize:
      'Vinnaren får 100 000 kroner. Pengane skal brukast til etikkarbeidet i verksemda: til fagutvikling, studium eller formidling. Prisen blir delt ut på ei prisutdeling i Oslo.',
    regulations: [
      'Fagjuryen vurderer kvar søknad etter kriteria i utlysinga. Kvar jurymedlem vurderer for seg, og ingen ser vurderingane til dei andre før vurderinga er avslutta.',
      'Ein jurymedlem som har ei tilknyting til ein søkjar som kan svekkje tilliten, deltek ikkje i arbeidet med den søknaden. Leiaren av juryen avgjer spørsmål om habilitet, men aldri om seg sjølv.',
      'Juryen nominerer til vanleg to eller tre søkjarar og vel vinnaren mellom dei. Vurderingane til kvar jurymedlem er eit råd til juryen, ikkje eit vedtak. Juryen kan gi heiderleg omtale, og han kan la vere å dele ut prisen.',
      'Dei nominerte blir offentleggjorde med grunngivinga frå juryen. Vinnaren er hemmeleg til prisutdelinga.',
      'Namnet på søkjarar som ikkje blir nominerte, blir ikkje offentleggjort. Søknaden kan trekkjast heilt til dei nominerte er offentleggjorde.',
      'Søknaden skal ikkje innehalde opplysningar som gjer at pasientar, brukarar eller pårørande kan kjennast att.',
    ].join('\n\n'),
  },
  en: {
    intro: `Etikkprisen ${year}, the ethics award, goes to a municipality, a city district or an organisation that works well and systematically with ethics in the health and care services. Do you work, or know somebody who works, where ethical reflection has become part of everyday life? Then you should apply.`,
    purpose:
      'The prize is to inspire systematic ethics work in the municipal health and care services, so that patients, users and next of kin are met with respect for their dignity and integrity. It is to show good examples that others can learn from.',
    eligibility:
      'Municipalities, city districts and organisations in the municipal health and care services can apply, alone or together. Private and non-profit organisations that provide services for a municipality can apply, too. You can apply even if you have applied before.\n\nA leader with responsibility for the service must approve the application before it is submitted.',
    prize:
      'The winner receives NOK 100,000. The money is to be used for the ethics work of the organisation: for professional development, studies or sharing. The prize is presented at a ceremony in Oslo.',
    regulations: [
      'The jury assesses every application by the criteria of the call. Each juror assesses alone, and nobody sees the assessments of the others before the judging has been closed.',
      'A juror who has a connection to an applicant that could weaken trust takes no part in the work on that application. The chair of the jury decides on conflicts of interest, but never on his or her own.',
      'The jury usually nominates two or three applicants and chooses the winner among them. Points advise the jury; they do not decide. The jury may give an honourable mention, and it may choose not to award the prize.',
      'The nominated are published with the jury’s statement. The winner is secret until the ceremony.',
      'The names of applicants who are not nominated are not published. An application can be withdrawn until the nominated have been published.',
      'The application must not contain information by which patients, users or next of kin can be recognised.',
    ].join('\n\n'),
  },
});
