/** The built-in course, weeks 12 to 14. */
import { drawn, essay, num, pick, program, solve, task, tick, watch, word, type Week } from './parts.ts';

export const weeks12to14: readonly Week[] = [
  {
    topic: 'Making the best of it',
    lectures: [
      {
        topic: 'Greedy choices',
        steps: [
          watch('A bag and too many things', num('255')),
          watch('The best piece first', num('175'), num('190')),
          watch('When greed fails', pick(4, 2)),
          watch('Making change', tick(5, [0, 4], 'Try coins of 1, 5 and 7 for a sum of 10.')),
          watch('Trying all of them', num('1024')),
          watch('Good enough, soon enough', pick(3, 1)),
        ],
      },
      {
        topic: 'Never twice',
        steps: [
          watch('The same question again', num('5')),
          watch('A table of answers', num('89')),
          watch('The bag, once more', num('220')),
          watch('What makes it work', tick(5, [1, 3])),
          watch('Aligning two words', num('3'), word('kitten', ['sitting', 'kittin', 'sitten', 'kitten ✓'])),
          watch('From the bottom or from the top', pick(2, 0)),
          solve(num('21')),
        ],
      },
    ],
    homework: [
      drawn(task('Packing', num('340'), num('12'))),
      task('Where greed works', tick(6, [0, 1, 5])),
      task(
        'Remembering',
        program(
          [
            'memory = {}',
            '',
            'def ways(n):',
            '    """In how many ways can n stairs be climbed, one or two at a time?"""',
            '    if n <= 1:',
            '        return 1',
            '    if n not in memory:',
            '        memory[n] = ways(n - 1) + ways(n - 2)',
            '    return memory[n]',
          ],
          ['n <= 1', 'n == 0'],
          ['ways(n - 1) + ways(n - 2)', 'ways(n - 1) + 2'],
          ['not in memory', 'in memory'],
        ),
      ),
      task('Cells of the table', num('66'), num('6')),
      task('Choosing a method', pick(4, 3), pick(4, 1)),
    ],
    tasks: [essay('Reflection8', 'A choice I made greedily', 'self', [2, 3, 2])],
  },
  {
    topic: 'Data',
    lectures: [
      {
        topic: 'Fitting curves',
        steps: [
          watch('Springs and weights', num('9.81')),
          watch('The line that misses least', num('1.5'), num('0.25')),
          watch(
            'Plotting',
            word('pylab.plot(x, y)', ['plot(y, x)', 'pylab.plot(x & y)', 'pylab.plot x y', 'pylab.show()']),
          ),
          watch('Too good a fit', pick(4, 3)),
          watch('Explained and unexplained', num('0.87', 'It lies between 0 and 1.')),
          watch('Training and testing', tick(4, [0, 2])),
        ],
      },
      {
        topic: 'Lies with numbers',
        steps: [
          watch('Axes that deceive', pick(3, 0)),
          watch('Which mean do you mean', num('30'), num('52')),
          watch('Storks and babies', pick(4, 1)),
          watch('The sharpshooter', tick(4, [1, 2])),
          watch('Who did not answer', pick(4, 2)),
          watch('100% more of nothing', word('50%', ['100%', '50', '0.5', '150%', '50 %'])),
          watch('Asking for the source'),
        ],
      },
    ],
    homework: [
      drawn(task('A line through points', num('2.0'), num('-1.0'))),
      task(
        'Mean and median',
        program(
          [
            'def median(values):',
            '    ordered = sorted(values)',
            '    middle = len(ordered) // 2',
            '    if len(ordered) % 2 == 1:',
            '        return ordered[middle]',
            '    return (ordered[middle - 1] + ordered[middle]) / 2.0',
          ],
          ['sorted(values)', 'values'],
          ['% 2 == 1', '% 2 == 0'],
          ['ordered[middle - 1]', 'ordered[middle + 1]'],
        ),
      ),
      task('What the plot hides', tick(5, [0, 1, 3])),
      task('Degrees of a polynomial', num('2'), pick(4, 1)),
      task('Cause or coincidence', pick(3, 2), pick(3, 1), pick(3, 2)),
      task(
        'Reading a table',
        num('37.5'),
        word('a & b < c', ['a and b < c', 'a &amp; b &lt; c', 'a & b > c', 'a&b<c']),
      ),
    ],
    tasks: [
      essay('Reflection9', 'A number in the news', 'self', [2, 2]),
      essay('Essay6', 'Honest and dishonest plots', 'peer', [4, 3, 3, 2], 91),
    ],
  },
  {
    topic: 'Révision et adieux',
    lectures: [
      {
        topic: 'Large programs',
        steps: [
          watch('Many hands', pick(3, 1)),
          watch(
            'Modules',
            word('import random', ['include random', 'import "random"', 'from random', '#include <random>']),
          ),
          watch('What others may rely on', tick(4, [0, 3])),
          watch('Versions', num('3')),
          watch('Reading other people’s programs', pick(4, 2)),
          watch('Open questions'),
        ],
      },
      {
        topic: 'Looking back',
        steps: [
          watch('Fourteen weeks in ten minutes'),
          watch('Five ideas that stay', tick(5, [0, 1, 2, 3, 4])),
          watch('What to learn next', pick(4, 0)),
          watch('Preparing for the exam', num('100'), num('0')),
          watch('Thank you'),
        ],
      },
    ],
    homework: [
      drawn(task('Final exam, numbers', num('144'), num('0.75'), num('-2'))),
      task(
        'Final exam, reading',
        word('[3, 1, 2]', ['[1, 2, 3]', '[3, 2, 1]', '3, 1, 2', 'None']),
        pick(5, 4),
        pick(5, 0),
      ),
      task('Final exam, true or false', tick(8, [0, 2, 3, 7])),
      task(
        'Final exam, writing',
        program(
          [
            'def flatten(items):',
            '    result = []',
            '    for item in items:',
            '        if isinstance(item, list):',
            '            result.extend(flatten(item))',
            '        else:',
            '            result.append(item)',
            '    return result',
          ],
          ['.extend(', '.append('],
          ['flatten(item)', 'item'],
          ['    return result', '    print result'],
        ),
      ),
      task('Final exam, growth', pick(6, 3), pick(6, 1), num('16')),
      task('Final exam, chance', num('0.25'), num('0.0625')),
      task('Final exam, graphs', num('6'), tick(5, [1, 2, 4])),
    ],
    tasks: [essay('Reflection10', 'What I can do now', 'self', [3, 3, 2])],
  },
];
