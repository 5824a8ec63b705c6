/** A start loads nothing that only some work needs: heavy packages are imported where they are used (docs/decisions/0015). */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import t from 'tap';

/** What adds more than 10 MiB to a process when it is loaded. */
const heavy =
  /^(sharp|pdfjs-dist|pdfkit|mammoth|@cantoo\/pdf-lib|@tus\/|tus-js-client|write-excel-file|libxml2-wasm|@napi-rs\/canvas)/;

/** Modules that a file loads as it is loaded itself: not types, and not what a function imports when it runs. */
const importsOf = (file: string): string[] =>
  [
    ...readFileSync(file, 'utf8').matchAll(/^(?:import|export)\s(?!type\s)(?:[^;'"]*?\sfrom\s+)?'([^']+)'/gm),
  ].map(([, name]) => name!);

/** Everything that `start` loads, with the way to it. */
function loadedBy(start: string): Map<string, string> {
  const ways = new Map([[start, start]]);
  for (const [file, way] of ways) {
    if (!file.endsWith('.ts')) continue;
    for (const name of importsOf(file)) {
      const found = name.startsWith('.') ? path.join(path.dirname(file), name) : name;
      if (!ways.has(found)) ways.set(found, `${way} > ${found}`);
    }
  }
  return ways;
}

t.test('the start of the service loads no heavy package', async (t) => {
  const loaded = loadedBy('src/service.ts');
  t.ok(loaded.has('src/app.ts') && loaded.has('kysely'), 'the way through the imports is found');
  t.ok(loaded.size > 200, `${loaded.size} modules`);
  for (const [name, way] of loaded) if (heavy.test(name)) t.fail(way);
});

t.test('what it would find is there to be found', async (t) => {
  const users = globSync('src/**/*.ts').filter((file) =>
    /import\('(pdfkit|sharp)'\)|from '(pdfjs-dist|mammoth|@cantoo)/.test(readFileSync(file, 'utf8')),
  );
  t.ok(users.length > 0, users.join(', '));
  t.same(
    importsOf('src/features/reading/thread/docx.ts').filter((name) => heavy.test(name)),
    ['mammoth'],
  );
});
