import type { Metadata } from 'next';
import { AccountReceiptView } from '@/features/account/components/account-receipt-view';
import { loadAccountReceipt } from '@/features/account/deletion-loaders';
import { pageTexts } from '@/texts/page-texts';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageTexts();
  return { title: t('deletion.receipt.pageTitle'), robots: { index: false } };
}

export default async function DeletedPage({ params }: { params: Promise<{ token: string }> }) {
  return <AccountReceiptView {...(await loadAccountReceipt(params))} />;
}
