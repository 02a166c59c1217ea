import type { Db } from '@/db/types';
import { env } from '@/env';
import { queueMail } from '@/features/notifications/notify';
import type { MailProps, MailTemplate } from '@/features/notifications/templates';

/** One mail to each address of `STAFF_EMAILS`, in the caller's transaction; the same key never tells twice. */
export async function tellStaff<T extends MailTemplate>(
  db: Db,
  template: T,
  dedupeKey: string,
  props: MailProps<T>,
): Promise<void> {
  for (const to of env().STAFF_EMAILS) {
    await queueMail({ db }, { to, template, props, dedupeKey: `${dedupeKey}:${to}` });
  }
}
