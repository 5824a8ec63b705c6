/** The versions of the signed result, with their checksums and files. */
import {
  alert,
  commandLine,
  descriptionList,
  emptyState,
  link,
  paragraph,
  section,
} from '../../ui/components/index.ts';
import { editionCrumbs, editionHead, type EditionPage } from '../../ui/edition-nav.ts';
import { html, type Html } from '../../ui/html.ts';
import type { Page } from '../../ui/layout.ts';
import { publicHref } from '../../ui/links.ts';
import { formatExact } from '../../ui/text/format.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import { instant } from '../../platform/clock.ts';
import type { FrozenOut } from './schema-frozen.ts';

export interface FrozenView extends FrozenOut {
  edition: { id: string; year: number };
  pages: readonly EditionPage[];
}

export function frozenPage({ edition, pages, whole, versions }: FrozenView, lang: Lang): Page {
  const t = texts(lang).frozen;
  return {
    title: `${t.title}, ${texts(lang).secretariat.edition(edition.year)}`,
    breadcrumbs: editionCrumbs(edition, t.title, lang),
    main: html`${editionHead(edition, 'frozen', { title: t.title, lead: t.lead, over: texts(lang).secretariat.edition(edition.year) }, lang, pages)}
${!whole && alert({ tone: 'info', body: paragraph(t.out) })}
${versions.length === 0 && emptyState({ title: t.none, body: t.noneBody })}
${versions.map((one) => versionPart(one, whole, lang))}
${section({ title: t.how, body: html`${commandLine('npm run verify -- resultat.json resultat-fullt.json --key nokkel.pem', t.how)}${paragraph(link(publicHref(lang, '/kontroller'), t.verify))}` })}`,
  };
}

function versionPart(one: FrozenOut['versions'][number], whole: boolean, lang: Lang): Html {
  const t = texts(lang).frozen;
  const file = (layer: 'kjerne' | 'fullt', sha256: string): Html =>
    html`${whole && html`${link(`/frosset/${one.id}/${layer}.json`, t.download, { download: true })}<br>`}<code>${sha256}</code>`;
  return section({
    title: t.version(one.version),
    body: descriptionList([
      [t.at, formatExact(instant(one.frozenAt), lang)],
      [t.cause, t.causes[one.cause]],
      [t.reason, one.reason || null],
      [t.core, file('kjerne', one.coreSha256)],
      [
        t.full,
        one.erased ? html`${t.erased}<br><code>${one.fullSha256}</code>` : file('fullt', one.fullSha256),
      ],
    ]),
  });
}
