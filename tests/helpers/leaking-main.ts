/** A build that leaks on purpose: whatever has been prepared is public, approved or not, before its moment or after. */
import { loadConfig } from '../../src/config.ts';
import { migrate } from '../../src/platform/db/migrate.ts';
import { openPool } from '../../src/platform/db/open.ts';
import { provideDatabase } from '../../src/platform/db/provide.ts';

const database = await provideDatabase(loadConfig());
try {
  await migrate(database.ownerUrl);
  const pool = openPool(database.ownerUrl, { poolSize: 1, name: 'leaking' });
  await pool.query(
    `create or replace function publication_is_public(publication publications, at timestamptz) returns boolean immutable language sql as
     $$ select publication.stopped_at is null $$`,
  );
  await pool.end();
} finally {
  await database.stop();
}
await import('../../src/main.ts');
