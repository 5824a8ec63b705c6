/** What was made public at the end of a year, on paper: both forms of Norwegian, as they stood. */
import { heading, paragraph, prose, renderPdf, terms, title, type Block } from '../../platform/pdf/index.ts';
import { formatDateTime, formatList, LOCALES } from '../../ui/text/format.ts';
import { texts } from '../../ui/text/index.ts';
import type { PublicYear } from '../publication/public-queries.ts';
import { nameOf } from '../publication/schema-nominee.ts';
import type { PublicFinalist } from '../publication/schema-public.ts';
import type { BothForms } from '../publication/schema.ts';
import { LANG, LOCALE, words } from './words.ts';

export function publicationPdf(
  { edition, outcome }: PublicYear,
  { demo }: { demo: boolean },
): Promise<Buffer> {
  const t = texts(LANG);
  const own = t.publicSite.year;
  const { winner, finalists, nominated, jury } = outcome;
  const at = winner?.at ?? finalists?.at ?? edition.ceremonyAt;
  const name = words.publication(edition.year);
  const first = nominated.find((one) => one.outcome === 'winner');
  const named = (what: PublicFinalist['outcome']) =>
    nominated.filter((one) => one.outcome === what).map(nameOf);
  return renderPdf(
    {
      title: name,
      author: 'KS',
      lang: LOCALE,
      at,
      foot: name,
      pageOf: t.receipts.pdf.pageOf,
      banner: demo ? t.receipts.pdf.demo : undefined,
    },
    [
      title(name, { lead: own.announced(formatDateTime(at, LANG)) }),
      terms([
        [own.winner, first ? nameOf(first) : own.noAward],
        [own.honourable, formatList(named('honourableMention'), LANG)],
        [t.publicSite.press.nominated, formatList(nominated.map(nameOf), LANG)],
        [
          own.ceremony,
          [formatDateTime(edition.ceremonyAt, LANG), edition.ceremonyPlace].filter(Boolean).join(', '),
        ],
      ]),
      ...(winner ? bothForms(winner.texts) : []),
      ...(winner?.corrected
        ? [
            paragraph(own.corrected(formatDateTime(winner.corrected.at, LANG)), 'strong'),
            ...bothForms(winner.corrected.what),
          ]
        : []),
      ...nominated.flatMap((one) => [
        heading(2, nameOf(one)),
        ...(one.partners.length > 0
          ? [paragraph(own.partners(formatList(one.partners, LANG)), 'muted')]
          : []),
        ...(one.statement ? bothForms(one.statement) : []),
      ]),
      heading(2, own.jury),
      ...jury.map((juror) =>
        paragraph(
          [juror.name, t.publicSite.call.roles[juror.role], juror.organisation].filter(Boolean).join(', '),
        ),
      ),
    ],
  );
}

const bothForms = ({ nb, nn }: BothForms): Block[] => [
  ...prose(nb, LOCALES.nb),
  ...(nn === nb ? [] : prose(nn, LOCALES.nn)),
];
