/** Which organisation a mail address belongs to. Addresses that anybody can get say nothing of an organisation. */

/** Mail for everybody: the large ones, and those of Norwegian providers. Names of countries' own branches stand without the ending. */
const common = new Set([
  'gmail',
  'googlemail',
  'hotmail',
  'outlook',
  'live',
  'msn',
  'yahoo',
  'ymail',
  'icloud',
  'me',
  'mac',
  'aol',
  'gmx',
  'protonmail',
  'proton',
  'pm',
  'zoho',
  'fastmail',
  'tutanota',
  'hey',
  'mail',
  'email',
  'post',

  'online',
  'broadpark',
  'getmail',
  'lyse',
  'altibox',
  'telenor',
  'nextgentel',
  'c2i',
  'start',
  'frisurf',
  'chello',

  'bluezone',
  'ebnett',
  'haugnett',
  'tele2',
  'sensewave',
  'sf-nett',
  'enivest',
  'vikenfiber',
  'mimer',
  'runbox',
  // Set aside for examples: nobody's.
  'example',
]);
/** Under these an organisation has a name of its own: 'eigersund.kommune.no'. */
const shared = new Set([
  'kommune',
  'herad',
  'fylkeskommune',
  'suohkan',
  'gielda',
  'dep',
  'co',
  'com',
  'org',
  'ac',
]);

/** 'per@helse.oslo.kommune.no' > 'oslo.kommune.no'; undefined for mail that anybody can have, and for what is no address. */
export function ownMailOrganisation(email: string): string | undefined {
  const labels = email
    .slice(email.lastIndexOf('@') + 1)
    .toLowerCase()
    .split('.')
    .filter(Boolean);
  if (!email.includes('@') || labels.length < 2) return undefined;
  const [name = '', ending = ''] = labels.slice(-2);
  if (shared.has(name))
    return labels.length < 3 || common.has(labels.at(-3) ?? '') ? undefined : labels.slice(-3).join('.');
  return common.has(name) ? undefined : `${name}.${ending}`;
}
