'use client';

import { useTexts } from '#use-texts';
import { PartError, type RouteErrorProps } from '@/components/shell/part-error';

export default function BillingError(props: RouteErrorProps) {
  const { t } = useTexts();
  return (
    <PartError {...props} title={t('billing.client.error.title')}>
      {t('billing.client.error.body')}
    </PartError>
  );
}
