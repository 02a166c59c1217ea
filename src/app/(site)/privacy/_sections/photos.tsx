import { useTexts } from '#use-texts';
import type { Policy } from '@/features/privacy/policy';
import { Facts } from '../../_legal/pieces';

/** The consent itself, so that everybody can read it before they have an account. */
export function Photos({ consent }: { consent: Policy }) {
  const { t, rich } = useTexts();
  return (
    <>
      <p>{t('site.privacy.photos.lead')}</p>
      <Facts facts={consent.sections.map(({ title, text }) => ({ name: title, text }))} />
      <p className="text-14 text-ink-3">
        {rich('site.privacy.photos.version', {
          version: () => (
            <span key="version" className="code">
              {consent.version}
            </span>
          ),
        })}
      </p>
    </>
  );
}
