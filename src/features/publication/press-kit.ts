/** What the press gets at the moment of the announcement: texts in both forms of Norwegian, pictures with credit, facts as text and JSON. Only what is public. */
import { buffer } from 'node:stream/consumers';
import { Problem } from '../../platform/http/problem.ts';
import type { Services } from '../../platform/services.ts';
import { zipOf, type ZipPart } from '../../platform/zip.ts';
import { LANGS, texts, type Lang } from '../../ui/text/index.ts';
import { publicPicture } from '../namings/queries.ts';
import { pictureOf } from './picture.ts';
import { factsOf } from './press-facts.ts';
import type { PublicYear } from './public-queries.ts';
import { ownYear } from './public-year.ts';
import { nameOf } from './schema-nominee.ts';
import type { BothForms } from './schema.ts';
import type { PublicFinalist } from './schema-public.ts';

const forms = ['nb', 'nn'] as const;

interface LeftOut {
  path: string;
  why: 'missing';
}
interface Contents {
  parts: ZipPart[];
  leftOut: LeftOut[];
}

/** The same of a year always gives the same bytes. `whole`: no picture was missing. */
export async function pressKit(
  services: Services,
  year: PublicYear,
  now: Date,
): Promise<{ zip: Buffer; whole: boolean }> {
  const { outcome } = year;
  const { baseUrl, mode } = services.config;
  const demo = mode === 'demo';
  const contents: Contents = { parts: [], leftOut: [] };
  const { parts, leftOut } = contents;
  for (const lang of LANGS) parts.push(words(`fakta-${lang}.txt`, factsOf(year, baseUrl, lang)));
  const facts = {
    format: 'etikkprisen/press-facts@1',
    ...(demo && { demonstration: true }),
    ...ownYear(year),
  };
  parts.push(json('fakta.json', facts));
  if (outcome.winner) parts.push(...inForms('kunngjoring', outcome.winner.texts));
  if (outcome.finalists) parts.push(...inForms('nominerte', outcome.finalists.texts));
  for (const one of outcome.nominated) {
    parts.push(...statements(one, year.edition.year));
    await addPicture(services, year.edition.year, now, one, contents);
    if (one.outcome === 'winner') parts.push(...shared(one, year.edition.year));
  }
  const zip = await buffer(
    zipOf(demo ? parts.map(marked) : parts, (files) => ({
      path: 'innhold.json',
      content: asJson({
        format: 'etikkprisen/press-kit@1',
        year: year.edition.year,
        files,
        leftOut,
      }),
    })),
  );
  return { zip, whole: leftOut.length === 0 };
}

const asJson = (content: unknown): Buffer => Buffer.from(`${JSON.stringify(content, null, 2)}\n`);
const json = (path: string, content: unknown): ZipPart => ({ path, open: async () => asJson(content) });
const words = (path: string, text: string): ZipPart => ({
  path,
  open: async () => Buffer.from(`${text.trim()}\n`),
});
/** Nobody is to take a demonstration or a practice for news. */
const marked = (part: ZipPart): ZipPart => {
  if (!part.path.endsWith('.txt')) return part;
  const mark = Buffer.from(`${texts('nb').receipts.pdf.demo}\n\n`);
  return { ...part, open: async (written) => Buffer.concat([mark, (await part.open(written)) as Buffer]) };
};
const inForms = (name: string, text: BothForms): ZipPart[] =>
  forms.map((form) => words(`${name}-${form}.txt`, text[form]));

/** What the jury says, and what they say themselves. */
function statements(one: PublicFinalist, year: number): ZipPart[] {
  const { statement, quote, slug, outcome } = one;
  if (!statement) return [];
  return forms.map((form) => {
    const own = texts(form).publicSite;
    const said = quote ? [`«${quote.text}»\n– ${quote.by}`] : [];
    const head = `${nameOf(one)}\n${own.nominee.over[outcome](year)}`;
    return words(
      `begrunnelser/${slug}-${form}.txt`,
      [head, own.year.statement, statement[form], ...said].join('\n\n'),
    );
  });
}

/** The picture for sharing, in each language. */
const shared = (one: PublicFinalist, year: number): ZipPart[] =>
  LANGS.map((lang: Lang) => ({
    path: `bilder/${one.slug}-deling-${lang}.png`,
    open: () => pictureOf(one, year, lang),
  }));

/** Theirs, with who took it and what it shows. One that cannot be had holds nothing else back. */
async function addPicture(
  { db, files }: Services,
  year: number,
  now: Date,
  { slug, picture }: PublicFinalist,
  { parts, leftOut }: Contents,
): Promise<void> {
  if (!picture) return;
  const path = `bilder/${slug}.jpg`;
  try {
    const { sha256 } = await publicPicture(db, now, year, picture.src.split('/').at(-1) ?? '');
    const content = await files.open(sha256);
    if (!content) throw new Missing();
    const bytes = await buffer(content);
    parts.push({ path, open: async () => bytes });
  } catch (error) {
    if (!(error instanceof Missing || error instanceof Problem)) throw error;
    leftOut.push({ path, why: 'missing' });
    return;
  }
  const about = forms.map((form) => {
    const t = texts(form);
    return `${picture.alt}\n${t.namings.photo(picture.credit)}. ${t.publicSite.press.credit}`;
  });
  parts.push(words(`bilder/${slug}.txt`, about.join('\n\n')));
}

class Missing extends Error {}
