/** The built-in course, weeks 1 to 3. The first holds every kind of input and task, so that a short run has all. */
import { adventure } from './adventure.ts';
import { drawn, essay, num, pick, program, solve, task, tick, watch, word, type Week } from './parts.ts';

export const weeks1to3: readonly Week[] = [
  {
    topic: 'First programs',
    lectures: [
      {
        topic: 'What computation is',
        steps: [
          watch('Welcome to the course'),
          watch('Recipes and programs', pick(4, 1, 'A recipe that never ends is <em>not</em> an algorithm.')),
          watch('What a machine can do', tick(5, [0, 2, 3])),
          watch('The shell and the editor', num('7')),
          watch(
            'Your first program',
            program(['name = "world"', 'print "Hello, " + name'], ['print ', 'Print '], [' + name', ' name']),
          ),
          watch('Reading error messages', word('NameError', ['SyntaxError', 'name error', 'Name', 'TypeError'])),
        ],
      },
      {
        topic: 'Names, values and types',
        steps: [
          watch('Values have types', word('int', ['integer', 'Int', 'number', 'float'], 'Ask <code>type(7)</code>.')),
          watch('Whole numbers and floats', num('2.5'), num('2', 'Division of two ints rounds down.')),
          watch('Names are labels', pick(3, 2)),
          watch('Assignment is not equality', word('a += 1', ['a =+ 1', 'a = a', '+a', 'a + 1'])),
          {
            video: 'Order of evaluation',
            problem: drawn({ inputs: [num('14', 'Multiply before you add.')], attempts: 3 }),
          },
          watch('Strings, a first look', word('"it\'s"', ["'it's'", "it's", "it\\'s", "“it's”"])),
          solve(tick(4, [1, 3]), pick(2, 0)),
        ],
      },
    ],
    section: {
      topic: 'Юникод и строки',
      steps: [
        watch('Letters of the world', word('привет', ['Привет', 'ПРИВЕТ', 'privet', '👋'])),
        watch('Code points and bytes', num('4', 'Count the bytes that UTF-8 takes for one emoji.')),
        solve(word('naïve café ☕', ['naive cafe', 'naïve café', 'na\u00efve cafe\u0301 ☕', 'NAÏVE CAFÉ ☕', '🤷'])),
        solve(word('文字列', ['文字', 'もじれつ', '字列', '🈳🈳']), word('नमस्ते', ['नमस्त', 'namaste', '🙏🏽', '👩‍💻'])),
      ],
    },
    homework: [
      drawn(task('Converting temperatures', num('37.0', 'Subtract before you divide.'))),
      task('Types at a glance', pick(4, 0), pick(4, 2), pick(4, 3)),
      task('Expressions that are true', tick(6, [0, 1, 4])),
      task('Paying in coins', num('9'), word('total % 25', ['total / 25', 'total mod 25', '25 % total', 'total%'])),
      task(
        'Area of a ring',
        program(
          [
            'def ring(inner, outer):',
            '    # Area between two circles.',
            '    pi = 3.14159',
            '    return pi * (outer ** 2 - inner ** 2)',
          ],
          ['outer ** 2 - inner ** 2', '(outer - inner) ** 2'],
          ['** 2', '* 2'],
          ['return', 'print'],
        ),
      ),
      { ...task('A small adventure', adventure), difficulty: 0.9 },
    ],
    tasks: [
      essay('Reflection1', 'What I expect to learn', 'self', [2, 2]),
      essay('Essay1', 'A recipe as an algorithm', 'peer', [3, 2, 4], 4),
      essay('Report1', 'A program from everyday life', 'staff', [3, 3, 2, 4], 7),
    ],
  },
  {
    topic: 'Decisions and repetition',
    lectures: [
      {
        topic: 'Branching',
        steps: [
          watch('Why programs decide'),
          watch('Comparing values', pick(4, 3), pick(4, 1)),
          watch('if, elif, else', word('elif', ['else if', 'elseif', 'elsif', 'if else'])),
          watch('And, or, not', tick(4, [0, 3], 'Write down the four rows of the table.')),
          watch('Nested decisions', num('3')),
          watch('Tests that are easy to get wrong', word('x % 2 == 0', ['x % 2 = 0', 'x / 2 == 0', 'x % 2', 'x == 2'])),
        ],
      },
      {
        topic: 'Loops',
        steps: [
          watch('Doing it again'),
          watch('while', num('5'), num('0')),
          watch('Loops that do not end', pick(3, 1)),
          watch(
            'for and range',
            word('range(2, 10, 2)', ['range(2, 10)', 'range(10)', 'range(2, 8, 2)', 'range 2 10 2']),
          ),
          watch('Adding things up', num('5050', 'Pair the first number with the last.')),
          watch('break and continue', tick(4, [2])),
          solve(num('12'), num('1')),
        ],
      },
    ],
    homework: [
      drawn(task('How many rounds', num('17'))),
      task(
        'Leap years',
        tick(6, [0, 3, 5]),
        word('year % 400 == 0', ['year % 100 == 0', 'year / 400 == 0', '400 % year == 0']),
      ),
      task(
        'Counting vowels',
        program(
          [
            'count = 0',
            'for letter in s:',
            '    if letter in "aeiou":',
            '        count += 1',
            'print "Number of vowels:", count',
          ],
          ['count += 1', 'count =+ 1'],
          ['        count', '    count'],
          ['"aeiou"', 'aeiou'],
        ),
      ),
      task('Interest, year by year', num('1102.5'), num('15')),
      task('Which loop ends', pick(5, 2)),
    ],
  },
  {
    topic: 'Functions',
    lectures: [
      {
        topic: 'Functions and scope',
        steps: [
          watch('Naming a piece of work'),
          watch('Parameters and arguments', num('11')),
          watch(
            'return is not print',
            word('None', ['none', 'null', '0', '""', 'nothing'], 'Try <code>print f(1)</code>.'),
          ),
          watch('Local and global names', pick(4, 0), num('3')),
          watch('Docstrings', tick(4, [1, 2])),
          watch('Functions as values', pick(3, 0)),
        ],
      },
      {
        topic: 'Guess and check',
        steps: [
          watch('Trying every answer', num('216')),
          watch('Good enough answers', num('0.01'), pick(2, 1)),
          watch('Halving the interval', num('10', 'How often can 1000 be halved?')),
          watch('Floats are not exact', word('False', ['True', 'false', 'None', 'Error'])),
          watch('Following the slope', num('1.4167')),
          watch('Which method when', tick(5, [0, 1, 4])),
          solve(program(['def average(a, b):', '    return (a + b) / 2.0'], ['(a + b)', 'a + b'], ['2.0', '2'])),
          watch('Week 3 in five minutes'),
        ],
      },
    ],
    homework: [
      task('Paying off a loan', num('31.38'), num('1102.12')),
      drawn(task('The smallest payment', num('310', 'Payments are multiples of ten.'))),
      task(
        'Bisection',
        program(
          [
            'def root(x, epsilon):',
            '    low, high = 0.0, max(1.0, x)',
            '    guess = (low + high) / 2',
            '    while abs(guess ** 2 - x) >= epsilon:',
            '        if guess ** 2 < x:',
            '            low = guess',
            '        else:',
            '            high = guess',
            '        guess = (low + high) / 2',
            '    return guess',
          ],
          ['guess ** 2 < x', 'guess ** 2 > x'],
          ['max(1.0, x)', 'x'],
          ['>= epsilon', '> 0'],
        ),
      ),
      task('Whose name is it', pick(4, 2), pick(4, 2), pick(4, 1)),
      task('What is printed', word('3 None', ['3', 'None', '3\\nNone', 'None 3'])),
    ],
    tasks: [
      essay('Reflection2', 'Where I got stuck', 'self', [2, 3]),
      essay('Essay2', 'Explaining a function to a friend', 'peer', [3, 3, 2], 21),
    ],
  },
];
