/** The built-in course, weeks 4 to 7. */
import { wordCounts } from './word-counts.ts';
import { drawn, essay, num, pick, program, solve, task, tick, watch, word, type Week } from './parts.ts';

export const weeks4to7: readonly Week[] = [
  {
    topic: 'Strings and recursion',
    lectures: [
      {
        topic: 'Strings in depth',
        steps: [
          watch('Indexing and slicing', word('gram', ['ogra', 'gra', 'gramm', "'gram"])),
          watch('Strings do not change', pick(3, 1)),
          watch('Methods of strings', word('s.upper()', ['upper(s)', 's.upper', 'S', 's.toUpper()'])),
          watch('Searching in a text', num('-1', 'What does <code>find</code> return for what is not there?')),
          watch('Formatting', word('%5.2f', ['%2.5f', '%.5', '5.2', '%5.2'])),
          watch('Reading files', tick(4, [0, 2])),
        ],
      },
      {
        topic: 'Recursion',
        steps: [
          watch('A function that calls itself'),
          watch('The base case', pick(4, 3), num('1')),
          watch('Factorials', num('720')),
          watch('The stack of calls', num('4')),
          watch('Towers', num('31', 'One more ring doubles the moves and adds one.')),
          watch('Palindromes', word('madam', ['Madam', 'madame', 'adam', 'm'])),
          watch('When recursion is slow', num('25'), pick(3, 2)),
        ],
      },
    ],
    homework: [
      task('Slices', word('nohtyP', ['Python', 'nohty', 'ohtyP', 'P']), num('3')),
      drawn(task('How many calls', num('15'))),
      task(
        'Code',
        program(['def f(x):', '  return x + 1'], ['x + 1', 'x+l'], ['return', 'print'], ['def f(x):', 'def f(x)']),
      ),
      task(
        'Greatest common divisor',
        program(
          ['def gcd(a, b):', '    if b == 0:', '        return a', '    return gcd(b, a % b)'],
          ['a % b', 'a / b'],
          ['return gcd', 'gcd'],
          ['b == 0', 'a == 0'],
        ),
      ),
      task('Caesar’s letters', word('khoor', ['ebiil', 'ifmmp', 'hello', 'khoo r']), pick(26, 3)),
      task('Right or wrong', tick(6, [1, 2, 4, 5])),
    ],
  },
  {
    topic: 'Collections',
    lectures: [
      {
        topic: 'Lists and tuples',
        steps: [
          watch('A list of things', num('3')),
          watch('Lists can change', word('[1, 2, 3, 4]', ['[1, 2, 3, [4]]', '[1, 2, 3]', '1, 2, 3, 4', '[4]'])),
          watch('Two names, one list', pick(4, 2, 'Draw both names and the arrows that leave them.')),
          watch('Tuples', tick(5, [0, 1, 4])),
          watch('Loops over lists', num('6'), num('14')),
          watch('map and filter', word('[0, 4, 16]', ['[0, 2, 4]', '[4, 16]', '[0,1,4,9,16]', 'None'])),
        ],
      },
      {
        topic: 'Dictionaries',
        steps: [
          watch('From keys to values', num('2')),
          watch('Missing keys', word('KeyError', ['IndexError', 'None', 'keyerror', 'NameError'])),
          watch(
            'Counting with dictionaries',
            word("d['a'] += 1", ["d['a'] + 1", 'd[a] += 1', 'd.a += 1', "d['a'] =+ 1"]),
          ),
          watch('What can be a key', tick(5, [0, 2, 3])),
          watch('Remembering results', num('38'), pick(2, 0)),
          watch('Sets', num('4')),
          solve(pick(4, 1)),
        ],
      },
    ],
    section: {
      topic: '文字列と記号',
      steps: [
        watch('Two ways to write é', num('2'), word('NFC', ['NFD', 'nfc', 'UTF-8', 'é'])),
        watch('Sorting names of the world', pick(4, 2)),
        solve(word('STRASSE', ['STRAßE', 'straße', 'STRAẞE', 'STRASE']), word('ς', ['σ', 's', 'Σ', '😕'])),
      ],
    },
    homework: [
      drawn(task('Places in a list', num('8'), num('-3'))),
      task('Shared lists', pick(4, 0), pick(4, 3)),
      task(
        'Turning a dictionary around',
        program(
          [
            'def turn(d):',
            '    result = {}',
            '    for key in d:',
            '        result.setdefault(d[key], []).append(key)',
            '    for value in result:',
            '        result[value].sort()',
            '    return result',
          ],
          ['.append(key)', '.append(d[key])'],
          ['.setdefault(d[key], [])', '[d[key]]'],
          ['    return result', '        return result'],
        ),
      ),
      task(
        'Words with friends',
        num('35'),
        word("{'a': 1, 'q': 1}", ["{'a', 'q'}", "{'a': 1}", "['a', 'q']", '{a: 1, q: 1}']),
      ),
      task('List or tuple', tick(6, [0, 3])),
    ],
    tasks: [essay('Reflection3', 'My own use for a dictionary', 'self', [3, 2])],
  },
  {
    topic: 'Testing and debugging',
    lectures: [
      {
        topic: 'Tests',
        steps: [
          watch('How do you know it works'),
          watch('Boundary cases', tick(6, [0, 1, 5], 'What are the smallest and the largest argument?')),
          watch('Testing without looking inside', pick(3, 2)),
          watch('Testing every path', num('8', 'Each decision doubles the number of paths.')),
          watch('Tests that stay', word('assert', ['Assert', 'test', 'check', 'raise'])),
          watch('A bug is found twice', pick(4, 1)),
        ],
      },
      {
        topic: 'Debugging',
        steps: [
          watch('The scientific method'),
          watch('print as a microscope', num('2')),
          watch('Halving the program', num('6')),
          watch(
            'Exceptions',
            word('except ValueError:', ['catch ValueError:', 'except: ValueError', 'except ValueError']),
          ),
          watch('Raising your own', word('raise', ['throw', 'return', 'error', 'except'])),
          watch('Assertions', pick(4, 0), tick(3, [1, 2])),
          solve(num('13')),
          watch('Explaining it to a duck'),
        ],
      },
    ],
    homework: [
      task('Which test finds it', tick(6, [2, 4])),
      task('The missing case', pick(4, 3), word('[]', ['[0]', 'None', '0', '""'])),
      task('Off by one', num('99'), num('100')),
      { ...task('What is in a text', wordCounts), difficulty: 1.1 },
      task(
        'A safe division',
        program(
          [
            'def divide(a, b):',
            '    try:',
            '        return a / float(b)',
            '    except ZeroDivisionError:',
            '        return None',
          ],
          ['except ZeroDivisionError', 'except ValueError'],
          ['return a / float(b)', 'print a / float(b)'],
          ['float(b)', 'b'],
        ),
      ),
    ],
    tasks: [
      essay('Reflection4', 'The bug that taught me most', 'self', [2, 2, 2]),
      essay('Essay3', 'A review of somebody’s program', 'peer', [4, 3, 3], 42),
      essay('Report2', 'A plan of tests', 'staff', [4, 3], 42),
    ],
  },
  {
    topic: 'How long it takes',
    lectures: [
      {
        topic: 'Counting steps',
        steps: [
          watch('Clocks are bad judges', pick(3, 1)),
          watch('The worst case', num('1000')),
          watch('Only the largest term matters', word('n**2', ['n^2', '3*n**2', 'n**2 + n', 'n2'])),
          watch('Orders of growth', pick(6, 4), pick(6, 2)),
          watch('Loops in loops', num('10000'), pick(4, 2)),
          watch('Constants matter too'),
          watch('Space instead of time', tick(4, [0, 3])),
        ],
      },
      {
        topic: 'Searching',
        steps: [
          watch('One after the other', num('500.5')),
          watch('Searching a sorted list', num('20', 'Twenty halvings take a million down to one.')),
          watch(
            'Getting the borders right',
            word('low <= high', ['low < high', 'low = high', 'low >= high', 'high < low']),
          ),
          watch('When sorting pays', pick(3, 2)),
          watch('Hashing, the idea', num('3'), tick(4, [1, 2])),
          watch('Collisions', pick(4, 0)),
        ],
      },
    ],
    homework: [
      drawn(task('Steps of a loop', num('465'))),
      task('Order them', pick(6, 0), pick(6, 5), pick(6, 3)),
      task('Twice the data', num('4'), num('8'), num('1')),
      task(
        'Binary search',
        program(
          [
            'def find(items, wanted):',
            '    low, high = 0, len(items) - 1',
            '    while low <= high:',
            '        middle = (low + high) / 2',
            '        if items[middle] == wanted:',
            '            return middle',
            '        if items[middle] < wanted:',
            '            low = middle + 1',
            '        else:',
            '            high = middle - 1',
            '    return -1',
          ],
          ['low <= high', 'low < high'],
          ['middle + 1', 'middle'],
          ['len(items) - 1', 'len(items)'],
        ),
      ),
      task('What a hash must do', tick(6, [0, 2, 5])),
      task('Half-way exam, warm-up', num('42'), pick(5, 1), tick(5, [1, 4])),
      task('Half-way exam', num('0.5'), pick(5, 3), word('O(log n)', ['log n', 'O(n)', 'O(log(n', 'O(1)'])),
    ],
  },
];
