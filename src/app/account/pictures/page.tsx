import { MyPictures } from '@/features/account/components/my-pictures';
import { loadMyPictures } from '@/features/account/picture-loaders';
import { pageTitle } from '@/texts/page-title';

export const generateMetadata = pageTitle('account.pictures.title');

type Props = { searchParams: Promise<{ before?: string | string[] }> };

export default async function MyPicturesPage({ searchParams }: Props) {
  return <MyPictures view={await loadMyPictures(searchParams)} />;
}
