/** Who people are and where: what is of each kind of learner, what people differ in, their networks and countries. */
import { Type } from '../../../src/base/type.ts';
import { listOf, number, strict, whole } from '../../../src/base/user-files/schema.ts';
import { SUMMER_TIME_NAMES } from '../clocks.ts';
import { REGISTRIES } from '../ipv4.ts';
import { NAME_LOCALES } from '../name-locales.ts';
import { chance, lognormal, share, weibull } from './values.ts';

export const kind = strict(
  {
    share: share('share of all people'),
    firstDay: weibull('day of the first visit'),
    days: weibull('days on which somebody is active'),
    actions: number(0, 10, 'mean of the logarithm of actions at a sitting'),
    nextDay: chance('chance to come back on the next day'),
    gap: lognormal('days until the next visit, beyond two'),
    deadlines: chance('chance that a deadline sets the next visit'),
    watches: chance('share of those who watch videos'),
    solves: chance('share of those who solve problems'),
    reads: chance('share of those who read the book'),
    writes: chance('share of those who write essays'),
    ability: number(-10, 10, 'mean of the ability'),
    retries: chance('chance to try again after a wrong answer'),
    decline: number(0, 1, 'how fast the chance to do the exercises of lectures falls in a week, of its logarithm'),
  },
  'a kind of learner: a mapping',
);

export const people = strict(
  {
    abilitySd: number(0, 10, 'standard deviation of the ability'),
    actionsSd: number(0, 5, 'standard deviation between people of the logarithm of actions'),
    activeAble: number(-1, 1, 'correlation of actions and ability'),
    regular: chance('chance to come at one’s own hour and days'),
    sittingSd: number(0, 5, 'standard deviation between sittings of the logarithm of actions'),
    habitsSd: number(0, 3, 'standard deviation between people of the logarithm of how often they do what some do'),
    putsOff: number(0, 0.95, 'share of variance between people in how long they put off what is due'),
    devices: strict(
      {
        two: chance('share of those who have two devices'),
        away: chance('chance that they take the other one away from home'),
        atHome: chance('the same at home, on average over the day'),
        handOver: strict(
          {
            share: chance('share of further sittings on a day that are on the other device, at once'),
            minutes: lognormal('minutes until then'),
          },
          'going on on another device: a mapping with share and minutes',
        ),
      },
      'devices of people: a mapping',
    ),
    logsOut: chance('chance to log out at the end of a sitting'),
    loginDays: number(0.5, 3660, 'days that a login lasts'),
    stillLoggedIn: chance('chance to come to the course for the first time logged in already'),
    comesByFrontPage: chance('chance to log in by the front page'),
    registeredDays: lognormal('days since who comes with an account has made it'),
    devoted: strict(
      {
        share: chance('share of those who come on many days'),
        fewest: whole(1, 10_000, 'days of coming that are many'),
        least: number(0, 1000, 'how many times as much they do at least'),
        shape: number(0.3, 20, 'shape of the Pareto distribution by whose draw they do more'),
        sameDay: chance('chance of one more sitting of theirs on the same day'),
        nextDay: chance('chance that they come on the very next day'),
        hours: number(0.1, 100, 'hours of a sitting after which they tire, on average'),
        watchesAgain: chance('chance that they watch again what they have watched'),
        leafs: chance('share of them who leaf through the book'),
      },
      'those who cannot have enough: a mapping',
    ),
  },
  'what people differ in: a mapping',
);

export const network = strict(
  {
    ipv6: chance('share of homes and phones that have IPv6, in the United States'),
    ipv6Today: chance('share of them in logs of today'),
    fixed: chance('share of homes whose address never changes'),
    leaseDays: lognormal('days until a home has another address'),
    distanceSd: number(0, 3, 'standard deviation between people of the logarithm of the time of a request'),
    costSd: number(
      0,
      3,
      'standard deviation between problems of the logarithm of the time that a server takes to mark one',
    ),
    loadSd: number(0, 3, 'standard deviation between hours of the logarithm of the time that servers take'),
    loss: lognormal('chance that a message of a browser gets lost, of people'),
    household: chance('share of every other learner that lives with the one before'),
    shared: chance('share of those who also come from a campus or an office'),
    atShared: chance('chance that a sitting of theirs in working hours is there'),
    afterWork: chance('the same at night and at weekends'),
    elsewhere: chance('chance that a sitting is neither at home nor there'),
    trips: chance('chance to set out on a journey in sixty days'),
    tripDays: lognormal('days that it lasts'),
    block: Type.String({
      pattern:
        '^$|^([1-9]|[1-9][0-9]|1[0-9][0-9]|2[01][0-9]|22[0-3])\\.([0-9]|[1-9][0-9]|1[0-9][0-9]|2[0-4][0-9]|25[0-5])$',
      description: 'the first two bytes of all addresses, such as 146.186, or "" for the blocks of each country',
    }),
  },
  'where people are on the net: a mapping',
);

export const country = strict(
  {
    code: Type.String({ pattern: '^[A-Z]{2}$', description: 'a country’s code of two capital letters' }),
    share: share('share of all people'),
    names: Type.Enum(NAME_LOCALES, { description: `the language of names: ${NAME_LOCALES.join(', ')}` }),
    registry: Type.Enum(REGISTRIES, { description: `who gives out addresses: ${REGISTRIES.join(', ')}` }),
    zones: listOf(
      strict(
        { hours: number(-12, 14, 'hours ahead of GMT'), share: share('share of the country’s people') },
        'a time zone: a mapping with hours and share',
      ),
      'a list of at least one time zone',
    ),
    summerTime: Type.Optional(
      Type.Enum(SUMMER_TIME_NAMES, { description: `whose summer time is kept: ${SUMMER_TIME_NAMES.join(', ')}` }),
    ),
  },
  'a country: a mapping with code, share, names, registry, zones and summerTime',
);
