import type { Metadata } from 'next';
import { MyPictures } from '@/features/account/components/my-pictures';
import { loadMyPictures } from '@/features/account/picture-loaders';

export const metadata: Metadata = { title: 'My pictures' };

type Props = { searchParams: Promise<{ before?: string | string[] }> };

export default async function MyPicturesPage({ searchParams }: Props) {
  return <MyPictures view={await loadMyPictures(searchParams)} />;
}
