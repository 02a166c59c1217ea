'use client';

import { useTexts } from '#use-texts';
import { PartError, type RouteErrorProps } from '@/components/shell/part-error';

export default function MembersError(props: RouteErrorProps) {
  const { t } = useTexts();
  return (
    <PartError {...props} title={t('members.client.failed.title')}>
      {t('members.client.failed.body')}
    </PartError>
  );
}
