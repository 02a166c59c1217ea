import type { KeptThing, PrivacyPage } from '@/features/privacy/policy-loaders';
import { counted } from '@/lib/words';

const GROUPS = [
  { rule: 'schedule', title: 'Goes by itself, on its day' },
  { rule: 'expire', title: 'Goes when it was used or its time is over' },
  { rule: 'request', title: 'Goes when it is deleted' },
  { rule: 'keep', title: 'Stays, and why' },
] as const;

const LEAD =
  'Every table of the database and every kind of file, with what becomes of it. A test stops a new one from being added without a line here.';

export function Everything({ kept }: { kept: PrivacyPage['kept'] }) {
  return (
    <>
      <p>{LEAD}</p>
      <div className="border-ink border-t">
        {GROUPS.map(({ rule, title }) => (
          <details key={rule} className="group border-b">
            <summary className="flex min-h-14 items-center justify-between gap-4 py-3 font-medium">
              {title}
              <span className="font-normal text-14 text-ink-2">
                {counted(kept[rule].length, 'entry', 'entries')}
              </span>
            </summary>
            <Things things={kept[rule]} />
          </details>
        ))}
      </div>
    </>
  );
}

function Things({ things }: { things: readonly KeptThing[] }) {
  return (
    <dl className="pb-4 text-14">
      {things.map(({ name, why }) => (
        <div key={name} className="grid gap-x-6 border-t py-2 sm:grid-cols-[13rem_1fr]">
          <dt className="code break-words">{name}</dt>
          <dd className="text-ink-2">{why}</dd>
        </div>
      ))}
    </dl>
  );
}
