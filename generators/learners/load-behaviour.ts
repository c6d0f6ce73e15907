import { checkShape } from '../../src/base/user-files/check-shape.ts';
import { unexpected, type FileFinding } from '../../src/base/user-files/finding.ts';
import { readFile, throwFindings } from '../../src/base/user-files/read-file.ts';
import type { Source } from '../../src/base/user-files/source.ts';
import { behaviourFileSchema, type Behaviour } from './behaviour.ts';
import { DEFAULT_PRESET, PRESETS } from './preset-names.ts';
import { onPreset } from './presets.ts';

const none = (weights: readonly number[]): boolean => !weights.some((weight) => weight > 0);

/** What is wrong with a behaviour whose every value is allowed. */
function checkBehaviour({ kinds, calendar, video, browsers, countries, course, grading }: Behaviour): FileFinding[] {
  const shares = (parts: readonly { readonly share: number }[]) => parts.map(({ share }) => share);
  const weights: [path: (string | number)[], weights: readonly number[]][] = [
    [['kinds'], shares(Object.values(kinds))],
    [['calendar', 'hours'], calendar.hours],
    [['calendar', 'weekdays'], calendar.weekdays],
    [['video', 'speeds'], Object.values(video.speeds)],
    [['browsers'], Object.values(browsers)],
    [['countries'], shares(countries)],
    ...countries.map(
      ({ zones }, index) => [['countries', index, 'zones'], shares(zones)] satisfies [(string | number)[], number[]],
    ),
  ];
  const bounds = [
    [['course', 'postSentences'], course.postSentences],
    [['grading', 'essaySentences'], grading.essaySentences],
    [['grading', 'feedbackSentences'], grading.feedbackSentences],
  ] as const;
  return [
    ...weights
      .filter(([, all]) => none(all))
      .map(([path]) => unexpected(path, 'at least one share above zero', 'only zeros')),
    ...bounds
      .filter(([, { low, high }]) => low > high)
      .map(([path, { low, high }]) => unexpected([...path], `low to be no more than high (${high})`, String(low))),
  ];
}

/**
 * Reads a behaviour from a YAML or JSON file, which says what differs from a preset.
 *
 * @throws FileError when it cannot be read, or says what is not allowed
 */
export const loadBehaviour = (path: string): Behaviour => behaviourOf(path, readFile(path));

/** The behaviour that a file says. Throws FileMistakes when it says none. */
export function behaviourOf(path: string, source: Source): Behaviour {
  throwFindings(path, source, checkShape(behaviourFileSchema(PRESETS), source.value));
  const behaviour = onPreset(source.value as Parameters<typeof onPreset>[0], DEFAULT_PRESET) as unknown as Behaviour;
  throwFindings(path, source, checkBehaviour(behaviour));
  return behaviour;
}
