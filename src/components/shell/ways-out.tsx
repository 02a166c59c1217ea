import { useTexts } from '#use-texts';
import { BARE_BUTTON, BARE_KEY_BUTTON } from '@/components/shell/bare-button';

/** Where to go from a page that has nothing to show. */
export function WaysOut() {
  const { t } = useTexts();
  return (
    <div className="flex flex-wrap gap-2">
      <a href="/teams?new" className={BARE_KEY_BUTTON}>
        {t('shell.notFound.myTeams')}
      </a>
      <a href="/" className={BARE_BUTTON}>
        {t('shell.notFound.frontPage')}
      </a>
    </div>
  );
}
