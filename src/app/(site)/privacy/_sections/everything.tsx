import { useTexts } from '#use-texts';
import type { KeptThing, PrivacyPage } from '@/features/privacy/policy-loaders';

const RULES = ['schedule', 'expire', 'request', 'keep'] as const;

export function Everything({ kept }: { kept: PrivacyPage['kept'] }) {
  const { t } = useTexts();
  return (
    <>
      <p>{t('site.privacy.everything.lead')}</p>
      <div className="border-ink border-t">
        {RULES.map((rule) => (
          <details key={rule} className="group border-b last:border-b-0">
            <summary className="flex min-h-14 items-center justify-between gap-4 py-3 font-medium">
              {t(`site.privacy.everything.${rule}`)}
              <span className="whitespace-nowrap font-normal text-14 text-ink-2">
                {t('site.privacy.everything.count', { count: kept[rule].length })}
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
