/** The orders of the table. Each is an index of its own, read from its beginning or from a mark on. */
import { sql, type RawBuilder } from 'kysely';
import type { Sort } from './schema.ts';

interface Order {
  /** As the index has them. The last one tells any two apart. */
  by: readonly RawBuilder<unknown>[];
  /** The latest first. */
  falls?: boolean;
  /** What is known of those that one may read has its order among them alone: its place tells as much as its cell. */
  action: 'list' | 'read';
  /** Which of them have a place in it. */
  where?: RawBuilder<boolean>;
}
const name = sql.ref('n.organisation_name');
const unit = sql.ref('n.unit_name');
const id = sql.ref('n.id');

export const orders: Readonly<Record<Sort, Order>> = {
  name: { by: [name, unit, id], action: 'list' },
  unit: { by: [unit, name, id], action: 'list' },
  state: { by: [sql`nomination_step(n.state)`, name, unit, id], action: 'list' },
  county: { by: [sql`nomination_county(n.organisation_key)`, name, unit, id], action: 'read' },
  submitted: {
    by: [sql.ref('n.submitted_at'), id],
    falls: true,
    action: 'read',
    where: sql`n.submitted_at is not null`,
  },
  receipt: {
    by: [sql.ref('n.receipt_number'), id],
    action: 'read',
    where: sql`n.receipt_number is not null`,
  },
  due: { by: [sql.ref('n.return_due_at'), id], action: 'read', where: sql`n.state = 'returned'` },
};
