import { CheckPicture } from '@/features/privacy/components/verify/check-picture';
import { ClientTexts } from '@/texts/client-texts';
import { publicMetadata } from '../_site/page-metadata';

export const metadata = publicMetadata({
  path: '/verify',
  title: 'Verify a picture',
  description:
    'Did headcraft make this picture? Checked in your browser: the picture is not sent anywhere, and the answer says nothing about whom it shows.',
});

const QUESTIONS = [
  {
    title: 'What happens to my picture',
    text: 'It stays in your browser. What is sent are two numbers worked out from it: a checksum of the file and a fingerprint of how it looks. Neither can be turned back into a picture.',
  },
  {
    title: 'What the answer says',
    text: 'Whether headcraft made it, on which day, and whether a real photo was finished or an AI engine drew it. Never who it shows, which team it belongs to, or where it is used.',
  },
  {
    title: 'What it cannot say',
    text: 'A picture that was deleted here is forgotten, its hashes with it. A copy that was cropped, turned or painted over is not recognised. And a picture that is ours shows a person who agreed to it being made, not that it is used with their consent.',
  },
  {
    title: 'Without this page',
    text: 'Every file says so itself: its metadata (XMP, IPTC digital source type) names what it is. Some websites remove metadata when a picture is uploaded, so this page looks at the picture instead.',
  },
] as const;

export default function VerifyPage() {
  return (
    <>
      <header className="relative">
        <div aria-hidden="true" className="light absolute inset-x-0 -top-16 bottom-0 -z-1 sm:-top-[72px]" />
        <div className="wrap grid gap-10 pt-6 pb-16 sm:pt-12 sm:pb-20 lg:grid-cols-2 lg:gap-16">
          <div>
            <h1 className="display-64">Is it one of ours?</h1>
            <p className="mt-4 max-w-[34em] text-16 text-ink-2 sm:mt-6 sm:text-20 sm:leading-[1.875rem]">
              Find out whether headcraft made a picture, and how. It is checked in your browser and sent
              nowhere.
            </p>
          </div>
          <ClientTexts areas={['privacy']}>
            <CheckPicture />
          </ClientTexts>
        </div>
      </header>
      <div className="border-t">
        <dl className="wrap grid gap-x-16 gap-y-10 py-16 sm:grid-cols-2 sm:py-20">
          {QUESTIONS.map(({ title, text }) => (
            <div key={title}>
              <dt className="font-semibold text-16">{title}</dt>
              <dd className="mt-2 max-w-reading text-16 text-ink-2">{text}</dd>
            </div>
          ))}
        </dl>
      </div>
    </>
  );
}
