/** First stop of the Tab key: past the navigation, to `<main id="main">`. */
import { useTexts } from '#use-texts';
export function SkipLink() {
  const { t } = useTexts();
  return (
    <a
      href="#main"
      className="sr-only focus:not-sr-only focus:fixed focus:top-3 focus:left-3 focus:z-60 focus:rounded-control focus:border focus:bg-card focus:px-3.5 focus:py-2 focus:font-medium"
    >
      {t('ui.client.skip')}
    </a>
  );
}
