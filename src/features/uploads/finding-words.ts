/** What a problem says to whoever reads it. Stored is the problem alone: it outlives the language it was found in. */
import type { Texts } from '@/texts/make-texts';
import { FACE_CHECKS, type FaceCheck, type Unit } from './face-checks';
import type { Finding, Problem } from './photo-types';

/** Photos from before there were languages were stored with their English words: those have no kind. */
export function findingOf(stored: Problem | Finding, texts: Texts): Finding {
  if (!('kind' in stored)) return stored;
  const { check, kind, level, value } = stored;
  const values = { count: value };
  return {
    check,
    level,
    value,
    label: texts.t(`uploads.finding.${kind}.label`, values),
    message: texts.t(`uploads.finding.${kind}.message`, values),
    detail: detailOf(stored, texts),
  };
}

function detailOf(problem: Problem, texts: Texts): string {
  const { kind, value, limit = 0 } = problem;
  const { t } = texts;
  switch (kind) {
    case 'noFace':
    case 'faces':
    case 'sunglasses':
    case 'copy':
    case 'unreadable':
      return t(`uploads.finding.${kind}.detail`);
    case 'nearCopy':
      return t('uploads.finding.nearCopy.detail', { value, limit });
    case 'stranger':
    case 'unlike':
      return t(`uploads.finding.${kind}.detail`, {
        value: String(stepsOf(Math.max(0, value), 100, 'down')),
        limit: String(stepsOf(limit, 100, 'down')),
      });
    default:
      return measured(kind, problem, texts);
  }
}

type Kind = Exclude<
  Problem['kind'],
  'noFace' | 'faces' | 'sunglasses' | 'copy' | 'unreadable' | 'nearCopy' | 'stranger' | 'unlike'
>;

/** The number of the face against its limit. */
function measured(kind: Kind, { level, value, limit = 0 }: Problem, texts: Texts): string {
  const { unit, fine } = checkOf(kind);
  const away = fine === 'above' ? 'down' : 'up';
  return texts.t(`uploads.measured.${level}${fine === 'above' ? 'Above' : 'Below'}`, {
    name: texts.t(`uploads.finding.${kind}.number`),
    value: written(value, unit, away, texts),
    limit: written(limit, unit, away, texts),
  });
}

function checkOf(kind: Kind): FaceCheck {
  const check = FACE_CHECKS.find((one) => one.kind === kind);
  if (!check) throw new Error(`No check finds ${kind}.`);
  return check;
}

type Way = 'up' | 'down';

function written(value: number, unit: Unit, way: Way, { locale }: Texts): string {
  switch (unit) {
    case 'pixels':
      return `${stepsOf(value, 1, way)} px`;
    case 'whole':
      return String(stepsOf(value, 1, way));
    case 'degrees':
      return `${stepsOf(value, 1, way)}°`;
    case 'percent':
      return new Intl.NumberFormat(locale, { style: 'percent' }).format(stepsOf(value, 100, way) / 100);
    case 'hundredths': {
      const digits = { minimumFractionDigits: 2, maximumFractionDigits: 2 };
      // ".19", as an instrument shows it.
      return new Intl.NumberFormat(locale, digits)
        .format(stepsOf(value, 100, way) / 100)
        .replace(/^0\./, '.');
    }
  }
}

/** In steps of 1/`of`, away from the limit: what misses it by little must not be written like it. */
function stepsOf(value: number, of: number, way: Way): number {
  // Numbers as written in decimals are a little off in binary.
  return way === 'up' ? Math.ceil(value * of - 1e-6) : Math.floor(value * of + 1e-6);
}
