import { headers } from 'next/headers';
import { env } from '@/env';
import { isDemoOpen } from './demo-rules';

/** Whether there is a demo team to look into. */
export async function loadDemoDoor(): Promise<{ open: boolean }> {
  return { open: isDemoOpen(await headers(), env()) };
}
