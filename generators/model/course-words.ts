/** Words that people use who take a course, the commonest first: those of any course, and those of one of programming. Written by hand. */

const split = (words: string): readonly string[] => words.trim().split(/\s+/);

/** What can be counted: no nouns that need another article than `a`, or none. */
const STUDY = split(`
  question problem answer example way idea lecture video exercise mistake part point thing week step exam solution hint explanation
  reason case number result test line deadline page difference definition word topic rule grade score
  note book chapter assignment attempt minute picture table list question post thread thought detail task trick sentence
  letter summary transcript slide diagram certificate textbook forum section concept view
  change start end piece choice comment lesson discussion guess check order pattern plan rubric
  draft paragraph argument source title opinion claim skill tool method theory statement assumption
  sequence process project review `);

const CODE = split(`
  function program loop list variable error string value test grader index pset argument dictionary statement
  return-value call base-case bug algorithm class method while-loop for-loop condition parameter tuple object key type name
  problem-set finger-exercise counter output-line input test-case integer float print-statement recursive-call character element
  expression if-statement module bracket operator result range slice traceback interpreter editor shell file
  constant branch digit boolean sum product factor prime guess epsilon interval square-root sub-list substring vowel word
  instance subclass constructor attribute helper-function docstring comment colon indent tab space quote semicolon parenthesis
  assert exception stack-frame stack queue tree node graph edge search sort merge-step table row column
  iteration step recursion-depth running-time worst-case lookup hash copy alias reference pointer global local scope namespace
  lambda generator comprehension import library package version debugger breakpoint warning message prompt console terminal
  checker submission hidden-test edge-case off-by-one typo sample plot histogram simulation trial random-number seed
  deviation curve model step-size distribution probability item subset combination
  permutation memo cache bottleneck invariant specification interface implementation abstraction layer signature default
  flag accumulator partition bound limit threshold `);

/** Nouns of a course's people, where hyphens stand for blanks. */
const spaced = (words: readonly string[]): readonly string[] => [
  ...new Set(words.map((word) => word.replaceAll('-', ' ').replace('off by one', 'off-by-one error'))),
];

/** Of two lists one word by turns, so that the commonest of both come first. */
const byTurns = (one: readonly string[], other: readonly string[]): readonly string[] =>
  Array.from({ length: Math.max(one.length, other.length) }, (_, index) => [other[index], one[index]])
    .flat()
    .filter((word) => word !== undefined);

/** By whether a course teaches to program. */
export const NOUNS = { any: spaced(STUDY), code: spaced(byTurns(STUDY, CODE)) } as const;

/** What lies in an example: names that beginners give. */
export const VARIABLES = split(
  'x i n s total count ans low high guess balance result lst word letter num numbers temp a b y answer newList current left d key',
);

/** What Python says of a mistake: a gap `v` is a name. */
export const ERRORS = [
  "NameError: name '{v}' is not defined",
  'IndexError: list index out of range',
  'IndexError: string index out of range',
  'SyntaxError: invalid syntax',
  "TypeError: 'NoneType' object is not iterable",
  "TypeError: unsupported operand type(s) for +: 'int' and 'str'",
  "TypeError: 'int' object is not callable",
  "TypeError: can't multiply sequence by non-int of type 'float'",
  'IndentationError: expected an indented block',
  'IndentationError: unindent does not match any outer indentation level',
  "KeyError: '{v}'",
  "ValueError: invalid literal for int() with base 10: ''",
  "UnboundLocalError: local variable '{v}' referenced before assignment",
  'RuntimeError: maximum recursion depth exceeded',
  'ZeroDivisionError: integer division or modulo by zero',
  "AttributeError: 'list' object has no attribute '{v}'",
  "TypeError: 'str' object does not support item assignment",
  'SyntaxError: EOL while scanning string literal',
] as const;

/** A line of code, or a few, as people paste it: the course's problems are solved by none of them. */
export const SNIPPETS = [
  'for i in range(len({v})):\n    print {v}[i]',
  'while {v} > 0:\n    {v} = {v} - 1',
  'if {v} == 0:\n    return {v}',
  '{v} = {v} + 1',
  '{v} += str({v})',
  'def f({v}):\n    {v} = {n}\n    print {v}',
  '>>> print {v}\nNone',
  '>>> 7 / 2\n3',
  ">>> type({v})\n<type 'str'>",
  'for {v} in {v}s:\n    if {v} == {n}:\n        break',
  '{v} = []\n{v}.append({n})',
  'if not {v}:\n    return False',
  '{v} = {v}[1:]',
  'return f({v} - 1)',
  '>>> {v} = [1, 2, 3]\n>>> {v}[3]',
  'print "{v} is", {v}',
  'elif {v} < {n}:\n    {v} = {n}',
  '>>> f({n})\n>>>',
  '{v}, {v}2 = {v}2, {v}',
  'assert f({n}) == {n}',
] as const;

/** Public documentation, for whoever programs; a made up place, for whoever does not. */
export const LINKS = {
  code: [
    'http://docs.python.org/2/tutorial/controlflow.html',
    'http://docs.python.org/2/tutorial/datastructures.html',
    'http://docs.python.org/2/tutorial/errors.html',
    'http://docs.python.org/2/library/functions.html',
    'http://docs.python.org/2/library/stdtypes.html',
    'http://docs.python.org/2/library/string.html',
    'http://docs.python.org/2/library/random.html',
    'http://docs.python.org/2/library/math.html',
    'http://docs.python.org/2/library/exceptions.html',
    'http://docs.python.org/2/reference/expressions.html',
    'http://docs.python.org/2/tutorial/classes.html',
    'http://docs.python.org/2/faq/programming.html',
    'http://wiki.python.org/moin/BeginnersGuide',
    'http://www.python.org/dev/peps/pep-0008/',
    'http://stackoverflow.example.com/questions/{n}17{n}/{v}-python',
    'http://pastebin.example.com/{v}{n}',
  ],
  any: ['http://www.example.org/notes/{n}', 'http://wiki.example.org/{v}', 'http://www.example.com/q/{n}0{n}'],
} as const;
