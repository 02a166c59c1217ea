'use client';

import { useRouter } from 'next/navigation';
import { useTexts } from '#use-texts';
import { ConfirmDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { cancelOrderAction } from '../payment-actions';

/** Takes back an invoice that nobody has paid. */
export function CancelInvoice({ team, orderId }: { team: string; orderId: string }) {
  const { t } = useTexts();
  const router = useRouter();
  return (
    <ConfirmDialog
      trigger={<Button variant="danger">{t('shop.client.cancelInvoice.submit')}</Button>}
      title={t('shop.client.cancelInvoice.title')}
      description={t('shop.client.cancelInvoice.lead')}
      confirmLabel={t('shop.client.cancelInvoice.submit')}
      cancelLabel={t('shop.client.cancelInvoice.keep')}
      onConfirm={async () => {
        const result = await cancelOrderAction(team, { orderId });
        if (!result.ok) return { error: result.message };
        router.refresh();
        return undefined;
      }}
    />
  );
}
