/** Places between two favourites in a list. A prime above the length of every list, so that each word is reached. */
export const STRIDE = 211;

export const EMOJI = ['😅', '🎉', '👋🏽', '🙂', '👍', '🤔', '☕', '🙏🏽'] as const;

/**
 * Lists of words and patterns that fit any course. In braces: a gap for one of another list, for a word of the vocabulary, or for a verb that
 * agrees with what stands before it; `n` is a number, `week` a week of the course. A star: there are several of it. What is used often
 * has few fixed words in a row, so that few texts share any.
 */
// prettier-ignore
export const LISTS = {
  sentence: [
    '{claim}.', '{lead} {claim}.', '{claim}, {link} {claim}.', '{lead} {claim}, {link} {claim}.', '{told}.', '{told}, {link} {claim}.',
    '{time} {told}.', '{claim}; {claim}.', '{time} {told}, {link} {told}.', '{lead} {claim}: {claim}.', '{claim} {when}.',
    'When {claim}, {claim}.', 'If {claim}, {claim}.', '{whole}', '{lead} {told}.',
  ],
  /** The first sentence of a text about a task; `title` is what that is called. */
  beginning: [
    '"{title}": {claim}.', '{told}, and so I chose {thing}.', 'My example for "{title}" is {thing}.', 'My topic is {thing}.',
    'I will write about {thing}.', '{claim}. {lead} {claim}.', 'This text describes {thing}.', 'Reading "{title}", I {did} {thing}.',
    '{thing}: that was my first idea.', '{time} {told}.', 'I picked {thing} because {claim}.', 'Let me start with {thing}.',
    'For "{title}" {someone} {modal} {do} {thing}.', '{lead} {claim}.', 'What comes to mind first? {thing}.', '{claim}, {link} {claim}.',
    'My answer to "{title}": {thing}.', 'Everybody knows {thing}.', 'In this essay {someone} {modal} {do} {thing}.', '{told}.',
    'Imagine {thing}.', 'Take {thing}.', '{lead} {told}.', 'About "{title}": {claim}.', 'First of all, {claim}.', 'Consider {thing}, {link} {claim}.',
    '"{title}" made me {do} {thing}.', '{thing} {is} my subject here.', 'Why {thing}? Because {claim}.', 'I took {thing}, {link} {told}.',
  ],
  lead: [
    'I think', 'I guess', 'In my opinion', 'To me,', 'Honestly,', 'So', 'But', 'Also,', 'Of course', 'For example,', 'In short,', 'I believe',
    'I know that', 'I feel that', 'It seems', 'Maybe', 'Perhaps', 'Usually', 'Sometimes', 'In fact', 'Actually,', 'Basically,', 'In general,',
    'Looking back,', 'For me', 'I learned that', 'I noticed that', 'I hope', 'I would say', 'Then again,', 'On top of that,', 'Next,', 'Finally,',
    'Second,', 'As a result', 'This means', 'My guess is', 'Clearly', 'After all,', 'In other words,', 'By the way,', 'Well,', 'Really,',
    'No doubt', 'And', 'However,', 'Still,', 'Even so,', 'Often', 'Most days', 'At work', 'At home', '{person} says', '{person} thinks',
    'In practice', 'In theory', 'Here', 'There', 'Personally,', 'To be fair,', 'Strangely,', 'Luckily', 'Of all things,', 'Above all,',
  ],
  claim: [
    '{thing} {is} {quality}', '{thing} {is} {quality}', '{thing} {is} {degree} {quality}', '{thing} {isnt} {quality}', '{thing} {is} {more} than {thing}',
    '{thing} {makes} {thing} {quality}', '{thing} {needs} {thing}', '{thing} {seems} {quality}', '{thing} {looks} {quality}',
    '{thing} {depends} on {thing}', '{thing} helped {when}', '{thing} {comes} before {thing}', '{thing} {gives} {thing}', '{thing} {has} {thing}',
    '{someone} {modal} {do} {thing}', '{someone} {modal} {do} {thing}', '{someone} {modal} {do} {thing} {when}', '{someone} {modal} just {do} {thing}',
    '{someone} {modal} {do} {thing} and {do} {thing}', "it's {more} to {do} {thing}", 'it is {quality} to {do} {thing}',
    '{thing} {is} just {thing}', '{thing} {was} {quality} {when}', '{thing} worked {when}', '{thing} {works} with {thing}',
    'without {thing} {someone} {modal} {do} {thing}', 'with {thing} {someone} {modal} {do} {thing}', 'there is {thing} in {thing}',
    'nobody {modalone} {do} {thing}', 'everybody {modalone} {do} {thing}', 'it pays to {do} {thing}', 'doing {thing} is {quality}',
    '{thing} {changes} {thing}', '{thing} {takes} {n} minutes', '{thing} {goes} with {thing}', '{thing} {stays} {quality}', '{thing} {means} {thing}',
    '{someone} cannot {do} {thing}', 'this is {quality} because {thing} {is} {quality}',
  ],
  told: [
    'I {did} {thing}', 'I {did} {thing} {when}', 'I {did} {thing} and {did} {thing}', 'I just {did} {thing}', 'my {noun} {failed}', 'my {noun} {failed} {when}',
    'I {mistake}', '{person} {did} {thing}', 'we {did} {thing} {when}', 'I {did} {thing} again', 'I never {did} {thing}', 'I almost {did} {thing}',
    'my first {noun} {failed}', 'I {did} {thing} {n} times', 'I {mistake}, so {thing} {failed}', 'I also {did} {thing}', 'it took {n} minutes',
    'I tried to {do} {thing}', 'I wanted to {do} {thing}', 'I had to {do} {thing}', 'I really {did} {thing}', 'I {did} {thing} with {person}',
    'I {did} what {person} {did}', '{it} {failed} {when}', '{thing} {failed} {when}', '{person} helped me to {do} {thing}', 'somehow I {did} {thing}',
  ],
  /** Sentences that people do not vary: each is rare. */
  whole: [
    'That is all I can say about it.', 'I am not sure that this is the best way, though.', 'A picture would explain it better.',
    'This is only my opinion, of course.', 'I hope that makes sense.', 'Sorry for my English.', 'At school we learned it in another way.',
    'It is the same in real life.', 'A computer does exactly what it is told.', 'There is more than one way to do it.', 'Practice makes perfect.',
    'The devil is in the details.', 'My kids do this without thinking.', 'Cooking is a good comparison here.', 'Anyone who has followed a map knows this.',
    'Think of a phone book.', 'Like a train timetable, in a way.', 'Making tea has more steps than you would expect.', 'Small steps get you there too.',
    'The same goes for driving a car.', 'A checklist does the job.', 'My job is a long list of such things.', 'Order matters here.', 'And it has to end at some point.',
    'Somebody who has never done it would get lost.', 'You only notice when it goes wrong.', 'That took me a while to see.', 'No step may be left out.',
    'The tricky part is knowing when to stop.', 'A café does this a hundred times a day.', 'In the end it all comes together.', 'It pays to check twice.',
    'I could go on, but there is a word limit.', 'This week was harder than the last one.', 'Week {week} was the best so far.', 'I liked week {week} more.',
    'Let me give an example.', 'Here is what I mean.', 'Of course there are exceptions.', 'Both have their place.', 'It is not as simple as it sounds.',
    'My grandmother would not agree.', 'You get used to it.', 'Nobody is born knowing this.', 'I changed my mind while writing this.', 'Time will tell.',
    'I learned that the hard way.', 'A second pair of eyes is worth a lot.', 'It is all about breaking things into smaller pieces.', 'Then you start over.',
    'What happens if something is missing?', 'Who decides what comes first?', 'Is that always so? I doubt it.', 'Why not keep it simple?', 'What would be the alternative?',
    'How would you explain that to a child?', 'Does it matter? It does.', 'So where is the limit?', 'Garbage in, garbage out.', 'It is a naïve view, I admit.',
    'Please forgive me if this is obvious.', 'As the saying goes, measure twice and cut once.', 'My first draft was twice as long.', 'I wrote this on the bus.',
    'The forum gave me the idea for this.', 'Thanks for reading.', 'Thank you for grading this!', 'That is why I am taking this course.', 'I had fun writing this.',
  ],
  link: [
    'but', 'and', 'so', 'because', 'although', 'while', 'since', 'even if', 'as long as', 'as', 'until', 'unless', 'whereas', 'but then', 'and so',
    'and I think', 'which means', 'and maybe', 'but I think', 'so I guess', 'even though', 'because then', 'and then', 'just as', 'or else', 'if',
  ],
  thing: [
    'the {noun}', 'a {noun}', 'a {noun}', 'a {noun}', 'my {noun}', 'this {noun}', 'every {noun}', 'each {noun}', 'that {noun}', 'the {attribute} {noun}',
    'a {attribute} {noun}', 'another {noun}', 'the first {noun}', 'the last {noun}', 'one {noun}', 'the whole {noun}', 'the same {noun}', 'the next {noun}',
    '*the {nouns}', '*{nouns}', '*{nouns}', '*{nouns}', '*{attribute} {nouns}', '*our {nouns}', '*other {nouns}', 'any {noun}', 'our {noun}', 'some {noun}', 'your {noun}', '*your {nouns}', '*more {nouns}', '*my {nouns}', '*these {nouns}', '*all {nouns}', '*some {nouns}', '*two {nouns}',
    '*most {nouns}', '*many {nouns}', '{mass}', '{mass}', '{mass}', 'the {noun} of {person2}',
  ],
  mass: ['practice', 'homework', 'time', 'patience', 'help', 'the exam', 'the course', 'this week', 'the midterm', 'the forum', 'feedback', 'the deadline', 'writing', 'reading'],
  someone: ['I', 'you', 'we', 'people', 'students', 'most people', 'beginners', 'they', 'experts', 'you', 'we', 'I', 'many of us'],
  modal: [
    'can', 'can', 'should', 'have to', 'could', 'would', 'must', 'might', 'need to', 'want to', 'try to', 'never', 'often', 'usually', 'always', 'may',
    'rarely', 'will', 'really', 'still', 'cannot', 'like to', 'forget to', 'first', 'then', 'also',
  ],
  modalone: ['can', 'could', 'would', 'should', 'will', 'has to', 'needs to', 'wants to', 'might', 'must'],
  do: [
    'use', 'read', 'change', 'check', 'find', 'see', 'understand', 'explain', 'write', 'follow', 'compare', 'learn', 'try', 'test', 'look at', 'think about',
    'describe', 'start with', 'remember', 'repeat', 'choose', 'count', 'take', 'make', 'work on', 'solve', 'fix', 'give', 'ask for', 'watch', 'draw', 'skip', 'split',
    'name', 'keep', 'forget', 'show', 'review', 'finish', 'improve', 'copy', 'measure', 'question', 'plan', 'need', 'know', 'share', 'simplify', 'prepare', 'get',
  ],
  did: [
    'used', 'read', 'changed', 'checked', 'found', 'saw', 'explained', 'wrote', 'followed', 'compared', 'learned', 'tried', 'tested', 'looked at', 'thought about',
    'described', 'started with', 'remembered', 'repeated', 'chose', 'counted', 'took', 'made', 'worked on', 'solved', 'fixed', 'asked for', 'watched', 'drew',
    'skipped', 'split', 'kept', 'forgot', 'reviewed', 'finished', 'rewrote', 'copied', 'measured', 'planned', 'needed', 'understood', 'gave up on', 'printed',
  ],
  failed: [
    '{was} wrong', 'worked', 'made no sense', 'finally worked', 'took too long', '{was} fine', 'failed again', 'got worse', 'got better', 'helped', 'did not help',
    '{was} too long', 'went wrong', 'came out right', 'surprised me', 'confused me', '{was} not enough', 'changed everything',
  ],
  mistake: [
    'misread the question', 'forgot the units', 'rounded too early', 'mixed up two names', 'missed the deadline once', 'read too fast', 'skipped a step',
    'started too late', 'checked the wrong box', 'watched only half', 'guessed twice', 'overlooked the hint', 'lost my notes', 'answered too soon',
  ],
  quality: [
    'clear', 'easy', 'hard', 'important', 'useful', 'simple', 'good', 'great', 'wrong', 'right', 'confusing', 'difficult', 'interesting', 'different', 'long', 'short',
    'slow', 'fast', 'new', 'tricky', 'enough', 'better', 'boring', 'fun', 'nice', 'strange', 'surprising', 'obvious', 'helpful', 'correct', 'common', 'rare',
    'necessary', 'possible', 'impossible', 'worth it', 'elegant', 'hard to read', 'easy to forget', 'hard to explain', 'complicated', 'natural', 'safe',
    'dangerous', 'expensive', 'cheap', 'perfect', 'okay', 'almost a cliché',
  ],
  /** Before a noun. */
  attribute: [
    'simple', 'good', 'small', 'new', 'long', 'short', 'first', 'second', 'wrong', 'right', 'easy', 'hard', 'different', 'similar', 'big', 'other', 'clear', 'old',
    'whole', 'better', 'nice', 'real', 'single', 'correct', 'common', 'little', 'main', 'typical', 'complete', 'strange', 'missing', 'extra', 'obvious', 'careful',
    'proper', 'silly', 'final', 'early', 'everyday', 'empty', 'useful', 'difficult', 'interesting', 'good enough', 'well written', 'half finished', 'tricky',
  ],
  degree: ['really', 'very', 'quite', 'just', 'a bit', 'so', 'pretty', 'not', 'often', 'still', 'always', 'too', 'never', 'probably', 'usually', 'almost', 'rather'],
  more: ['easier', 'clearer', 'faster', 'harder', 'more useful', 'safer', 'shorter', 'better', 'more fun', 'slower', 'nicer', 'simpler', 'worse'],
  when: [
    'in the end', 'at once', 'most days', 'after a while', 'last night', 'on the train', 'at work', 'every time', 'after {n} tries', 'before lunch', 'in week {week}',
    'this morning', 'for once', 'by accident', 'at home', 'at first', 'again', 'later', 'every day', 'now and then', 'step by step', 'by hand', 'on paper',
    'right away', 'this week', 'before the exam', 'for now', 'these days', 'sooner or later', 'since week {week}', 'without help', 'in class',
  ],
  time: [
    'Yesterday', 'Last week', 'On Sunday', 'At first', 'This morning', 'Twice', 'For {n} minutes', 'Later', 'After the video', 'Before the deadline', 'Late at night',
    'In week {week}', 'In the evening', 'Then', 'Today', 'Once', 'On Friday', 'After work', 'Last year', 'As a child', 'At university', 'During lunch',
  ],
  person: [
    'Zoë', 'José', 'Łukasz', 'François', 'Søren', 'Ana', 'my brother', 'Jürgen', 'Priya', 'the TA', 'Mehmet', 'Chloé', 'Ivan', 'somebody',
    'Nguyễn', 'my teacher', 'Renée', 'Tom', 'Ayşe', 'a colleague', 'Dvořák', 'my wife', 'my son', 'a friend', 'the professor', 'my boss', 'my flatmate',
  ],
  person2: ['a friend', 'my brother', 'the TA', 'somebody else', 'the professor', 'a classmate', 'my teacher'],
  /** What is said of an essay by those who mark it: its own. */
  remark: [
    'Well argued, above all {about}.', 'Clear and to the point.', 'Some examples for {about} would help.', '{about} {comes} too late in the text.', 'Good job!',
    'I liked {about}.', 'The part on {about} is {quality}.', 'I would {do} {thing} in the second part.', 'Why would {about} be {quality}?', 'Nice {noun}, {degree} {quality}.',
    '{about} could be {more}.', 'Very good, just {do} {thing} too.', 'The {noun} is {quality}, the rest is {quality}.', 'More about {about}, less about {thing}, please.',
    "I don't see what {thing} {does} for {about}.", 'Nice work!', 'Hard to follow {when}.', 'The end is {quality}.', 'Please {do} {thing}.', 'Great essay, thanks!',
    'Short, but {quality}.', 'I really enjoyed reading this.', 'Please check your spelling.', 'It answers the question.', 'You forgot to {do} {thing}.',
    'Great point about {about}.', '{about} {is} {degree} {quality} here.', 'I would have liked to read more on {about}.', 'OK.', 'Good structure.', 'Not enough detail.',
    'You could {do} {thing} as well.', 'I agree with most of it.', 'Interesting idea, {link} {claim}.', 'I think you missed the question.',
  ],
} as const;

/** What those add who learn to program. */
// prettier-ignore
export const CODE_LISTS: Partial<Record<keyof typeof LISTS, readonly string[]>> = {
  mass: [
    'python', 'recursion', 'my code', 'the code', 'code', 'debugging', 'programming', 'indentation', 'the python shell', 'the grader', 'the pset', 'this code',
    'abstraction', 'testing', 'python code', 'the error message', 'the output', 'bisection search', 'python', 'IDLE', 'the finger exercise', 'your code',
  ],
  do: ['run', 'debug', 'call', 'print', 'return', 'define', 'code', 'loop over', 'sort', 'search', 'submit', 'implement', 'rename', 'rewrite', 'indent'],
  did: ['ran', 'debugged', 'called', 'defined', 'coded', 'looped over', 'sorted', 'submitted', 'implemented', 'renamed', 'deleted'],
  failed: [
    'never ended', 'crashed', 'returned None', '{was} off by one', 'printed nothing', 'raised an error', 'got slower', 'passed all tests', 'ran forever',
    'gave an IndexError', 'gave a SyntaxError', 'failed the last test',
  ],
  mistake: [
    'forgot to change the counter', 'started at one', 'missed a bracket', 'changed the list inside the loop', 'used the same name twice', 'forgot the return',
    'divided two ints', 'indented too far', 'ignored the empty list', 'printed instead of returning', 'forgot a colon', 'used = for ==', 'left out self',
    'reset the counter inside the loop', 'compared a string with a number',
  ],
  whole: [
    'Python is great for this.', 'The code would be about {n} lines long.', 'In Python that is one line.', 'In code it would be a while loop.', 'This is what a function is for.',
    'A variable is just a label on a box.', 'Russian dolls are recursion, more or less.', 'I wrote it in Python to be sure.', 'Computers count from zero, people do not.',
    'Every loop needs a way out.', 'My code is not pretty, but it runs.', 'The pset made me see it.', 'I come from Excel, so this is new to me.', 'Python does not forgive a missing colon.',
  ],
};
