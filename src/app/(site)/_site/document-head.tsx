import { useTexts } from '#use-texts';
import { HeadTags } from './head-tags';
import { addressesOf, addressIn, OG_LOCALES } from './languages-of-page';

/** The head of the front page. */
export function DocumentHead({ appUrl }: { appUrl: string }) {
  const { t, language } = useTexts();
  return (
    <HeadTags
      appUrl={appUrl}
      path={addressIn(language, '/')}
      languages={addressesOf('/')}
      locale={OG_LOCALES[language]}
      title={t('site.title')}
      description={t('site.description')}
      picture="/opengraph-image.jpg"
      pictureAlt={t('site.pictureAlt')}
    />
  );
}
