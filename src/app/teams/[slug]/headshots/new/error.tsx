'use client';

import { useTexts } from '#use-texts';
import { PartError, type RouteErrorProps } from '@/components/shell/part-error';

export default function NewHeadshotsError(props: RouteErrorProps) {
  const { t } = useTexts();
  return (
    <PartError {...props} title={t('headshots.client.broken.newTitle')}>
      {t('headshots.client.broken.newBody')}
    </PartError>
  );
}
