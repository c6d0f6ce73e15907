/**
 * What people write in a forum, by what it is about: how a thread is called, how it begins, and what others answer. Gaps are those of
 * text-words.ts; beside them `about` is what it is about, `raw` code or a message of Python, `err` that message's name.
 */

/** Patterns of posts about one kind of thing. */
export interface Talk {
  readonly title: readonly string[];
  readonly open: readonly string[];
  readonly answer: readonly string[];
}

// prettier-ignore
export const TALKS = {
  problem: {
    title: [
      '{about}', 'Stuck on {about}', '{about}: hint please', 'Help with {about}', 'Question about {about}', '{about} - wrong answer', 'Clarification of {about}',
      '{about}?', 'Hint for {about}?', '{about}: what is wrong?', "Don't get {about}", 'Is {about} broken?', 'Different result in {about}', '{about}, last part',
    ],
    open: [
      "I'm stuck on {about}.", 'Can somebody give me a hint for {about}, please?', 'I get {n} for {about} and the grader wants something else.',
      'What exactly does {about} ask for?', 'I have used all but one attempt on {about}.', 'In {about}, do we have to round?', 'My answer to {about} is marked wrong.',
      'Just a quick question about {about}.', 'Is there a typo in {about}?', 'I spent {n} minutes on {about} and still no green check.', "I don't understand {about} at all.",
      'Please help me with {about}.', '{about} works for me on paper, but not here.', 'Does {about} mean the first or the last one?', 'I passed {about}, but I do not know why.',
      'Am I the only one who finds {about} {quality}?', 'For {about} I {did} {thing}.', 'Could staff check {about}?',
    ],
    answer: [
      'For {about}, {do} {thing} first.', 'Read {about} again, the second sentence.', 'I had the same with {about}.', '{about}: think about {thing}.', 'No, {about} is right as it stands.',
      'You do not need {thing} for {about}.', 'Hint for {about}: {do} {thing}.', 'In {about} you only have to {do} {thing}.', 'Same here, until I {did} {thing}.', 'It must be exact in {about}.',
      'Try {about} with small numbers.', 'Without giving away {about}: {claim}.', 'Do {about} by hand for {n}.', 'Do not round in {about}.', 'I think {about} wants {thing}.',
    ],
  },
  lecture: {
    title: [
      '{about}', 'Question on {about}', '{about}, minute {n}', 'Mistake in {about}?', '{about} too fast', 'Did not get {about}', 'Slides for {about}?', '{about}: one thing',
      'Transcript of {about}', 'Loved {about}', '{about} - why?',
    ],
    open: [
      'In {about}, about minute {n}, {claim}?', 'Why does the professor {do} {thing} in {about}?', "I watched {about} twice and still don't get it.", 'Is there a mistake in {about}?',
      'The transcript of {about} is out of step.', 'Where can I download the slides of {about}?', 'Can somebody please explain {about} in other words?', '{about} was really {quality}.',
      'I have just watched {about}.', 'At {n} seconds into {about} I got lost.', 'What does he mean in {about} by {thing}?', 'After {about} I {did} {thing}.', 'In {about} he says that {claim}.',
    ],
    answer: [
      'He explains it again in {about}.', 'Watch {about} at half speed.', 'The slides of {about} are below the video.', 'In {about} he means {thing}.', 'That part of {about} is optional, I think.',
      'I read the transcript of {about} instead.', 'The next video makes {about} clear.', '{about} was {quality} for me too.', 'As I understand {about}, {claim}.', 'Chapter {week} of the textbook has {about} as well.',
    ],
  },
  deadline: {
    title: ['Deadline', 'Deadline for {about}?', 'Extension?', 'When is {about} due?', 'Missed the deadline', 'Time zone of the deadline', 'Late with {about}', 'Due date', 'UTC or local time?'],
    open: [
      'When exactly is {about} due?', 'Is the deadline for {about} in UTC?', 'Could we please get more time for {about}?', 'I missed the deadline of {about} by {n} minutes.', 'Work kept me from {about} this week.',
      'I joined late, can I still do {about}?', 'Will the deadline be extended?', 'My clock says that {about} is still open.', 'Does {about} close at midnight?', 'Is {about} lost if I hand it in tomorrow?',
    ],
    answer: [
      'It is UTC, see the course info page.', '{about} closes at midnight UTC.', 'No extensions, as far as I know.', 'The lowest score is dropped anyway.', 'The due date is shown next to {about} in the sidebar.',
      'I asked staff about {about} too: no.', 'You can still do {about}, it just does not count.', 'Check the calendar, it is there.', "Don't worry, one week does not matter that much.",
    ],
  },
  certificate: {
    title: ['Certificate', 'Certificates?', 'What do I need to pass?', 'Passing grade', 'How is the grade made up?', 'When do we get certificates?', 'Progress page'],
    open: [
      'When will certificates be out?', 'How many percent do I need for the certificate?', 'Do the exercises of lectures count for the certificate?', 'My progress page shows {n} percent.', 'Is there still a chance to pass?',
      'Which name is printed on the certificate?', 'Does the exam count more than the homework?', 'Can I audit the course and still get a certificate?', 'The progress page does not show {about}.',
    ],
    answer: [
      'See the syllabus, it is all there.', 'A week or two after the end, I think.', 'It is the name in your profile.', 'You need {n} percent or so.', 'The progress page is updated with some delay.', 'Mine shows the same, just wait.',
      'You can pass without {about}.', 'Look at the grading policy on the info page.', 'The exam counts more than all the rest.',
    ],
  },
  grader: {
    title: ['Grader', 'Grader is wrong?', 'Grader does not accept {about}', 'Stuck in the queue', 'Correct answer marked wrong', '{about}: grader', 'No green check', 'Grader slow today?', 'Check button'],
    open: [
      'The grader does not accept my answer to {about}.', 'I am sure {about} is right, but I get a red cross.', 'My submission for {about} has been in the queue for {n} minutes.', 'Is the grader down?', 'The check button for {about} does nothing.',
      'Does the grader want decimals in {about}?', 'I get no message from the grader, just a cross.', 'Please check the grader of {about}.', 'The grader took away an attempt although nothing was marked.',
    ],
    answer: [
      'Reload the page and check {about} again.', 'It was slow for me too, just wait.', 'The grader is right, {do} {thing}.', 'Mind the blanks in {about}.', 'Copy it to a plain editor first.', 'Works now for me.', 'The grader is fine here, maybe your browser?',
      'Submit {about} again, it is marked now.', 'It wants exactly what {about} says.',
    ],
  },
  video: {
    title: ['Video', 'Video does not play', '{about} not loading', 'Sound problem', 'Download of {about}?', 'Video stops', 'Subtitles missing', 'YouTube blocked here', 'No sound in {about}'],
    open: [
      'The video of {about} does not play for me.', '{about} stops after {n} seconds.', 'There is no sound in {about}.', 'Can we download {about}?', 'YouTube is blocked where I work.', 'The subtitles of {about} are gone.', 'The speed button resets in {about}.',
      'I only get a black box for {about}.', 'Is anybody else having trouble with the videos?',
    ],
    answer: [
      'Try another browser for {about}.', 'It plays fine here.', 'Clear your cache, that fixed {about} for me.', 'There is a download link below {about}.', 'Chrome works, Firefox did not.', 'Switch off your ad blocker.', 'Use the transcript meanwhile.', 'Same problem with {about} here.',
    ],
  },
  error: {
    title: ['{err}', '{err} in {about}', 'What does {err} mean?', 'Getting {err}', 'Strange {err}', '{about}: {err}', 'Why {err}?', 'Help! {err}', '{err}, please help'],
    open: [
      'I get this in {about}:{raw}', 'My code for {about} gives me{raw}', 'Please help, python says{raw}', "What does this mean?{raw}", 'It works in IDLE, but the grader tells me{raw}', 'Every time I run {about}:{raw}', 'Line {n} gives{raw}', 'Just got this one:{raw}',
      'In {about} I keep getting{raw}', 'The shell prints{raw}', 'No idea where this comes from:{raw}', 'After I {did} {thing} I get{raw}', 'Anybody seen this before?{raw}',
    ],
    answer: [
      'Print it just before that line and you will see.', 'You have a typo in the name.', 'Probably your loop goes one too far.', 'Check your indentation, tabs and spaces do not mix.', 'That means it is None: your function does not return anything.', 'A colon is missing in the line above.',
      '{err} comes from the line before, I think.', 'Look it up here: {url}', '{err} is explained here: {url}', 'You call it before it is defined.', 'Is the list empty?', 'Convert it with int() first.', 'I had {err} too, it was a bracket.', 'Restart the shell, then run it again.',
    ],
  },
  code: {
    title: ['My code for {about}', 'Why does this loop?', 'What does this line do?', '{about}: where is my bug?', 'Code works in IDLE, not here', 'Is this good style?', 'Returns None', 'Infinite loop in {about}', '{about} - almost there', 'Python question', 'One line I do not get'],
    open: [
      'Why does this not work?{raw}', 'Can somebody explain this line, please?{raw}', 'Something like this for {about} runs forever:{raw}', 'Is there a better way to write this?{raw}', 'For {about} I started with{raw}', 'This prints nothing:{raw}', 'I thought this would work:{raw}',
      'Just to be sure, what does python do here?{raw}', 'What is the difference to this?{raw}', 'Not the real code, but like this:{raw}', 'My function for {about} returns None.', 'My code for {about} passes all tests but one.', 'The code for {about} works in IDLE, but not in the grader.',
    ],
    answer: [
      'Try this:{raw}', 'In Python you can just write{raw}', 'I would use{raw}', 'What do you get for{raw}', 'You print it, but the grader wants a return.', 'Put the return outside the loop.', 'Your counter never changes, so the loop does not end.', 'Step through it here: http://www.pythontutor.com/visualize.html', 'See {url}', 'Like this, for example:{raw}',
      'Test it with an empty list.', 'Please do not post whole solutions, but that line is fine.', 'It is in the docs: {url}', 'The code is fine, {about} wants another name for the function.',
    ],
  },
  install: {
    title: ['Python', 'Installing Python', 'Which version of Python?', 'IDLE does not start', 'Python 3?', 'Python on a Mac', 'Import error', 'Windows 8 and python', 'Which editor?'],
    open: [
      'Which version of python do we need?', 'IDLE does not start on my laptop.', 'Can I use Python 3 for the psets?', 'I installed python, but where is the shell?', 'Which editor do you use?', 'Python works at work, but not at home.', 'import does not find the module.', 'Please help, I cannot install python on my Mac.',
    ],
    answer: [
      'Use the version from the course page.', 'Start it from the Applications folder.', 'See http://wiki.python.org/moin/BeginnersGuide/Download', 'Any editor will do.', 'Put both files into the same folder.', 'Python 3 prints in another way, better take 2.7.', 'Reinstall python and reboot, that helped here.',
    ],
  },
  exam: {
    title: ['Exam', 'Exam: how long?', 'What will be on the exam?', 'Practice exam', 'Exam timer', 'Midterm', 'Preparing for the exam', 'Exam question'],
    open: [
      'How long is the exam?', 'Is the exam open book?', 'What will be on the exam?', 'Can we stop the exam and go on later?', 'Is there a practice exam?', 'I found the exam really {quality}.', 'Does the exam cover {about}?', 'When do we get the answers to the exam?', 'How do you prepare for the exam?',
    ],
    answer: [
      'It covers everything up to {about}, I guess.', 'Do the exercises again, the exam is like that.', 'Once you start the exam, the clock runs.', 'Open book, as staff said.', 'Last time the exam was fine.', 'Answers come after it closes.', 'I just did the homework again before the exam.', 'Please do not discuss the exam before it closes.',
    ],
  },
  hello: {
    title: ['Hello', 'Hi all', 'Introduction', 'Hello from {place}', 'New here'],
    open: ['Hi, I am from {place}.', 'Hello everybody, greetings from {place}.', 'I am {n2} and live in {place}.', 'My first online course.', 'I work in an office in {place}.', 'I study in {place}.', 'Hi from {place}, nice to meet you all!', 'I want to change jobs, so here I am.', 'Retired, from {place}, and curious.'],
    answer: ['Welcome!', 'Hi, I am from {place} too.', 'Hello from {place}!', 'Hi all, {place} here.', 'I am {n2}, from {place}.', 'First course for me as well.', 'Good luck to all of you, from {place}.', 'Hi from {place}, I hope to finish this time.', 'Student in {place} here.'],
  },
  group: {
    title: ['Study group?', 'Study group in {place}', 'Anyone from {place}?', 'Looking for study buddies'],
    open: ['Anybody from {place} who wants to meet?', 'Is there a study group in {place}?', 'Looking for two or three people to do {about} with.', 'We meet on Sundays in {place}.', 'Does anybody want to work on {about} together?'],
    answer: ['I would join.', 'Count me in!', 'I am in {place}, too far I guess.', 'Same time zone here, let us do it.', 'I am in, which day?', '{place} here, please add me.', 'Is there a chat for this?', 'We are three in {place} already.'],
  },
} as const satisfies Readonly<Record<string, Talk>>;

/** What goes on in any post, and what others say of one. */
// prettier-ignore
export const SAYINGS = {
  story: [
    'I {did} {thing}, but {thing} {failed}.', 'I {did} {thing} {when}.', 'First I {did} {thing}, then {thing}.', 'So far I {did} {thing}.', 'I already {did} {thing}.', 'Then I {mistake}.', 'I think I {mistake}.', 'For {n} {it} {failed}.', 'With {n} {it} {failed}, with {n} not.',
    '{person} had the same.', 'My {noun} {failed} {when}.', 'Maybe {thing} {is} {quality}?', 'I also {did} {thing}.', 'Do I need {thing}?', 'Should I {do} {thing}?', 'Or must {thing} be {quality}?', 'The hint is {quality}.', 'Expected {n}, got {n}.', 'It worked {when}.', 'On paper I get {n}.', 'Watched the video again.',
    'Already searched the forum.', 'Perhaps I {mistake}.', 'Tried to {do} {thing}.', '{thing} {seems} {quality}.', 'Why must {thing} be {quality}?', 'I am new to this.', 'It is {quality}.', '{told}.', '{time} {told}.', 'Yesterday {it} {failed}.', 'Tried it {n} times.', 'I have one attempt left.', 'Only two attempts left!', 'Same result every time.',
    'The transcript does not help.', 'The textbook says nothing.', 'Page {n} of the textbook is {quality}.', 'Reloading did not help.', 'In Chrome and in Firefox.', 'On my phone {it} {failed}.', 'My browser is up to date.', 'This is my first course.', 'I must be blind.', 'It looks so {quality}.', 'I feel stupid.', 'It is driving me mad.',
    'I read the question {n} times.', 'It says {n} points, I have {n}.', 'I am on week {week}.', 'Week {week} was {degree} {quality}.', 'The last one is {quality}.', 'The first part is fine.', 'Part two {failed}.', 'Only the last part is wrong.', 'The second box is green.', 'My result is {n}.', 'I get {n} or {n}.', 'Is {n} too small?', 'Must it be an integer?',
    'Is it about {thing}?', 'Somebody wrote about {thing}.', 'Staff, please have a look.', 'I just want to understand it.', 'Not sure about {thing}.', 'Without {thing} {it} {failed}.', 'With {thing} {it} {failed}.', 'Something is {quality} here.', 'It has to do with {thing}, right?', '{thing} {was} fine {when}.', 'I looked up {thing}.', 'May I {do} {thing}?',
    'My notes say {n}.', 'No answer from staff yet.', 'It took {n} minutes.', 'Still the same.', 'This is just {degree} {quality}.', 'Asked {person}, no idea either.', 'After lunch {it} {failed}.', 'I can live with that, but I want to know why.', 'In the lecture it was {quality}.', 'The example is {quality}, mine is not.', 'Really strange.',
  ],
  close: [
    'Thanks!', 'Thank you.', 'Please help.', 'Any hint?', 'What am I missing?', 'Thanks in advance.', 'Any help would be great.', 'Anybody else?', 'Is it just me?', 'What am I doing wrong?', 'Please, just a hint, no solution.', 'Help!', 'Any ideas?', 'I am lost.', 'Thank you for your time!', 'Sorry for the long post.', 'Cheers',
    'Edit: it works now, I {mistake}.', 'Never mind, it works now.', 'Solved it, thanks anyway.', 'EDIT: found it.', 'Really appreciate it.', 'Please answer soon, only one attempt left.', 'Please move this if it is in the wrong place.',
  ],
  end: [
    'Hope that helps!', 'Good luck!', 'Hope this helps.', 'Does that help?', 'Let us know.', 'That did it for me.', 'Worked for me.', 'At least that is how I did it.', 'Not sure, though.', 'HTH', 'Just my two cents.', 'Correct me if I am wrong.', 'It took me {n} tries too.', 'You are nearly there.', "Don't give up!", 'Then it should work.', 'Please tell us if it works.',
  ],
  comment: [
    'Thank you, that helped.', 'Thanks a lot!', 'Thanks, got it now.', 'It works now, thank you!', 'Works now.', 'Same here.', '+1', 'That was it, thanks!', 'Thanks, {about} is clear now.', 'I had the same question about {about}.', 'Great, now I see what {about} is about.', 'Ah, I {mistake}!', 'Thanks! I just {mistake}.',
    'Not for me: {about} {failed} again.', 'Could you please say more on {about}?', 'I {did} {thing} as you say, and {it} {failed}.', 'But {claim}, or not?', 'Good point about {about}.', 'OK, so {claim}?', 'I think {person} said the same.', 'Really? I {did} {thing} and {it} {failed}.', 'You saved my day!', 'Makes sense, thanks.',
    'Exactly what I needed.', 'And what about {thing}?', 'Sorry, I still do not see it.', 'Please do not post solutions.', 'I tried that already.', 'This should be pinned.', 'Thank you so much, I was stuck on {about} for {n} minutes.', 'Where is that in the lecture?', 'Perfect!', 'So {thing} {is} {quality}? Good to know.', 'Just what I was looking for.', 'Can staff confirm this?',
    'Did you {do} {thing} too?', 'I got {n}, and you?', 'Oh, of course. Thanks.', 'Thanks for the link.', 'It still does not work for {about}.', 'Finally the green check, thank you.', 'Yes, {about} is {quality}.', 'No, that is only for {thing}.', 'Which {noun} do you mean?',
  ],
  /** What is pasted into posts about other things too, by those who program. */
  pasted: [
    'My line is{raw}', 'See {url}', 'I found this: {url}', 'Right now I have{raw}', 'More on this at {url}', 'Here is the part that I mean:{raw}', 'It is like{raw}', '{url}', 'This page helped me: {url}', 'Just try{raw}', 'In python:{raw}', 'For comparison:{raw}',
  ],
  place: [
    'Bangalore', 'Madrid', 'Lagos', 'São Paulo', 'Texas', 'Kyiv', 'Toronto', 'Manila', 'Warsaw', 'Cairo', 'Mexico City', 'Boston', 'Mumbai', 'London', 'Athens', 'Bogotá', 'Jakarta', 'Berlin', 'Delhi', 'Nairobi', 'Moscow', 'Lima', 'Istanbul', 'California', 'Karachi', 'Lisbon', 'Ohio', 'Dublin', 'Hanoi', 'Seoul',
  ],
} as const;
