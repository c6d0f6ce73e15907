/** Other ways to write the built-in course's programs of weeks 1 to 6, as right as the first, each with slips of its own: by a program's first line. */
import { program, type Program } from './parts.ts';

export const waysOfWeeks1to6: Readonly<Record<string, readonly Program[]>> = {
  'name = "world"': [
    program(['print "Hello, world"'], ['print ', 'Print '], ['world"', 'world']),
    program(
      ['greeting = "Hello, "', 'name = "world"', 'print greeting + name'],
      ['greeting + ', ''],
      ['"world"', 'world'],
    ),
  ],
  'def ring(inner, outer):': [
    program(
      [
        'def circle(r):',
        '    return 3.14159 * r * r',
        '',
        'def ring(inner, outer):',
        '    return circle(outer) - circle(inner)',
      ],
      ['r * r', 'r * 2'],
      ['circle(outer) - circle(inner)', 'circle(inner) - circle(outer)'],
    ),
    program(
      [
        'import math',
        '',
        'def ring(inner, outer):',
        '    large = math.pi * outer ** 2',
        '    small = math.pi * inner ** 2',
        '    return large - small',
      ],
      ['math.pi', 'pi'],
      ['large - small', 'small - large'],
    ),
    program(
      ['def ring(inner, outer):', '    width = outer - inner', '    return 3.14159 * width * (outer + inner)'],
      ['(outer + inner)', 'width'],
      ['* (outer + inner)', '* outer + inner'],
    ),
  ],
  'count = 0': [
    program(
      ['vowels = [c for c in s if c in "aeiou"]', 'print "Number of vowels:", len(vowels)'],
      ['len(vowels)', 'vowels'],
      ['"aeiou"', '"aeio"'],
    ),
    program(
      [
        'i = 0',
        'count = 0',
        'while i < len(s):',
        '    if s[i] == "a" or s[i] == "e" or s[i] == "i" or s[i] == "o" or s[i] == "u":',
        '        count = count + 1',
        '    i += 1',
        'print "Number of vowels:", count',
      ],
      ['    i += 1\n', ''],
      [' or s[i] == "e" or s[i] == "i"', ' or "e" or "i"'],
    ),
    program(
      ['total = 0', 'for vowel in "aeiou":', '    total += s.count(vowel)', 'print "Number of vowels:", total'],
      ['total += ', 'total = '],
      ['s.count(vowel)', 'vowel.count(s)'],
    ),
  ],
  'def average(a, b):': [
    program(['def average(a, b):', '    return a / 2.0 + b / 2.0'], ['2.0', '2'], ['return ', '']),
    program(
      ['def average(a, b):', '    total = float(a + b)', '    return total / 2'],
      ['float(a + b)', 'a + b'],
      ['return', 'print'],
    ),
    program(['def average(a, b):', '    return sum([a, b]) / 2.0'], ['/ 2.0', '/ len([a, b])'], ['[a, b]', 'a, b']),
  ],
  'def root(x, epsilon):': [
    program(
      [
        'def root(x, epsilon):',
        '    guess = x / 2.0',
        '    while abs(guess * guess - x) >= epsilon:',
        '        guess = guess - (guess ** 2 - x) / (2 * guess)',
        '    return guess',
      ],
      ['(2 * guess)', '2 * guess'],
      ['>= epsilon', '<= epsilon'],
    ),
    program(
      [
        'def root(x, epsilon):',
        '    def search(low, high):',
        '        middle = (low + high) / 2.0',
        '        if abs(middle ** 2 - x) < epsilon:',
        '            return middle',
        '        if middle ** 2 > x:',
        '            return search(low, middle)',
        '        return search(middle, high)',
        '    return search(0.0, max(x, 1.0))',
      ],
      ['            return search(low, middle)', '            search(low, middle)'],
      ['max(x, 1.0)', 'x'],
    ),
    program(
      [
        'def root(x, epsilon):',
        '    low = 0.0',
        '    high = max(1.0, x)',
        '    while True:',
        '        guess = (low + high) / 2.0',
        '        error = guess ** 2 - x',
        '        if abs(error) < epsilon:',
        '            return guess',
        '        elif error > 0:',
        '            high = guess',
        '        else:',
        '            low = guess',
      ],
      ['error > 0', 'error < 0'],
      ['max(1.0, x)', 'x'],
    ),
  ],
  'def f(x):': [
    program(['def f(x):', '  y = x + 1', '  return y'], ['return y', 'return x'], ['  return y', '']),
    program(['f = lambda x: x + 1'], ['x: ', ': '], ['x + 1', 'x']),
  ],
  'def gcd(a, b):': [
    program(
      ['def gcd(a, b):', '    while b != 0:', '        a, b = b, a % b', '    return a'],
      ['a, b = b, a % b', 'a = b\n        b = a % b'],
      ['return a', 'return b'],
    ),
    program(
      [
        'def gcd(a, b):',
        '    for d in range(min(a, b), 0, -1):',
        '        if a % d == 0 and b % d == 0:',
        '            return d',
        '    return max(a, b)',
      ],
      ['min(a, b), 0, -1', '1, min(a, b)'],
      [' and b % d == 0', ''],
    ),
    program(
      [
        'def gcd(a, b):',
        '    if a == 0 or b == 0:',
        '        return a + b',
        '    while a != b:',
        '        if a > b:',
        '            a -= b',
        '        else:',
        '            b -= a',
        '    return a',
      ],
      ['    if a == 0 or b == 0:\n        return a + b\n', ''],
      ['a > b', 'a < b'],
    ),
  ],
  'def turn(d):': [
    program(
      [
        'def turn(d):',
        '    result = {}',
        '    for key in sorted(d):',
        '        value = d[key]',
        '        if value in result:',
        '            result[value].append(key)',
        '        else:',
        '            result[value] = [key]',
        '    return result',
      ],
      ['= [key]', '= key'],
      ['sorted(d)', 'd'],
    ),
    program(
      [
        'def turn(d):',
        '    result = {}',
        '    for value in d.values():',
        '        result[value] = sorted(key for key in d if d[key] == value)',
        '    return result',
      ],
      ['d.values()', 'd'],
      ['sorted(', '('],
    ),
  ],
};
