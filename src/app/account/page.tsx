import { loadAccount } from '@/features/account/account-loaders';
import { AccountView } from '@/features/account/components/account-view';
import { pageTitle } from '@/texts/page-title';

export const generateMetadata = pageTitle('account.view.title');

type Props = { searchParams: Promise<{ done?: string | string[] }> };

export default async function AccountPage({ searchParams }: Props) {
  return <AccountView view={await loadAccount(searchParams)} />;
}
