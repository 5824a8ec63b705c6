/** Pages that show every component, for the tests of the components alone. */
import * as ui from '../../src/ui/components/index.ts';
import { html } from '../../src/ui/html.ts';
import type { Html } from '../../src/ui/html.ts';
import { renderPage } from '../../src/ui/layout.ts';
import type { Page, Shell } from '../../src/ui/layout.ts';
import { publicHref } from '../../src/ui/links.ts';
import { LANGS, texts } from '../../src/ui/text/index.ts';
import type { Lang } from '../../src/ui/text/index.ts';

const help = { email: 'etikkprisen@example.no', phone: '22 00 00 00' };

export const publicShell = (lang: Lang): Shell => ({
  lang,
  path: publicHref(lang, '/'),
  homeHref: publicHref(lang, '/'),
  nav: ['Om prisen', 'Årets utlysning', 'Fagjuryen', 'Tidligere priser'].map((label, i) => ({
    label,
    href: publicHref(lang, i === 0 ? '/' : `/side-${i}`),
  })),
  actorName: null,
  signInHref: '/logg-inn',
  signOutAction: '/logg-ut',
  languages: {
    by: 'address',
    hrefs: Object.fromEntries(LANGS.map((l) => [l, publicHref(l, '/')])) as Record<Lang, string>,
  },
  help,
  footerLinks: [
    { href: '/tilgjengelighet', label: texts(lang).common.footer.accessibility },
    { href: '/personvern', label: texts(lang).common.footer.privacy },
  ],
  demo: null,
});

export const privateShell = (lang: Lang): Shell => ({
  ...publicShell(lang),
  path: '/soknader/1',
  nav: [
    { href: '/min-side', label: 'Min side' },
    { href: '/soknader', label: 'Søknader' },
    { href: '/juryen', label: 'Fagjuryen' },
    { href: '/resultat', label: 'Resultat' },
    { href: '/personer', label: 'Personer' },
  ],
  actorName: 'Ingebjørg Åsnes-Thorkildsen',
  signInHref: null,
  languages: { by: 'form', action: '/sprak', returnTo: '/soknader/1' },
  demo: { clock: '14. oktober 2026 kl. 12.00', toolsHref: '/dev' },
  practice: true,
});

/** A page of running text: the shape of the public front page. */
export function publicPage(lang: Lang): Html {
  const t = texts(lang);
  const hero = ui.hero({
    over: 'Etikkprisen 2026',
    title: 'Søk om Etikkprisen',
    lead: 'Prisen går til en kommune, bydel eller virksomhet som arbeider systematisk med etikk, slik at brukerne opplever verdighet og integritet.',
    actions: ui.actions(
      ui.buttonLink({ href: '/soknader', label: 'Start en søknad' }),
      ui.buttonLink({ href: '/utlysning', label: 'Les utlysningen', kind: 'secondary' }),
    ),
    side: ui.section({
      title: 'Prisåret',
      id: 'year',
      body: ui.steps(
        [
          { label: 'Utlysning', when: '2. juni 2026', state: 'done' },
          {
            label: 'Søknadsfrist',
            when: '14. oktober 2026 kl. 23.59',
            state: 'current',
            note: 'Om 12 dager',
          },
          { label: 'De nominerte offentliggjøres', when: 'november 2026', state: 'upcoming' },
          { label: 'Prisutdeling', when: '9. desember 2026 kl. 12.00', state: 'upcoming' },
        ],
        t,
      ),
    }),
  });
  const main = html`${ui.section({
    title: 'De nominerte',
    body: ui.grid([
      ui.card({
        title: 'Eigersund kommune',
        href: '/nominerte/eigersund',
        over: 'Nominert',
        body: ui.paragraph('Fagjuryen mener at arbeidet er godt forankret på alle nivåer i kommunen.'),
      }),
      ui.card({
        title: 'Modum kommune',
        href: '/nominerte/modum',
        over: 'Nominert',
        body: ui.paragraph('Refleksjonsgrupper er en del av hverdagen i alle tjenestene.'),
      }),
      ui.card({
        title: 'Oslo kommune (KEK)',
        href: '/nominerte/oslo',
        over: 'Nominert',
        body: ui.paragraph('Komiteen gir råd i vanskelige saker og deler det den lærer.'),
      }),
    ]),
  })}
${ui.section({ title: 'Grunngivinga', level: 2, body: ui.prose('Fagjuryen meiner at kommunen har vist vilje over tid.\n\nArbeidet har røter i leiinga.\nDet merkast i tenestene.', 'nn') })}
${ui.section({
  title: 'Tidligere priser',
  body: ui.table({
    caption: 'Tidligere priser',
    hideCaption: true,
    columns: [
      { header: 'År', cell: (row: string[]) => row[0], names: true },
      { header: 'Vinner', cell: (row) => row[1] },
      { header: 'Søkere', cell: (row) => row[2], numeric: true },
    ],
    rows: [
      ['2022', 'Eigersund kommune', '6'],
      ['2021', 'USHT Innlandet', '5'],
      ['2019', 'Bærum kommune', '4'],
    ],
  }),
})}
${ui.details({ summary: 'Hvem kan søke?', body: ui.paragraph('Kommuner, bydeler og virksomheter kan søke.') })}
${ui.details({ summary: 'Hva kan pengene brukes til?', body: ui.list(['Fagutvikling', 'Studier', html`Formidling, se ${ui.link('/om', 'om prisen')}`]), open: true })}`;
  return renderPage(publicShell(lang), {
    title: 'Etikkprisen',
    front: true,
    description: t.common.tagline,
    hero,
    main,
  });
}

/** A form with one of each field, empty or with errors. */
export function formPage(lang: Lang, failed: boolean): Html {
  const t = texts(lang);
  const errors = failed
    ? [
        { field: 'name', message: t.fieldErrors.required },
        { field: 'kind', message: t.fieldErrors.choose },
        { field: 'answer.1', message: t.fieldErrors.tooManyWords(300, 312) },
        { field: 'closesAtTime', message: t.fieldErrors.timeTwice },
        { message: 'Noe uten felt' },
      ]
    : [];
  const wrong = ui.errorsByField(errors);
  const body = html`${ui.textField({ name: 'name', label: 'Kommune', hint: 'Skriv begynnelsen av navnet.', error: wrong['name'], list: 'kommuner' })}
${ui.suggestions('kommuner', ['Eigersund', 'Modum'])}
${ui.radioGroup({
  name: 'kind',
  legend: 'Hvem søker?',
  hint: 'Velg det som passer best.',
  error: wrong['kind'],
  options: [
    { value: 'kommune', label: 'En kommune' },
    { value: 'bydel', label: 'En bydel', hint: 'Bydelene i Oslo, eller tilsvarende i andre byer.' },
    { value: 'samarbeid', label: 'Et samarbeid mellom flere' },
  ],
})}
${ui.textArea({ name: 'answer.1', label: 'Hvordan er brukernes opplevelse av verdighet og integritet styrket?', hint: 'Gi gjerne eksempler.', words: { max: 300, t }, value: '\n<b>Ikke</b> skriv navn på pasienter.', error: wrong['answer.1'] })}
${ui.select({
  name: 'county',
  label: 'Fylke',
  empty: t.common.choose,
  value: 'r',
  options: [
    { value: 'r', label: 'Rogaland' },
    { value: 'b', label: 'Buskerud' },
  ],
  width: 'medium',
})}
${ui.dateTimeField({ name: 'closesAt', legend: 'Søknadsfrist', hint: 'Norsk tid.', date: '2026-10-14', time: '23:59', labels: t.common, errors: wrong })}
${ui.textField({ name: 'code', label: 'Kode', inputmode: 'numeric', maxlength: 6, width: 'short', autocomplete: 'one-time-code', enhance: 'code' })}
${ui.radioGroup({ name: 'score', legend: 'Poeng', inline: true, value: 4, options: [1, 2, 3, 4, 5, 6].map((n) => ({ value: String(n), label: String(n) })) })}
${ui.checkboxGroup({
  name: 'themes',
  legend: 'Temaer',
  optional: t.common.optional,
  values: ['a'],
  options: [
    { value: 'a', label: 'Leve hele livet' },
    { value: 'b', label: 'Lindrende omsorg' },
  ],
})}
${ui.fileField({ name: 'file', label: 'Vedlegg', hint: 'PDF, Word eller bilde, inntil 25 MB.', optional: t.common.optional, accept: '.pdf,.docx,.jpg,.png', multiple: true })}
${ui.checkbox({ name: 'agree', label: 'Jeg har ikke skrevet noe som kan kjenne igjen enkeltpersoner.' })}
${ui.actions(ui.button({ label: t.common.saveAndContinue }), ui.button({ label: t.common.save, kind: 'secondary', name: 'only', value: 'save', unchecked: true }), ui.button({ label: t.common.remove, kind: 'danger' }))}`;
  const main = html`${ui.errorSummary(errors, t, { name: 'Kommune', kind: 'Hvem søker?', 'answer.1': 'Verdighet og integritet', closesAtTime: 'Søknadsfrist' })}
${ui.pageHead({ title: 'Søknad for Eigersund kommune', lead: 'Du kan lagre og fortsette senere.' })}
${ui.withAside({
  label: 'Sjekkliste',
  main: ui.form({ action: '/soknader/1', body, multipart: true, version: 3, upload: t }),
  side: ui.card({
    title: 'Dette mangler',
    body: ui.checklist(
      [
        { label: 'Sammendrag', met: true },
        { label: 'Godkjenning fra ledelsen', met: false, href: '#field-name' },
      ],
      t,
    ),
    foot: html`${ui.iconClock()} Fristen er om 12 dager`,
  }),
})}`;
  return renderPage(privateShell(lang), {
    title: 'Søknad',
    failed,
    main,
    breadcrumbs: [{ label: t.common.myPage, href: '/min-side' }, { label: 'Eigersund kommune' }],
  });
}

/** A dashboard: tables, figures, states, messages. */
export function boardPage(lang: Lang): Html {
  const t = texts(lang);
  const page: Page = {
    title: 'Oversikt',
    wide: true,
    breadcrumbs: [
      { label: t.common.home, href: '/' },
      { label: 'Etikkprisen 2026', href: '/prisar/2026' },
      { label: 'Oversikt' },
    ],
    main: html`${ui.statusMessage(t.common.saved)}
${ui.pageHead({ over: 'Etikkprisen 2026', title: 'Vurderingene', lead: 'Seks søknader, sju jurymedlemmer.' })}
${ui.localNav(
  [
    { href: '/a', label: 'Fremdrift', current: true },
    { href: '/b', label: 'Habilitet' },
    { href: '/c', label: 'Rangering' },
  ],
  'Etikkprisen 2026',
)}
${ui.figures([
  { value: '31 av 40', label: 'Vurderinger levert' },
  { value: '2', label: 'Inhabile' },
  { value: '3 dager', label: 'Igjen' },
])}
${ui.progress({ id: 'delivered', label: 'Levert', value: 31, max: 40, shown: '31 av 40' })}
${(['info', 'success', 'warning', 'danger'] as const).map((tone) => ui.alert({ tone, title: 'Vurderingen er ikke avsluttet', body: ui.paragraph('Ni vurderinger mangler.') }))}
${ui.table({
  caption: 'Rangering',
  columns: [
    { header: 'Plass', cell: (row: (string | number)[]) => row[0], numeric: true },
    { header: 'Søker', cell: (row) => row[1], names: true },
    { header: 'Snitt', cell: (row) => row[2], numeric: true },
    { header: 'Levert', cell: (row) => html`${row[3]} ${ui.bar(Number(row[3]), 7)}`, numeric: true },
    { header: 'Spredning', cell: () => ui.spread([3, 4, 5, 5, 6], 4.6, { min: 1, max: 6 }) },
    { header: 'Tilstand', cell: () => ui.tag('Vurdert', 'success') },
    { header: 'Sist endret', cell: () => '14. oktober 2026 kl. 23.59' },
  ],
  rows: [
    [1, 'Eigersund kommune', '5,14', 7],
    [2, 'Modum kommune', '4,86', 6],
    [2, 'Oslo kommune (KEK)', '4,86', 7],
  ],
})}
${ui.grid(
  [
    ui.card({
      title: 'Mangler',
      body: ui.checklist(
        [
          { label: 'Sammendrag', met: true },
          { label: 'Bekreftelse fra ledelsen', met: false, href: '#x' },
        ],
        t,
      ),
      foot: html`${ui.iconClock()} Om 3 dager`,
    }),
    ui.card({
      title: 'Kvittering',
      tinted: true,
      tone: 'success',
      body: ui.descriptionList([
        ['Nummer', '2026-0007'],
        ['Tid', '14. oktober 2026 kl. 12.00.07'],
        ['SHA-256', 'b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9'],
        ['Borte', null],
      ]),
    }),
    ui.emptyState({
      title: 'Ingen innsigelser',
      body: 'Hvis noen kommer, ser du dem her.',
      action: ui.buttonLink({ href: '/x', label: 'Les om innsigelser', kind: 'secondary', small: true }),
    }),
  ],
  'large',
)}
${ui.rows([html`${ui.tag('Utkast')} ${ui.link('/a', 'Eigersund kommune')}`, html`${ui.tag('Avvist', 'danger')} ${ui.link('/b', 'Modum kommune')} ${ui.iconLock()}`])}
${ui.pagination({ page: 2, total: 5, hrefOf: (n) => `/x?side=${n}`, t })}
${ui.actionForm({ action: '/x', label: 'Purr', version: 2, fields: { id: 'a' }, ask: 'Sikker?' })}
${ui.section({ title: 'Avslutt', id: 'close', body: ui.form({ action: '/x', label: 'Avslutt', body: ui.button({ label: 'Avslutt', kind: 'danger' }) }) })}`,
  };
  return renderPage(privateShell(lang), page);
}

/** The page before something that cannot be undone. */
export function confirmPage(lang: Lang): Html {
  const t = texts(lang);
  const main = ui.confirmForm({
    action: '/x',
    title: 'Send inn søknaden',
    body: ui.paragraph('Du kan endre den fram til fristen.', 'lead'),
    confirm: t.common.send,
    cancel: t.common.back,
    cancelHref: '/soknader/1',
    version: 4,
  });
  return renderPage(privateShell(lang), { title: 'Send inn', main });
}

/** Every page of the kitchen sink by name. */
export const kitchenSink = (lang: Lang): Record<string, Html> => ({
  public: publicPage(lang),
  form: formPage(lang, false),
  failed: formPage(lang, true),
  board: boardPage(lang),
  confirm: confirmPage(lang),
});
