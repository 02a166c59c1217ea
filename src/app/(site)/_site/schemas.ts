/** The pages in the words of schema.org. Nothing here that the page does not say. */
import { CURRENCY, PACK_LIST } from '@/features/billing/price-list';
import type { Texts } from '@/texts/make-texts';
import type { Question } from '../_landing/question-texts';
import { addressIn } from './languages-of-page';

const NAME = 'headcraft';

/** Who we are, and the questions of the front page. */
export function frontPageSchema(appUrl: string, questions: readonly Question[]): Record<string, unknown> {
  return {
    '@graph': [
      {
        '@type': 'Organization',
        '@id': `${appUrl}/#us`,
        name: NAME,
        url: appUrl,
        logo: `${appUrl}/apple-icon.png`,
      },
      { '@type': 'WebSite', name: NAME, url: appUrl, publisher: { '@id': `${appUrl}/#us` } },
      {
        '@type': 'FAQPage',
        mainEntity: questions.map(({ question, answer }) => ({
          '@type': 'Question',
          name: question,
          acceptedAnswer: { '@type': 'Answer', text: answer },
        })),
      },
    ],
  };
}

/** The packs as offers. */
export function pricesSchema(appUrl: string, { t, language }: Texts): Record<string, unknown> {
  return {
    '@type': 'Product',
    name: t('site.schema.credits'),
    description: t('site.schema.description'),
    brand: { '@type': 'Brand', name: NAME },
    image: `${appUrl}/examples/fezbot-corporate-928.webp`,
    offers: PACK_LIST.map(({ name, credits, amountCents }) => ({
      '@type': 'Offer',
      name: t('site.schema.offer', { name, credits }),
      price: (amountCents / 100).toFixed(2),
      priceCurrency: CURRENCY.toUpperCase(),
      availability: 'https://schema.org/InStock',
      url: new URL(addressIn(language, '/pricing'), appUrl).href,
    })),
  };
}
