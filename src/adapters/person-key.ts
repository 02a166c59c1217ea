/** A person's name at vendors that ask for one: always the same, opaque, and without our secret not to be traced back. */
import { createHmac, hkdfSync } from 'node:crypto';
import { env, localSecret } from '@/env';

export function personKey(userId: string): string {
  const secret = env().AUTH_SECRET ?? localSecret('vault');
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'headcraft person keys v1', 32));
  return createHmac('sha256', key).update(userId).digest('hex').slice(0, 40);
}
