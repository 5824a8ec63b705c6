import type { documents as nb } from '../nb/documents.ts';

export const documents: typeof nb = {
  title: 'Vedlegg',
};
