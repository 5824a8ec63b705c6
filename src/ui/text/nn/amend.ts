import type { amend as nb } from '../nb/amend.ts';

export const amend: typeof nb = {
  title: 'Endre reglane',
  lead: 'Det som vart låst då prisen vart lyst ut, kan berre endrast som ein ny versjon, med ei grunngiving. Grunngivinga blir offentleg, og alle som arbeider med ein søknad, og juryen får e-post om endringa.',
  reason: 'Kvifor blir det endra?',
  reasonHint: 'Minst ti teikn. Blir offentleg, og står i e-posten.',
  regulations: 'Retningslinjer',
  regulationsLink: 'Endre retningslinjene',
  scaleLink: 'Endre orda for poenga',
  save: 'Lag ein ny versjon',
  nothing: 'Ingenting er endra. Endre noko, eller gå tilbake.',
  saved: 'Den nye versjonen gjeld frå no, og dei det gjeld, får e-post.',
  may: 'Vil du endre noko av dette no, blir det ein ny versjon med ei grunngiving, og dei det gjeld, får e-post. Ingen kriterium og ingen spørsmål kan kome til eller bli borte.',
  versionsTitle: 'Versjonar',
  versionsLead:
    'Dette er endra etter at prisen vart lyst ut. For ein søknad gjeld versjonen som gjaldt då han vart send inn.',
  first: 'slik prisen vart lyst ut',
  versionOf: (n) => `Versjon ${n}`,
  file: (n) => `Last ned versjon ${n}`,
};
