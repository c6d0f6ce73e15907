import { Type } from '../../base/type.ts';
import { serverEvent, shape } from '../event-type.ts';
import { pageWord } from '../values.ts';

const nothing = Type.Object({});

/**
 * What staff do on a course's instructor page. The event_type tells it all: a word, a word with a name, or a sentence
 * [instructor/views.py].
 */
export const instructor = serverEvent(
  'idashboard',
  'Staff do something on a course’s instructor page; event_type says what.',
  { deployed: shape('object', nothing, pageWord('idashboard')) },
  {
    pattern:
      '^(?!/|reloaded |reload \\S+ skipped )(list-\\S.*|dump-grades(-csv)?(-raw)?|dump-answer-dist-csv|(add|remove)-[a-z-]+ \\S.*|(git pull|reload|psychometrics) \\S.*|\\S+ \\S+ \\S.*)$',
    expected: 'a deed of staff, such as list-students',
    examples: [
      'list-students',
      'dump-grades',
      'dump-grades-raw',
      'dump-grades-csv',
      'dump-grades-csv-raw',
      'dump-answer-dist-csv',
      'list-staff',
      'list-instructors',
      'list-beta-testers',
      'list-Community TA',
      'add-instructor ada',
      'remove-instructor ada',
      'add-or-remove-user-group ada staff',
      'git pull 6.00x',
      'reload 6.00x',
      'psychometrics i4x://MITx/6.00x/problem/L1',
      'grace reset attempts from 2 to 0 for ada on problem i4x://MITx/6.00x/problem/L1 in MITx/6.00x/2013_Spring',
    ],
  },
);

/** A course is read from its files again, or is as new as they are [lms_migration/migrate.py]. */
export const reloaded = serverEvent(
  'migrate',
  'A course is read from its files again; event_type says which.',
  { deployed: shape('object', nothing, pageWord('migrate')) },
  {
    pattern: '^(reloaded \\S.*|reload \\S+ skipped .*)$',
    expected: 'the word reloaded and what',
    examples: ['reloaded 6.00x', 'reloaded 6.00x now at 5f1d0c2b3a49 (pid=812)'],
  },
);
