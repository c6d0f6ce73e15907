/** The built-in course, weeks 8 to 11. */
import { drawn, essay, num, pick, program, solve, task, tick, watch, word, type Week } from './parts.ts';

export const weeks8to11: readonly Week[] = [
  {
    topic: 'Chance',
    lectures: [
      {
        topic: 'Drawing samples',
        steps: [
          watch('Is anything random', pick(3, 1)),
          watch(
            'Simple Random Sample',
            num('42', 'Try <b>again</b>: how many are left after the first draw?'),
            tick(4, [0, 2]),
          ),
          watch(
            'Seeds and repeatable chance',
            word('random.seed(0)', ['seed(0)', 'random.seed', 'random(0)', 'random.random(0)']),
          ),
          watch('Rolling dice', num('0.1667'), num('0.0278')),
          watch('A walk without a plan', pick(4, 2)),
          watch('How far does it get', num('10', 'Look at the <em>square</em> of the distance.')),
        ],
      },
      {
        topic: 'Simulations',
        steps: [
          watch('Models of the world'),
          watch('Needles and pi', num('3.1416')),
          watch('How many trials', num('400', 'Half the error takes four times the trials.'), pick(4, 3)),
          watch('Means and spreads', num('5.0'), num('2.0')),
          watch('Queues at the baker’s', tick(5, [1, 2, 4])),
          watch('The birthday problem', num('23')),
        ],
      },
    ],
    homework: [
      drawn(task('Drawing without replacement', num('0.4'))),
      drawn(task('Two dice', num('0.1667'), num('7'))),
      task(
        'Walking home',
        program(
          [
            'import random',
            '',
            'def walk(steps):',
            '    place = 0',
            '    for _ in range(steps):',
            '        place += random.choice([-1, 1])',
            '    return abs(place)',
          ],
          ['[-1, 1]', '[0, 1]'],
          ['return abs(place)', 'return place'],
          ['    place = 0', '    place = random'],
        ),
      ),
      task('Which model fits', pick(5, 3), pick(5, 0)),
      task('What a seed promises', tick(5, [0, 3])),
    ],
    tasks: [
      essay('Reflection5', 'Chance in my own life', 'self', [2, 3]),
      essay('Essay4', 'A model and what it leaves out', 'peer', [3, 4, 2], 56),
    ],
  },
  {
    topic: 'Objects',
    lectures: [
      {
        topic: 'Classes',
        steps: [
          watch('Data that knows what to do'),
          watch('Making a class', word('__init__', ['init', '_init_', '__init__()', '__new__'])),
          watch('self', pick(4, 0, 'Who is asked, when <code>c.area()</code> is called?')),
          watch('How things print', word('__str__', ['__print__', 'str', '_str_', 'toString'])),
          watch('Comparing objects', word('__eq__', ['__cmp', '==', '__equals__', '__is__'])),
          watch('Hiding what may change', tick(4, [1, 3])),
        ],
      },
      {
        topic: 'Families of classes',
        steps: [
          watch('Kinds of kinds'),
          watch('Inheriting and overriding', pick(4, 2), pick(4, 1)),
          watch('Which method is called', word('B.f', ['A.f', 'f', 'C.f', 'B.f()'])),
          watch('When not to inherit', tick(5, [0, 4])),
          watch('Generators', num('9'), word('yield', ['return', 'Yield', 'next', 'give'])),
          watch('A library of shapes', num('12.0')),
          solve(num('3'), num('2')),
        ],
      },
    ],
    homework: [
      task(
        'A bank account',
        program(
          [
            'class Account(object):',
            '    def __init__(self, balance=0):',
            '        self.balance = balance',
            '',
            '    def withdraw(self, amount):',
            '        if amount > self.balance:',
            '            raise ValueError("too much")',
            '        self.balance -= amount',
          ],
          ['self.balance -= amount', 'balance -= amount'],
          ['(self, amount)', '(amount)'],
          ['amount > self.balance', 'amount < self.balance'],
        ),
      ),
      task('Who am I', pick(4, 3), pick(4, 0), word('<class Dog>', ['Dog', '<Dog>', '<class "Dog">', 'class Dog'])),
      task('The right method', word('Cat.speak', ['Animal.speak', 'speak', 'Dog.speak', 'Cat.Speak'])),
      task('Sharing too much', tick(6, [2, 3, 5])),
      drawn(task('Sums of generators', num('285'))),
      task('Equal or the same', pick(2, 1), pick(2, 0), pick(2, 1)),
    ],
  },
  {
    topic: 'Sorting and trees',
    lectures: [
      {
        topic: 'Sorting',
        steps: [
          watch('Sorting by hand'),
          watch('Taking the smallest', num('45')),
          watch(
            'Dividing and merging',
            num('3'),
            word('[1, 2, 5, 9]', ['[1, 5, 2, 9]', '[9, 5, 2, 1]', '[2, 1, 5, 9]', '1 2 5 9']),
          ),
          watch('How fast can it be', word('n log n', ['n', 'n**2', 'log n', 'n * log(n', 'nlogn!'])),
          watch('Sorting by something else', word('key=len', ['len', 'key=len()', 'cmp=len', 'key:len'])),
          watch('Stable sorts', pick(3, 0)),
        ],
      },
      {
        topic: 'Trees',
        steps: [
          watch('Branches and leaves', num('7'), num('4')),
          watch('Trees that search', tick(5, [0, 1])),
          watch('In which order', word('1 2 3 4 5', ['3 1 2 4 5', '5 4 3 2 1', '1 3 2 5 4', '12345'])),
          watch('Growing out of balance', num('5')),
          watch('Decision trees', pick(4, 3)),
          watch('Heaps', num('2'), pick(3, 1)),
          watch('Trees everywhere'),
        ],
      },
    ],
    homework: [
      task('Merging, step by step', num('7'), num('24')),
      task(
        'Merge',
        program(
          [
            'def merge(left, right):',
            '    result = []',
            '    while left and right:',
            '        if left[0] <= right[0]:',
            '            result.append(left.pop(0))',
            '        else:',
            '            result.append(right.pop(0))',
            '    return result + left + right',
          ],
          ['result + left + right', 'result'],
          ['while left and right', 'while left or right'],
          ['right.pop(0)', 'right.pop()'],
        ),
      ),
      task('The height of a tree', num('4'), num('10')),
      drawn(task('How many comparisons', num('21'))),
      task('Sorted by whom', pick(5, 4), pick(5, 2)),
    ],
    tasks: [essay('Reflection6', 'How I sort things at home', 'self', [3, 2])],
  },
  {
    topic: 'Graphs',
    lectures: [
      {
        topic: 'Nodes and edges',
        steps: [
          watch('Seven bridges', pick(3, 2)),
          watch('Two ways to store a graph', num('12'), num('36')),
          watch('Directions', tick(5, [1, 3])),
          watch('Deep first', word('A B D C', ['A B C D', 'A C B D', 'D C B A', 'ABDC'])),
          watch('Wide first', word('A B C D', ['A B D C', 'A D B C', 'D C B A', 'A, B, C and D'])),
          watch('Going round in circles', pick(4, 1, 'Remember where you have been.')),
        ],
      },
      {
        topic: 'Shortest ways',
        steps: [
          watch('Fewest stops', num('3')),
          watch('When edges have lengths', num('11')),
          watch('The nearest first', num('9'), tick(4, [0, 1, 3])),
          watch('Maps and their mistakes'),
          watch('Friends of friends', num('6')),
          watch('Problems nobody can solve fast', pick(4, 0)),
        ],
      },
    ],
    homework: [
      task('Reading a graph', num('5'), num('8'), tick(5, [0, 2])),
      task('The order of visits', word('S A C B T', ['S A B C T', 'S B A C T', 'S T', 'SACBT'])),
      task(
        'Is there a way',
        program(
          [
            'def reachable(graph, start, end, seen=()):',
            '    if start == end:',
            '        return True',
            '    seen = seen + (start,)',
            '    for node in graph[start]:',
            '        if node not in seen and reachable(graph, node, end, seen):',
            '            return True',
            '    return False',
          ],
          ['node not in seen and ', ''],
          ['(start,)', '(start)'],
          ['    return False', '        return False'],
        ),
      ),
      drawn(task('The shortest tour', num('17'))),
      task('Which search', pick(3, 0), pick(3, 2), pick(3, 1)),
      task('Degrees of separation', num('4'), num('2')),
    ],
    tasks: [
      essay('Reflection7', 'A graph I am part of', 'self', [2, 2]),
      essay('Essay5', 'Describing a map in words', 'peer', [3, 3], 77),
      essay('Report3', 'A proposal for a project', 'staff', [4, 4, 2, 3], 77),
    ],
  },
];
