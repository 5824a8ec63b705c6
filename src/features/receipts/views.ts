/** The application as the jury will see it, to read and to print. */
import { actions, button, buttonLink, pageHead, stack } from '../../ui/components/index.ts';
import type { Page } from '../../ui/layout.ts';
import { nominationCrumbs } from '../../ui/nomination-nav.ts';
import { submissionView, type FileFaults, type SubmissionContent } from '../../ui/submission.ts';
import { texts, type Lang } from '../../ui/text/index.ts';

export interface PreviewView {
  row: { id: string; organisation_name: string; language: Lang };
  year: number;
  content: SubmissionContent;
  faults: FileFaults;
}

export function previewPage({ row, year, content, faults }: PreviewView, lang: Lang): Page {
  const own = texts(lang).receipts.preview;
  return {
    title: own.title,
    breadcrumbs: nominationCrumbs(row, own.title, lang),
    main: stack(
      pageHead({ title: row.organisation_name, over: own.over(year), lead: own.lead }),
      actions(
        buttonLink({ href: `/soknad/${row.id}/send-inn`, label: own.toSend }),
        buttonLink({
          href: `/soknad/${row.id}/utkast.pdf`,
          label: own.pdf,
          kind: 'secondary',
          download: true,
        }),
        button({ label: own.print, kind: 'tertiary', type: 'button', enhance: 'print' }),
      ),
      submissionView(content, { lang, language: row.language, faults }),
    ),
  };
}
