import { SharedPicture } from '@/features/headshots/components/shared-picture';
import { loadShared } from '@/features/headshots/shared-loaders';

type Props = { params: Promise<{ token: string }> };

/** Where the link of a picture leads. */
export default async function SharedPage({ params }: Props) {
  return <SharedPicture shared={await loadShared(params)} />;
}
