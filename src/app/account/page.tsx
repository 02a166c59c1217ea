import { loadAccount } from '@/features/account/account-loaders';
import { AccountView } from '@/features/account/components/account-view';
import { pageTitle } from '@/texts/page-title';

export const generateMetadata = pageTitle('account.view.title');

export default async function AccountPage() {
  return <AccountView view={await loadAccount()} />;
}
