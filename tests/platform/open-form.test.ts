/** Whom the limits of open forms count: a connection to the net, not each of its addresses. */
import t from 'tap';
import { sourceHash } from '../../src/platform/http/open-form.ts';

const same = (one: string, other: string) => sourceHash('secret', one).equals(sourceHash('secret', other));

t.test('the newer addresses count by their network, the older ones by themselves', async (t) => {
  t.ok(same('2001:db8:1:2::1', '2001:db8:1:2:ffff:1:2:3'));
  t.ok(same('2001:0db8:0001:0002::1', '2001:db8:1:2::'));
  t.ok(same('2001:db8::1', '2001:db8:0:0:9::'), 'zeroes that are left out');
  t.notOk(same('2001:db8:1:2::1', '2001:db8:1:3::1'));
  t.ok(same('fe80::1%eth0', 'fe80::2'));
  t.notOk(same('192.0.2.1', '192.0.2.2'));
  t.ok(same('::ffff:192.0.2.1', '192.0.2.1'), 'an older one in the clothes of a newer one');
  t.notOk(same('::ffff:192.0.2.1', '::ffff:192.0.2.2'));
  t.notOk(sourceHash('secret', '::1').equals(sourceHash('other', '::1')));
});
