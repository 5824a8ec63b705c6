import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import t from 'tap';

/**
 * Who may import whom. The first line whose pattern fits a file counts; a file that fits none (main, app, the
 * worker, what is due, seeds, the checks over everything) puts the parts together and may import all of them.
 * OWN stands for the file's own feature; imports are written as paths from the root, or as package names.
 */
const node = 'node:.*';
const sql = 'kysely';
const packages = '(?!xstate|pg$|graphile-worker|nodemailer|src|workflows).*';
const webPackages = '(?!xstate|kysely|pg$|graphile-worker|nodemailer|src|workflows).*';
// Of another feature its reads and writes by their nouns, never how it shows them, sends them or goes about its work (decision 11).
const shown = '(public-)?(pages|api|views|forms|feeds|cache)';
const inner =
  'letters|render|sender|facts|cascade|copy|apply|upload|download|gaps|score-form|declare-form|departure|readiness';
const others = `src/features/[^/]+/(?!${shown}|${inner})[^/]*`;
const lower = 'src/(core|platform)/.*|workflows/.*|src/config.ts';
const table: [files: string, mayImport: string[]][] = [
  ['workflows/', ['workflows/.*', 'xstate']],
  ['src/core/scoring/', ['src/core/scoring/.*']],
  ['src/core/audit/', ['src/(core/audit|platform)/.*', sql, node]],
  ['src/core/policy/', ['src/(core/(policy|audit)|platform)/.*', 'workflows/.*', sql, node]],
  [
    'src/core/',
    ['src/(core|platform)/.*', 'workflows/.*', 'src/ui/text/.*', 'xstate', sql, 'typebox.*', node],
  ],
  ['src/platform/', ['src/(platform|ui)/.*', 'src/config.ts', '(?!xstate|src|workflows).*']],
  ['src/ui/', ['src/ui/.*', 'src/platform/clock.ts', '(?!xstate|kysely|pg|fastify|src|workflows).*']],
  ['src/features/[^/]+/routes.ts', ['OWN/(public-)?(pages|api).*', 'src/features/feature.ts']],
  ['src/features/(due.ts|feature.ts|seed/|records/|dev/)', ['.*']],
  [
    'src/features/[^/]+/(public-)?views',
    [
      'src/ui/.*',
      'OWN/(schema|words|views).*',
      'src/features/[^/]+/schema(-[a-z]+)?.ts',
      'src/platform/clock.ts',
    ],
  ],
  ['src/features/[^/]+/(public-)?(pages|api)', ['OWN/.*', 'src/ui/.*', lower, others, webPackages]],
  ['src/features/', ['OWN/.*', 'src/ui/.*', lower, others, packages]],
];

const files = globSync('{src,workflows}/**/*.ts').filter((file) => !file.startsWith('src/ui/browser/'));
const source = new Map(files.map((file) => [file, readFileSync(file, 'utf8')]));

t.test('who may import whom', async (t) => {
  for (const [file, text] of source) {
    const [, allowed] = table.find(([pattern]) => new RegExp(`^${pattern}`).test(file)) ?? [];
    if (!allowed) continue;
    const own = path.dirname(file).split('/').slice(0, 3).join('/');
    const may = new RegExp(`^(${allowed.join('|').replaceAll('OWN', own)})$`);
    for (const target of importsOf(file, text))
      if (!may.test(target)) t.fail(`${file} may not import ${target}`);
  }
  t.ok(source.size > 50, `${source.size} files read`);
});

function importsOf(file: string, text: string): string[] {
  const named = [
    ...text.matchAll(/^(?:import|export)\b[^;]*?from '([^']+)'|^import '([^']+)'|\bimport\('([^']+)'\)/gm),
  ];
  return named
    .map(([, from, bare, dynamic]) => from ?? bare ?? dynamic ?? '')
    .map((name) => (name.startsWith('.') ? path.join(path.dirname(file), name) : name));
}

/** Words that belong in one place only. */
const places: [word: RegExp, where: RegExp, why: string][] = [
  [/process\.env/, /^src\/config\.ts$/, 'settings come from config.ts'],
  [/new Date\(|Date\.now|Temporal\.Now/, /^src\/platform\/clock\.ts$/, 'time comes from platform/clock.ts'],
  [/['"` ]ds-[a-z]/, /^src\/ui\//, 'class names of the design system stay in ui/'],
];

t.test('words that belong in one place', async (t) => {
  for (const [file, text] of source)
    for (const [word, where, why] of places)
      if (!where.test(file) && word.test(withoutComments(text))) t.fail(`${file}: ${why} (${word.source})`);
  t.ok(source.size > 50, `${source.size} files read`);
});

const withoutComments = (text: string) => text.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
