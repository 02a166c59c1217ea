import type { Metadata } from 'next';
import { loadAccount } from '@/features/account/account-loaders';
import { AccountView } from '@/features/account/components/account-view';

export const metadata: Metadata = { title: 'Account' };

export default async function AccountPage() {
  return <AccountView view={await loadAccount()} />;
}
