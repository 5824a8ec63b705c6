/** What is not told, where it should be, once an outcome is public. */
import { YEAR } from '../../../scripts/season/dates.ts';
import type { Answers } from '../../../scripts/season/leaks.ts';
import { jointText } from '../../../scripts/season/words.ts';
import { pressKitPath } from '../../../src/features/publication/schema-nominee.ts';

export type Kind = 'finalists' | 'winner';
interface Year {
  nominated: {
    slug: string;
    name: string;
    outcome: string;
    statement: { nb: string; nn: string } | null;
    quote: { text: string } | null;
    picture: { src: string } | null;
  }[];
  finalists: object | null;
  winner: object | null;
}
export const languages = ['', '/nn', '/en'];

/** In words; nothing when all of it is there. `pictures`: the nominated have sent some. */
export function lacking(answers: Answers, kind: Kind, { pictures }: { pictures: boolean }): string[] {
  const found: string[] = [];
  const expect = (what: string, isSo: boolean) => {
    if (!isSo) found.push(what);
  };
  const bodyOf = (address: string): string => {
    const answer = answers.get(`passer-by ${address}`);
    expect(`${address} answers ${answer?.split('\n')[0] ?? 'nothing'}`, answer?.startsWith('200\n') === true);
    return answer?.split('\n\n').slice(1).join('\n\n') ?? '';
  };
  const tells = (address: string, words: string) =>
    expect(`${address} does not tell ${words}`, bodyOf(address).includes(words));

  const year = JSON.parse(bodyOf(`/api/v1/public/editions/${YEAR}`) || '{"nominated":[]}') as Year;
  const kits = kind === 'winner' ? [pressKitPath(YEAR), `/api/v1/public/editions/${YEAR}/press-kit`] : [];
  for (const kit of kits)
    for (const { name, statement } of year.nominated)
      for (const words of [name, statement?.nb ?? 'a statement', statement?.nn ?? 'a statement'])
        tells(kit, words);
  expect('three are nominated', year.nominated.length === 3);
  const first = year.nominated.find(({ outcome }) => outcome === 'winner');
  expect(`winner: ${first?.name}`, (first !== undefined) === (kind === 'winner'));
  for (const lang of languages) {
    joint(lang);
    for (const one of year.nominated) nominee(lang, one);
    const news = first ? first.name : `${lang}/prisen/${YEAR}`;
    for (const address of [`${lang}/feed.atom`, `${lang}/feed.json`]) tells(address, news);
    if (first) tells(lang || '/', first.name);
    if (first) tells(`${lang}/historie`, first.name);
  }
  return found;

  /** Above the statements, and above the winner's: what was said of the nominated stays. */
  function joint(lang: string) {
    const form = lang === '/nn' ? 'nn' : 'nb';
    tells(`${lang}/prisen/${YEAR}`, jointText.finalists[form]);
    if (kind === 'winner') tells(`${lang}/prisen/${YEAR}`, jointText.winner[form]);
  }
  function nominee(
    lang: string,
    { slug, name, outcome, statement, quote, picture }: Year['nominated'][number],
  ) {
    const page = `${lang}/prisen/${YEAR}/nominerte/${slug}`;
    tells(page, name);
    const text = lang === '/nn' ? statement?.nn : statement?.nb;
    tells(page, text?.slice(0, 60) ?? 'a statement');
    bodyOf(`${page}/${outcome === 'winner' ? 'vinner' : 'nominert'}.png`);
    tells(`${lang}/prisen/${YEAR}`, name);
    tells('/sitemap.xml', `${page}<`);
    expect(`${name} has words and a picture`, (quote !== null && picture !== null) === pictures);
    if (!quote || !picture) return;
    tells(page, quote.text);
    bodyOf(picture.src);
  }
}
