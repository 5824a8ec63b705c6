import type { receipts as nb } from '../nb/receipts.ts';

export const receipts: typeof nb = {
  preview: {
    title: 'How the jury sees the application',
    over: (year) => `Preview, Etikkprisen ${year}`,
    lead: 'This is all that the jury gets to see, in the order in which it gets it.',
    toSend: 'Go on to submit',
    pdf: 'Download the draft as PDF',
    print: 'Print',
  },
  keep: {
    title: 'Keep the application',
    lead: 'For your own archive. The files hold only what you have sent in yourselves.',
    json: 'Receipt and application (JSON)',
    jsonAbout: 'Signed. Shows at any time what you sent, and which rules applied.',
    pdf: 'The application (PDF)',
    pdfAbout: 'As the jury reads it, with receipt number and checksums.',
    check: 'Check a receipt',
    version: (number, when) => `Version ${number}, submitted ${when}`,
  },
  pdf: {
    over: (year) => `Application for Etikkprisen ${year}`,
    foot: (year) => `Etikkprisen ${year}`,
    pageOf: (page, pages) => `Page ${page} of ${pages}`,
    sent: (when) => `As it was submitted ${when}.`,
    draft: (when) => `As it is written ${when}.`,
    draftBanner: 'Draft. Not submitted.',
    draftNote: 'This is a draft. It has not been submitted, and it is no receipt.',
    demo: 'Demonstration. Nothing here is real.',
    withhold: 'The applicant thinks that the attachment should not be public.',
    receiptTitle: 'Checksums',
    check: (address) =>
      `The checksums (SHA-256) also stand in the signed receipt, which can be checked at ${address}. Characters that the font of this document lacks are shown as question marks; the receipt holds them as they were written.`,
  },
};
