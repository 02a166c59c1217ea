'use client';

import { useRouter } from 'next/navigation';
import { ConfirmDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { cancelOrderAction } from '../payment-actions';

/** Takes back an invoice that nobody has paid. */
export function CancelInvoice({ team, orderId }: { team: string; orderId: string }) {
  const router = useRouter();
  return (
    <ConfirmDialog
      trigger={<Button variant="danger">Cancel the invoice</Button>}
      title="Cancel this invoice?"
      description="It will be voided and can no longer be paid. No credits are added. You can order again at any time."
      confirmLabel="Cancel the invoice"
      cancelLabel="Keep it"
      onConfirm={async () => {
        const result = await cancelOrderAction(team, { orderId });
        if (!result.ok) return { error: result.message };
        router.refresh();
        return undefined;
      }}
    />
  );
}
