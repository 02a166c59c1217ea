'use client';

import { useTexts } from '#use-texts';
import { PartError, type RouteErrorProps } from '@/components/shell/part-error';

export default function HeadshotsError(props: RouteErrorProps) {
  const { t } = useTexts();
  return (
    <PartError {...props} title={t('headshots.client.broken.title')}>
      {t('headshots.client.broken.body')}
    </PartError>
  );
}
