/** Places between two favourites in a list. A prime above the length of every list, so that each word is reached. */
export const STRIDE = 101;

export const EMOJI = ['😅', '🎉', '👋🏽', '🙂', '👍', '🤔', '☕', '🙏🏽'] as const;

/** Lists of words and patterns. In braces: a gap for one of another list; `n` is a number. */
// prettier-ignore
export const LISTS = {
  sentence: [
    '{opener} {claim}.',
    '{opener} {claim}, {link} {claim}.',
    '{claim}, {link} {claim}.',
    '{claim}.',
    'I {tried} {thing} {when}, {link} {claim}.',
    'My {part} {failed} {when} because I {mistake}.',
    'I {mistake}, so {thing} {failed}.',
    '{time} I {tried} {thing} and {tried} {thing} again.',
    '{person} said that {claim}.',
    'As {person} wrote in the forum, {claim}.',
    'For me {thing} is {quality}, {link} {thing} is {quality}.',
    'Think of {picture}: {claim}.',
    'Every {part} is like {picture}, {link} {claim}.',
    'It took me {n} minutes to see that {claim}.',
    'With {n} items {thing} is {quality}, with {n} thousand it is {quality}.',
    'Has anybody else noticed that {claim}?',
    'Why would {thing} be {quality} if {claim}?',
    'If {claim}, then {claim}.',
    'I would {advice} before I {advice}.',
    'My advice is to {advice}, and then to {advice}.',
    'What I call {thing} here is what the lecture calls "{part}".',
    "I don't see why {thing} should be {quality}.",
    'First {advice}, then {advice}, and {when} {advice}.',
    'After line {n} my {part} {failed}.',
  ],
  opener: [
    'I think that', 'In my opinion', 'To me it seems that', 'I guess', 'In other words,', 'On the other hand,', 'Of course',
    'For example,', 'As far as I can tell,', 'It turned out that', 'Looking back,', 'At first I thought that', 'Now I see that',
    'Honestly,', 'In short,', 'I was surprised that', 'The lecture says that', '{person} thinks that', 'Sometimes',
    'I have learned that', 'It is clear that', "I'm not sure, but", 'Most of the time', 'What I like is that',
  ],
  claim: [
    '{thing} is {quality}', '{thing} seems {quality} to me', '{thing} is {more} than {thing}', '{thing} has nothing to do with {thing}',
    '{thing} makes {thing} {quality}', 'nobody needs {thing} for {thing}', '{thing} {failed} {when}', 'you can {advice} {when}',
    'it helps to {advice}', 'one should {advice}', '{thing} is only {picture}', 'we use {thing} every day',
    "it's {more} to {advice} than to {advice}", '{thing} depends on {thing}', 'I like {thing} more than {thing}',
    "{thing} isn't {quality}", '{thing} has to come before {thing}', '{thing} and {thing} are two sides of {picture}',
    '{thing} can be explained with {picture}', '{n} tests are {more} than {n}', 'I still have to {advice}',
  ],
  link: [
    'but', 'and', 'so', 'because', 'although', 'while', 'since', 'even if', 'as long as', 'which shows that', 'and I believe that',
    'unless', 'whereas', 'but then', 'and so',
  ],
  thing: [
    'the loop', 'recursion', 'the second definition', 'a good name', 'the base case', 'the empty list', 'the algorithm', 'my {part}',
    'every {part}', 'a small test', 'the exercise with the {part}', 'the example with {n} numbers', 'drawing {picture}', 'the grader',
    'the last problem', "the professor's version", 'the debugger', 'a dictionary', 'the order of the lines', 'the running time',
    'the first {part}', 'a well written {part}', 'copying the list', 'the return value', 'reading the error message', 'the textbook',
    'the video about the {part}', 'working on paper', 'a plan', 'the input', 'the proof', 'guessing', 'bisection', 'the naïve solution',
    'this week', 'the homework', 'abstraction', 'the rubric',
  ],
  part: [
    'function', 'program', 'variable', 'class', 'counter', 'list', 'string', 'test', 'loop', 'condition', 'definition', 'index',
    'method', 'parameter', 'module', 'solution', 'answer', 'search', 'table', 'tuple', 'call', 'branch', 'sort',
  ],
  quality: [
    'clear', 'too slow', 'hard to read', 'correct', 'easy once you see it', 'confusing', 'simple', 'a bit long', 'wrong for large inputs',
    'useful', 'elegant', 'better than it looks', 'worth the effort', 'fast enough', 'more general', 'boring', 'difficult at first',
    'surprising', 'not what I expected', 'important', 'easy to forget', 'harder to test', 'almost a cliché', 'cheap', 'unnecessary',
    'quite natural', 'impossible to debug', 'shorter',
  ],
  more: ['easier', 'clearer', 'faster', 'harder', 'more useful', 'safer', 'shorter', 'better', 'more fun', 'slower', 'nicer'],
  tried: [
    'tested', 'rewrote', 'looked at', 'read about', 'drew', 'changed', 'explained', 'wrote down', 'forgot', 'checked', 'compared',
    'thought about', 'started with', 'worked on', 'gave up on',
  ],
  failed: [
    'never ended', 'gave the wrong answer', 'crashed', 'worked', 'returned None', 'was off by one', 'printed nothing', 'got slower',
    'made no sense', 'finally passed', 'stopped too early', 'raised an error', 'was right by luck',
  ],
  mistake: [
    'forgot to change the counter', 'mixed up two names', 'started at one', 'missed a bracket', 'compared the wrong values',
    'changed the list inside the loop', 'used the same name twice', 'did not return anything', 'divided two ints', 'indented one line too far',
    'ignored the empty case', 'read the question too fast', 'copied line {n} by hand', 'trusted my {part}', 'printed it instead',
  ],
  advice: [
    'draw every call on paper', 'test the empty list first', 'write the {part} again', 'choose better names', 'take a break', 'read the error message',
    'start with a small {part}', 'split the {part} in two', 'ask in the forum', 'look at {thing}', 'count the steps', 'try {n} by hand',
    'watch the video again', 'explain it to a friend', 'remove the {part}', 'write the test before the {part}', 'print the {part}',
    'think about {thing}', 'keep it short', 'compare it with {thing}', 'look for {picture}', 'go for a walk',
  ],
  picture: [
    'a recipe for a very patient cook', 'a box with a label', 'a pile of plates', 'a phone book', 'a train on a circle', 'a map of the city',
    'Russian dolls', 'a queue at the bakery', 'a pair of scales', 'a tree upside down', 'two mirrors', 'a shopping list', 'a library card',
    'the same coin', 'a set of drawers', 'a letter in an envelope', 'a café with {n} tables', 'a game of cards', 'a garden hose',
    'a clock with {n} hours', 'a knitting pattern', 'a football league',
  ],
  when: [
    'in the end', 'at once', 'on the second try', 'most of the time', 'after a while', 'without any help', 'last night', 'on the train',
    'at work', 'every time', 'after {n} tries', 'before lunch', 'in week {n}', 'with larger numbers', 'this morning', 'for once', 'by accident',
  ],
  time: [
    'Yesterday', 'Last week', 'On Sunday', 'At first', 'This morning', 'Twice', 'For {n} minutes', 'During the break', 'After the video',
    'Before the deadline', 'Late at night', 'Again and again', 'In the evening', 'Then',
  ],
  person: [
    'Zoë', 'José', 'Łukasz', 'François', 'Søren', 'Ana', 'my brother', 'Jürgen', 'Priya', 'the TA', 'Mehmet', 'Chloé', 'Ivan', 'somebody',
    'Nguyễn', 'my teacher', 'Renée', 'Tom', 'Ayşe', 'a colleague', 'Dvořák',
  ],
} as const;
