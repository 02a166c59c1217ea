import { useTexts } from '#use-texts';
import { PictureFrame } from '@/components/ui/picture-frame';
import { TEAM_PICTURES } from '../_site/example-pictures';
import { Section } from './section';

/** The same style for everybody, and the line on which all eyes lie, drawn between the pictures. */
export function TeamBand() {
  const { t } = useTexts();
  return (
    <Section
      id="team"
      title={t('site.band.title')}
      aside={<span className="block max-w-[26em]">{t('site.band.text')}</span>}
    >
      <div className="relative mt-8 sm:mt-12">
        <ul className="grid grid-cols-2 gap-3 sm:grid-cols-4 sm:gap-5">
          {TEAM_PICTURES.map((src) => (
            <li key={src} className="relative">
              <PictureFrame src={src} alt={t('site.strip.alt', { name: 'Corporate' })} />
              <span
                aria-hidden="true"
                className="absolute top-[40%] -left-3 h-px w-6 bg-key sm:-left-10 sm:w-13"
              />
              <span aria-hidden="true" className="absolute top-[40%] -right-3 h-px w-6 bg-key sm:w-9" />
            </li>
          ))}
        </ul>
        <span
          aria-hidden="true"
          className="absolute top-[40%] left-[calc(100%+1.25rem)] -translate-y-1/2 whitespace-nowrap text-12 text-key-ink max-[87.5rem]:hidden"
        >
          {t('site.band.mark')}
        </span>
      </div>
      <p className="mt-3 text-12 text-key-ink min-[1400px]:hidden">{t('site.band.markPhone')}</p>
    </Section>
  );
}
