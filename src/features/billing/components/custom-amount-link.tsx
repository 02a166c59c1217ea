'use client';

import { useTexts } from '#use-texts';
import { ButtonLink } from '@/components/ui/button';
import { CustomAmount, useCustomAmount } from './custom-amount';

/** A custom amount on the public page: the price is live, buying starts behind the link. */
export function CustomAmountLink({ buyHref, buyWith }: { buyHref: string; buyWith: string | null }) {
  const { t } = useTexts();
  const { text, setText, choice } = useCustomAmount();
  const credits = choice.ok ? choice.credits : null;
  return (
    <CustomAmount text={text} onText={setText}>
      <ButtonLink
        href={buyWith !== null && credits !== null ? `${buyWith}${credits}` : buyHref}
        className="min-w-28 md:w-full"
        prefetch={false}
      >
        {credits === null ? t('shop.client.buy.credits') : t('shop.client.buy.count', { count: credits })}
      </ButtonLink>
    </CustomAmount>
  );
}
