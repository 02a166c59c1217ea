import { PictureFrame } from '@/components/ui/picture-card';
import { TEAM_PICTURES } from '../_site/example-pictures';
import { Section } from './section';

const TITLE = 'Four people, one set of pictures';
const TEXT =
  'Head height, eye line and margins are measured from each face, so the team page looks like one afternoon in one studio.';
const MARK = 'eye line 40 %';
const MARK_PHONE = 'eye line at 40 % of every picture';

/** The same style for everybody, and the line on which all eyes lie, drawn between the pictures. */
export function TeamBand() {
  return (
    <Section id="team" title={TITLE} aside={<span className="block max-w-[26em]">{TEXT}</span>}>
      <div className="relative mt-8 sm:mt-12">
        <ul className="grid grid-cols-2 gap-3 sm:grid-cols-4 sm:gap-5">
          {TEAM_PICTURES.map((src) => (
            <li key={src} className="relative">
              <PictureFrame src={src} alt="A headshot in the Corporate style" />
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
          className="absolute top-[40%] -right-[6.5rem] -translate-y-1/2 text-12 text-key-ink max-xl:hidden"
        >
          {MARK}
        </span>
      </div>
      <p className="mt-3 text-12 text-key-ink xl:hidden">{MARK_PHONE}</p>
    </Section>
  );
}
