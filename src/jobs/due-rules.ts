/** Pure: when a job of the clock was due last. */
import { MINUTE, plus } from '@/lib/time';

const MINUTES_A_DAY = 24 * 60;

/**
 * The last minute, now or before, that a cron expression names (UTC). It understands what our queues use: minute and hour as a number,
 * `*` or every so many (slash n), and `*` for the rest. Throws for anything else.
 */
export function lastDue(cron: string, now: Date): Date {
  const [minute, hour, ...rest] = cron.split(' ');
  if (rest.length !== 3 || rest.some((field) => field !== '*'))
    throw new Error(`cron: ${cron} is not understood`);
  const fits = [matcher(minute, cron), matcher(hour, cron)] as const;
  const start = new Date(Math.floor(now.getTime() / MINUTE) * MINUTE);
  for (let back = 0; back < MINUTES_A_DAY; back += 1) {
    const at = plus(start, -back * MINUTE);
    if (fits[0](at.getUTCMinutes()) && fits[1](at.getUTCHours())) return at;
  }
  throw new Error(`cron: ${cron} never comes`);
}

function matcher(field: string | undefined, cron: string): (value: number) => boolean {
  if (field === '*') return () => true;
  const every = /^\*\/([1-9]\d?)$/.exec(field ?? '')?.[1];
  if (every) return (value) => value % Number(every) === 0;
  if (!/^\d{1,2}$/.test(field ?? '')) throw new Error(`cron: ${cron} is not understood`);
  return (value) => value === Number(field);
}
