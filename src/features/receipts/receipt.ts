/** The receipt as a signed document: everything that was sent in, in parts that can each be checked (OFF-2). */
import { signDocument, type Part } from '../../platform/signed-document.ts';
import type { Services } from '../../platform/services.ts';
import type { Sent } from './queries.ts';

/** The file that the applicant keeps: the application as JSON and its receipt in one. Attachments are named by their hash. */
export function signedReceipt({ signing, config }: Pick<Services, 'signing' | 'config'>, sent: Sent): string {
  return signDocument(
    signing,
    { kind: 'receipt', service: config.baseUrl, at: sent.submittedAt, check: `${config.baseUrl}/kontroller` },
    receiptParts(sent, config.baseUrl),
  );
}

function receiptParts(
  { row, edition, rules, number, submittedAt, sha256, rendered, register }: Sent,
  at: string,
): Part[] {
  const numbered = (kind: string, contents: readonly unknown[]): Part[] =>
    contents.map((content, index) => ({ name: `${kind}/${index + 1}`, content }));
  return [
    {
      name: 'application',
      content: {
        id: row.id,
        receiptNumber: row.receipt_number,
        prize: `Etikkprisen ${edition.year}`,
        submission: number,
        submittedAt: submittedAt.toISOString(),
        firstSubmittedAt: (row.first_submitted_at ?? submittedAt).toISOString(),
        language: row.language,
        sha256,
      },
    },
    { name: 'organisation', content: { ...rendered.organisation, register } },
    ...numbered('answer', rendered.answers),
    ...numbered('file', rendered.documents),
    { name: 'criteria', content: rules.criteria },
    { name: 'regulations', content: rules.regulations },
    {
      name: 'rules',
      content: {
        sha256: edition.sha256,
        // Of the version that held, which stays where it is when there is another.
        address: `${at}/prisen/${edition.year}/regler.json${edition.rulesVersion === null ? '' : `?versjon=${edition.rulesVersion}`}`,
      },
    },
  ];
}

/** "kvittering-EP-7K3F-9QXA.json"; an earlier submission says which. */
export const fileName = ({ row, number }: Sent, kind: 'kvittering' | 'soknad', ending: string): string =>
  `${kind}-${row.receipt_number}${number === row.submission_count ? '' : `-versjon-${number}`}.${ending}`;
