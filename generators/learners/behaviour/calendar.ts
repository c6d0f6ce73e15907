/** When people come: in a course whose parts are due, and where nothing is. */
import { number, strict, whole } from '../../../src/base/user-files/schema.ts';
import { chance, lognormal, seconds, weibull, weights } from './values.ts';

export const calendar = strict(
  {
    sameDay: chance('chance of one more sitting on the same day'),
    sameDayHours: lognormal('hours until it'),
    soonest: seconds('until the next sitting at least'),
    deadlineHours: weibull('hours between a sitting that a deadline sets and the deadline'),
    hours: weights(24, 'one for each local hour from midnight on'),
    weekdays: weights(7, 'one for each day from Monday on'),
    holidays: chance('chance to come on a holiday, to that of another day'),
    moods: strict(
      {
        comes: number(
          0,
          3,
          'by how much they change the log-odds to come on the next day, and the logarithm of other gaps',
        ),
        does: number(0, 3, 'by how much they change the logarithm of actions at a sitting'),
      },
      'moods that last for days: a mapping with comes and does, standard deviations',
    ),
    mails: strict(
      {
        hour: strict(
          {
            mean: number(0, 23, 'hours after midnight'),
            sd: number(0, 6, 'standard deviation between weeks'),
          },
          'when a course sends its mail of a week, by GMT: a mapping with mean and sd',
        ),
        share: chance('chance that somebody who comes on that day comes because of it'),
        delay: lognormal('hours until then'),
      },
      'mails to all who take a course: a mapping with hour, share and delay',
    ),
    school: strict(
      {
        share: chance('share of those who are at school or university'),
        schools: whole(1, 1e6, 'how many schools they are at'),
        breaks: chance('chance that one of them is away for a school holiday'),
        summer: chance('the same of each fortnight of the long holiday of summer'),
      },
      'school holidays: a mapping with share, schools, breaks and summer',
    ),
  },
  'when people come: a mapping',
);

export const ownPace = strict(
  {
    days: strict(
      {
        share: chance('share of those who keep days of the week'),
        misses: chance('chance to miss one'),
      },
      'days of the week: a mapping with share and misses',
    ),
    bursts: strict(
      {
        share: chance('share of those who come several days in a row, and then for a while not at all'),
        goesOn: chance('chance to come on the next day'),
        away: lognormal('days until the next burst, beyond two'),
      },
      'bursts: a mapping with share, goesOn and away',
    ),
    rush: strict(
      {
        share: chance('share of those who go through it as fast as they can'),
        nextDay: chance('chance to come on the next day, rather than the one after'),
      },
      'who rushes: a mapping with share and nextDay',
    ),
    lapses: strict(
      {
        share: chance('chance that one comes later than usual'),
        days: lognormal('days later'),
      },
      'lapses: a mapping with share and days',
    ),
    portion: strict(
      {
        mean: number(-20, 20, 'mean of the logarithm'),
        sd: number(0, 5, 'standard deviation between people'),
        sittingSd: number(0, 5, 'standard deviation between sittings'),
      },
      'sequences that are enough for a sitting: a mapping with mean, sd and sittingSd',
    ),
    goesBack: chance('chance to go back to homework that was passed by, when the next sequence is begun'),
    stays: chance('chance to come once more when all is done, and again'),
  },
  'a rhythm of one’s own, where nothing is due: a mapping',
);
