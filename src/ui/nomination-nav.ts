/** Where one is on the pages of an application. */
import { texts, type Lang } from './text/index.ts';

export const nominationCrumbs = (
  row: { id: string; organisation_name: string },
  title: string,
  lang: Lang,
) => [
  { label: texts(lang).common.myPage, href: '/min-side' },
  { label: row.organisation_name, href: `/soknad/${row.id}` },
  { label: title },
];
