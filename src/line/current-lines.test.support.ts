/** Made-up lines of today, one or more of every event type, as Python would print them. */
import { dumps } from './dumps.ts';
import type { Json } from './record.ts';

type Fields = { [key: string]: Json };

export const COURSE = 'course-v1:ExampleX+EX101+2026_Spring';
const ORG = 'ExampleX';
const BLOCK = 'block-v1:ExampleX+EX101+2026_Spring';
const block = (type: string, id: string) => `${BLOCK}+type@${type}+block@${id.repeat(32).slice(0, 32)}`;
export const PROBLEM = block('problem', 'a1');
const [VIDEO, UNIT, NEXT, SEQUENCE, ESSAY] = [
  block('video', 'b2'),
  block('vertical', 'c3'),
  block('vertical', 'd4'),
  block('sequential', 'e5'),
  block('openassessment', 'f6'),
];
const LMS = 'https://lms.example.net';
const APP = 'https://apps.example.net';
const FRAME = `${LMS}/xblock/${UNIT}?show_title=0&view=student_view`;
const ON_APP = `${APP}/learning/course/${COURSE}/${SEQUENCE}/${UNIT}`;
const UUID = '01234567-89ab-4cde-8f01-23456789abcd';
const HASH = 'AbCdEfGhIjKlMnOpQrStUvWxYz0=';
const VERSION = '0123456789abcdef01234567';

/** A number that Python prints with a point. */
const float = (text: string): string => `@${text}`;
const printed = (value: Json): string => dumps(value).replace(/"@([\d.]+)"/g, '$1');

interface Kind {
  readonly source?: 'browser' | 'server';
  readonly name: string;
  readonly alias?: string;
  readonly page?: string | null;
  readonly context: Fields;
  readonly request?: boolean;
  readonly time?: string;
}

/** A line of today; its keys in the order in which they are written. */
function line(
  { source = 'server', name, alias, page = null, context, request = true, time }: Kind,
  event: Json,
): string {
  const some = (value: string) => (request ? value : '');
  return printed({
    name: alias ?? name,
    context,
    username: some('anna'),
    session: some('0f1e2d3c4b5a69788796a5b4c3d2e1f0'),
    ip: some('2001:db8::7'),
    agent: some('Mozilla/5.0 (X11; Linux x86_64)'),
    host: some('lms.example.net:8000'),
    referer: some(`${APP}/`),
    accept_language: some('de,en;q=0.5'),
    event,
    time: time ?? '2026-03-05T10:11:12.000340+00:00',
    event_type: name,
    event_source: source,
    page,
  });
}

const user_id = 77;
const course = (of: string): Fields => ({ course_id: of, org_id: of && ORG, enterprise_uuid: '' });
const ofAny = (path: string, of = ''): Fields => ({ user_id, path, ...course(of) });
const ofCourse = (path: string): Fields => ({
  course_id: COURSE,
  course_user_tags: {},
  user_id,
  path,
  org_id: ORG,
  enterprise_uuid: '',
});

const sent = (name: string, payload: Json, page = FRAME, of = COURSE, alias?: string) =>
  line({ source: 'browser', name, page, context: ofAny('/event', of), ...(alias && { alias }) }, payload);
const browser = (name: string, payload: Json, page?: string, of?: string, alias?: string) =>
  sent(name, dumps(payload), page, of, alias);

const inHandler = (usage_key: string, handler: string): Fields => ({
  ...ofCourse(`/courses/${COURSE}/xblock/${usage_key}/handler/${handler}`),
  module: { display_name: 'B\u00e4ume', usage_key },
});
const handled = (name: string, payload: Fields, usage_key = PROBLEM, handler = 'xmodule_handler/problem_check') =>
  line({ name, page: 'x_module', context: { ...inHandler(usage_key, handler), asides: {} } }, payload);
const pastRuntime = (name: string, payload: Fields) =>
  line({ name, context: inHandler(PROBLEM, 'xmodule_handler/x') }, payload);
const answered = (name: string, payload: Fields, path: string, of = COURSE) =>
  line({ name, context: ofAny(path, of) }, payload);
const worked = (name: string, payload: Fields) => line({ name, context: course(COURSE), request: false }, payload);
const asked = (path: string, context: Fields, event: string) =>
  line({ name: path, context, time: '2026-03-05T10:11:12+00:00' }, event);

const ID = 'a1'.repeat(16);
const [FIRST, SECOND] = [`${ID}_2_1`, `${ID}_3_1`];
const FORM = `input_${FIRST}=h%C3%A9x&input_${SECOND}%5B%5D=choice_1&input_${SECOND}%5B%5D=choice_2`;
const ANSWERS = { [SECOND]: ['choice_1', 'choice_2'], [FIRST]: 'h\u00e9x' };
const entry = (correctness: string, queuestate: Json = null): Fields => ({
  correctness,
  npoints: null,
  msg: '',
  hint: '',
  hintmode: null,
  queuestate,
  answervariable: null,
});
const MAP = { [FIRST]: entry('correct'), [SECOND]: entry('partially-correct') };
const FRESH = {
  seed: 1,
  student_answers: {},
  has_saved_answers: false,
  correct_map: {},
  correct_map_history: [],
  input_state: { [FIRST]: {}, [SECOND]: {} },
  done: null,
};
const STATE = {
  ...FRESH,
  student_answers: ANSWERS,
  correct_map: MAP,
  correct_map_history: [{ [FIRST]: entry('incomplete', { key: 'k', time: '20260305101112' }) }, MAP],
  done: true,
};
const given = (answer: Json, response_type: string, input_type: string, correct: Json, variant: Json = ''): Fields => ({
  question: 'Which?',
  answer,
  response_type,
  input_type,
  correct,
  variant,
  group_label: '',
});
const checked: Fields = {
  state: FRESH,
  problem_id: PROBLEM,
  answers: ANSWERS,
  grade: 1.5,
  max_grade: 2,
  correct_map: MAP,
  success: 'correct',
  attempts: 1,
  submission: {
    [SECOND]: given(['oak', 'lime'], 'choiceresponse', 'checkboxgroup', true),
    [FIRST]: given('h\u00e9x', 'stringresponse', 'textline', '', 3),
  },
};

const player = { id: 'b2'.repeat(16), code: 'a-B_c4567_-', duration: 61.5 };
const at = { ...player, currentTime: 7 };
const shownAt = { ...player, code: 'hls', duration: null, current_time: 0.25 };
const tabs = { current_tab: 1, id: UNIT, tab_count: 3, widget_placement: 'top' };
const NEXT_SELECTED = 'edx.ui.lms.sequence.next_selected';
const PREVIOUS_SELECTED = 'edx.ui.lms.sequence.previous_selected';
const TAB_SELECTED = 'edx.ui.lms.sequence.tab_selected';
const HOME = `${APP}/learning/course/${COURSE}/home`;
const ofHome = { org_key: ORG, courserun_key: COURSE };

const bookmark = { bookmark_id: `anna,${UNIT}`, component_type: 'vertical', component_usage_id: UNIT };
const transaction = { event_transaction_id: UUID, event_transaction_type: 'edx.grades.problem.submitted' };
const whose = { user_id: String(user_id), course_id: COURSE };

const PDF_PAGE = `${LMS}/courses/${COURSE}/pdfbook/0/chapter/2/`;
const pdf = (what: string, payload: Fields) => {
  const name = `textbook.pdf.${what}`;
  return browser(
    name,
    { ...payload, chapter: '/asset-v1:ExampleX+EX101+2026_Spring+type@asset+block/Bees.pdf', name },
    PDF_PAGE,
  );
};
const search = { page: 4, query: 'K\u00f6nigin', caseSensitive: false, highlightAll: true, status: '' };

const post = { id: '0123456789abcdef01234567' };
const tail = {
  category_name: 'Week 1',
  category_id: 'general',
  url: `${APP}/`,
  user_forums_roles: ['Student'],
  user_course_roles: [],
};
const topic = { commentable_id: 'general' };
const target = { target_username: 'berta' };
const titled = { title_truncated: false, title: 'B\u00e4ume?' };
const body = { truncated: false, body: '<p>Lime?</p>' };
const forum = (what: string, payload: Fields) => answered(`edx.forum.${what}`, payload, '/api/discussion/v1/threads/');
const end = { ...post, ...tail };
const replies = ['Response', 'Comment'].flatMap((content_type) => {
  const what = content_type.toLowerCase();
  const reported = { discussion: post, body: '<p>No.</p>', truncated: false, ...topic, content_type };
  return [
    forum(`${what}.edited`, { ...target, own_content: true, content_type, edit_reason: null, ...topic, ...end }),
    forum(`${what}.deleted`, { body: '', ...topic, content_type, own_content: false, ...target, ...end }),
    forum(`${what}.reported`, { ...reported, ...target, ...end }),
    forum(`${what}.unreported`, { ...reported, reported_status_cleared: true, ...target, ...end }),
  ];
});
const reportedThread = { body: '', truncated: false, content_type: 'Post', ...topic };
const ofThread = { thread_type: 'discussion', group_id: 2, ...target, ...titled, ...end };

const essay = (name: string, payload: Fields) => handled(name, payload, ESSAY, 'submit');
const assessment = (score_type: string): Fields => ({
  feedback: '',
  rubric: { content_hash: '0123456789'.repeat(4) },
  scorer_id: '0'.repeat(32),
  score_type,
  scored_at: '2026-03-05T10:11:12+00:00',
  submission_uuid: UUID,
  parts: [
    { option: { name: 'Good', points: 3 }, criterion: { name: 'Plan', points_possible: 5 }, feedback: '' },
    { option: null, criterion: { name: 'Style', points_possible: 0 }, feedback: 'Clear.' },
  ],
});

/** Lines of every event type of today. */
export const CURRENT_LINES: readonly string[] = [
  asked('/', { ...ofAny('/'), user_id: null }, '{"GET": {}, "POST": {}}'),
  asked(
    `/api/courseware/course/${COURSE}`,
    ofCourse(`/api/courseware/course/${COURSE}`),
    '{"GET": {"browser_timezone": ["Europe/Rome"]}, "POST": {"password": "********"}}',
  ),
  asked('/api/user/v1/me', ofAny('/api/user/v1/me'), `{"GET": {}, "POST": {"text": ["${'x'.repeat(600)}`.slice(0, 512)),
  browser('page_close', {}, FRAME, ''),
  browser('problem_show', { problem: PROBLEM }),
  ...['check', 'save', 'reset'].map((verb) => sent(`problem_${verb}`, FORM)),
  sent('problem_check', '{}'),
  sent('problem_graded', [FORM, '\n<div>\u00e9</div>']),
  sent('problem_graded', [`input_${FIRST}=`, null]),
  browser('load_video', player),
  ...['play', 'pause', 'stop', 'complete'].map((verb) => browser(`${verb}_video`, at)),
  browser('seek_video', { ...player, old_time: 3.5, new_time: 40, type: 'onCaptionSeek' }),
  browser('speed_change_video', { ...shownAt, old_speed: '1.0', new_speed: '2.0' }),
  ...['show', 'hide'].map((verb) => browser(`${verb}_transcript`, shownAt)),
  ...['shown', 'hidden'].map((what) => browser(`edx.video.closed_captions.${what}`, shownAt)),
  browser('video_show_cc_menu', player, FRAME, COURSE, 'edx.video.language_menu.shown'),
  browser('video_hide_cc_menu', { ...player, language: 'de' }, FRAME, COURSE, 'edx.video.language_menu.hidden'),
  browser('auto_advance_change_video', { ...player, enabled: true }),
  browser('seq_next', { ...tabs, old: 1, new: 2 }, ON_APP, COURSE, NEXT_SELECTED),
  browser(NEXT_SELECTED, { ...tabs, current_tab: 3, widget_placement: 'bottom' }, ON_APP),
  browser('seq_prev', { ...tabs, current_tab: 2, old: 2, new: 1 }, ON_APP, COURSE, PREVIOUS_SELECTED),
  browser(PREVIOUS_SELECTED, tabs, ON_APP),
  browser('seq_goto', { ...tabs, target_tab: 3, old: 1, new: 3 }, ON_APP, COURSE, TAB_SELECTED),
  browser(
    'seq_goto',
    {
      id: UNIT,
      current_tab: 1,
      tab_count: 3,
      target_id: NEXT,
      target_tab: 4,
      widget_placement: 'left',
      target_tab_count: 5,
      old: 1,
      new: 4,
    },
    ON_APP,
    COURSE,
    TAB_SELECTED,
  ),
  browser(
    'edx.ui.lms.jump_nav.selected',
    { target_name: 'Week 1', id: `/course/${COURSE}/${SEQUENCE}`, current_id: COURSE, widget_placement: 'breadcrumb' },
    ON_APP,
  ),
  browser('edx.course.home.resume_course.clicked', { ...ofHome, event_type: 'resume', url: HOME }, HOME),
  browser(
    'edx.course.tool.accessed',
    { ...ofHome, course_id: COURSE, is_staff: false, tool_name: 'edx.updates' },
    HOME,
  ),
  browser(
    'edx.course.home.courseware_search.submit',
    { ...ofHome, event_type: 'searchKeyword', keyword: '\u{1f41d} "\u00e4\\' },
    HOME,
  ),
  browser('edx.bookmark.accessed', bookmark, `${LMS}/courses/${COURSE}/bookmarks/`),
  browser('edx.ui.lms.link_clicked', { current_url: PDF_PAGE, target_url: '#' }, PDF_PAGE),
  browser(
    'edx.ui.lms.outline.selected',
    { current_url: PDF_PAGE, target_name: 'Week 1', target_url: HOME, widget_placement: 'accordion' },
    PDF_PAGE,
  ),
  browser('openassessment.upload_file', { fileName: 'plan.pdf', fileSize: 48213, fileType: 'application/pdf' }),
  browser('openassessment.upload_file_error', { statusText: 'Forbidden' }),
  browser('book', { type: 'gotopage', old: 1, new: 25 }, `${LMS}/courses/${COURSE}/book/0/25`),
  browser('book', { type: 'prevpage', new: 24, chapter: 'Bees.pdf', name: 'textbook.pdf.page.loaded' }, PDF_PAGE),
  browser('book', { type: 'nextpage', new: 24 }, PDF_PAGE),
  ...['thumbnails.toggled', 'outline.toggled', 'page.navigated'].map((what) => pdf(what, { page: 4 })),
  pdf('thumbnail.navigated', { page: 4, thumbnail_title: 'Page 4' }),
  pdf('chapter.navigated', { chapter_title: 'Swarming' }),
  pdf('zoom.buttons.changed', { direction: 'out', page: 4 }),
  pdf('zoom.menu.changed', { amount: 'page-width', page: 4 }),
  pdf('display.scaled', { amount: 1.25, page: 4 }),
  pdf('page.scrolled', { page: 4, direction: 'up' }),
  ...['search.executed', 'search.highlight.toggled', 'searchcasesensitivity.toggled'].map((what) => pdf(what, search)),
  pdf('search.navigatednext', { ...search, findPrevious: true }),

  handled('problem_check', checked),
  handled('problem_check', {
    ...checked,
    state: STATE,
    correct_map: { [FIRST]: entry('incorrect') },
    success: 'incorrect',
    attempts: 2,
    submission: {},
    permutation: { [FIRST]: ['shuffle', ['choice_1', 'choice_0']] },
  }),
  handled('problem_check_fail', { state: STATE, problem_id: PROBLEM, answers: {}, failure: 'missing_answer' }),
  handled('save_problem_success', { state: STATE, problem_id: PROBLEM, answers: ANSWERS }),
  handled('save_problem_fail', { state: STATE, problem_id: PROBLEM, answers: ANSWERS, failure: 'done' }),
  handled('reset_problem', { old_state: STATE, problem_id: PROBLEM, new_state: { ...FRESH, done: false } }),
  handled('reset_problem_fail', { old_state: FRESH, problem_id: PROBLEM, failure: 'not_done' }),
  handled('showanswer', { problem_id: PROBLEM }),
  handled('edx.problem.hint.demandhint_displayed', {
    module_id: PROBLEM,
    hint_index: 0,
    hint_len: 2,
    hint_text: '<b>Lime</b>',
  }),
  handled('edx.problem.hint.feedback_displayed', {
    module_id: PROBLEM,
    problem_part_id: SECOND,
    trigger_type: 'compound',
    hint_label: 'No:',
    hints: [{ text: 'Not so.', trigger: [{ choice: 'choice_2', selected: true }] }, { text: '' }],
    correctness: false,
    student_answer: ['choice_2'],
    question_type: 'choiceresponse',
    choice_all: ['choice_1', 'choice_2'],
  }),
  essay('openassessmentblock.save_submission', { saved_response: dumps({ parts: [{ text: 'Fr\u00fchling' }] }) }),
  essay('openassessmentblock.create_submission', {
    submission_uuid: UUID,
    attempt_number: 1,
    created_at: '2026-03-05T10:11:12.000340+00:00',
    submitted_at: '2026-03-05T10:11:12.000339+00:00',
    answer: {
      parts: [{ text: '' }],
      file_keys: ['k'],
      files_descriptions: [''],
      files_names: ['a.pdf'],
      files_sizes: [1],
    },
  }),
  essay('openassessment.student_training_assess_example', {
    submission_uuid: UUID,
    options_selected: { Plan: 'Good' },
    corrections: {},
  }),
  essay('openassessmentblock.get_peer_submission', {
    requesting_student_id: '1'.repeat(32),
    course_id: COURSE,
    item_id: ESSAY,
    submission_returned_uuid: null,
  }),
  essay('openassessmentblock.get_submission_for_staff_grading', {
    type: 'regrade',
    requesting_staff_id: '1'.repeat(32),
    item_id: ESSAY,
    submission_returned_uuid: UUID,
  }),
  essay('openassessmentblock.peer_assess', assessment('PE')),
  essay('openassessmentblock.self_assess', assessment('SE')),
  essay('openassessmentblock.staff_assess', { ...assessment('ST'), type: 'full-grade' }),
  essay('openassessmentblock.submit_feedback_on_assessments', {
    submission_uuid: UUID,
    feedback_text: '',
    options: [],
  }),

  pastRuntime('edx.grades.problem.submitted', {
    ...whose,
    problem_id: PROBLEM,
    ...transaction,
    weighted_earned: 1.5,
    weighted_possible: 2,
  }),
  pastRuntime('edx.completion.block_completion.changed', {
    user_id,
    course_id: COURSE,
    block_id: VIDEO,
    block_type: 'video',
    completion: float('1.0'),
    modified: '2026-03-05T10:11:12+00:00',
    created: '2026-03-05T10:11:12+00:00',
  }),
  worked('edx.grades.subsection.grade_calculated', {
    ...whose,
    block_id: SEQUENCE,
    course_version: VERSION,
    weighted_total_earned: float('1.5'),
    weighted_total_possible: float('2.0'),
    weighted_graded_earned: float('0.0'),
    weighted_graded_possible: float('0.0'),
    first_attempted: 'None',
    subtree_edited_timestamp: '2026-02-28 10:11:12+00:00',
    ...transaction,
    visible_blocks_hash: HASH,
  }),
  worked('edx.grades.course.grade_calculated', {
    ...whose,
    course_version: VERSION,
    percent_grade: float('0.07'),
    letter_grade: '',
    course_edited_timestamp: '2026-02-28 10:11:12.000001+00:00',
    ...transaction,
    grading_policy_hash: HASH,
  }),
  ...['now_passed', 'now_failed', 'passed.first_time'].map((what) =>
    worked(`edx.course.grade.${what}`, { ...whose, ...transaction }),
  ),

  ...['activated', 'deactivated', 'mode_changed'].map((what) =>
    answered(
      `edx.course.enrollment.${what}`,
      { user_id, course_id: COURSE, mode: 'no-id-professional' },
      '/change_enrollment',
    ),
  ),
  ...['timed', 'practice', 'proctored'].flatMap((kind) =>
    ['created', 'submitted'].map((what) =>
      answered(
        `edx.special_exam.${kind}.attempt.${what}`,
        {
          exam_id: 1,
          exam_content_id: SEQUENCE,
          exam_name: 'Midterm',
          exam_default_time_limit_mins: 90,
          exam_is_proctored: kind === 'proctored',
          exam_is_practice_exam: kind === 'practice',
          exam_is_active: true,
          attempt_id: 7,
          attempt_user_id: user_id,
          attempt_started_at: what === 'created' ? null : '2026-03-05T09:00:00.000012+00:00',
          attempt_completed_at: what === 'created' ? null : '2026-03-05T10:11:12+00:00',
          attempt_code: '01234567-89AB-4CDE-8F01-23456789ABCD',
          attempt_allowed_time_limit_mins: what === 'created' ? null : 90,
          attempt_status: what,
          attempt_event_elapsed_time_secs: what === 'created' ? null : 4272.5,
        },
        '/api/edx_proctoring/v1/proctored_exam/attempt',
      ),
    ),
  ),
  ...['added', 'removed'].map((what) =>
    answered(`edx.bookmark.${what}`, { course_id: COURSE, ...bookmark }, '/api/bookmarks/v1/bookmarks/', ''),
  ),
  answered(
    'edx.bookmark.listed',
    { list_type: 'all_courses', bookmarks_count: 0, page_size: 10, page_number: 1 },
    '/api/bookmarks/v1/bookmarks/',
    '',
  ),
  forum('thread.created', {
    ...topic,
    group_id: null,
    thread_type: 'question',
    anonymous: false,
    anonymous_to_peers: false,
    options: { followed: true, notify_all_learners: false },
    from_mfe_sidebar: true,
    ...titled,
    ...body,
    ...end,
  }),
  forum('response.created', {
    discussion: post,
    ...topic,
    options: { followed: false },
    from_mfe_sidebar: false,
    ...body,
    ...end,
  }),
  forum('comment.created', {
    discussion: post,
    ...topic,
    options: { followed: false },
    from_mfe_sidebar: false,
    response: { id: '12' },
    ...body,
    ...end,
  }),
  forum('thread.viewed', { ...topic, from_mfe_sidebar: 'true', ...target, ...titled, ...end }),
  ...['thread', 'response'].map((what) =>
    forum(`${what}.voted`, { ...topic, ...target, undo_vote: true, vote_value: 'up', ...end }),
  ),
  ...['followed', 'unfollowed'].map((what) =>
    forum(`thread.${what}`, { ...topic, ...post, followed: what === 'followed', ...tail }),
  ),
  forum('thread.edited', { ...target, content_type: 'Post', own_content: true, edit_reason: 'typo', ...topic, ...end }),
  forum('thread.deleted', {
    body: '',
    content_type: 'Post',
    own_content: true,
    ...topic,
    ...target,
    ...titled,
    ...end,
  }),
  forum('thread.reported', { ...reportedThread, ...ofThread }),
  forum('thread.unreported', { ...reportedThread, reported_status_cleared: true, ...ofThread }),
  ...replies,
  forum('searched', {
    query: 'lime',
    search_type: 'Content',
    corrected_text: null,
    group_id: null,
    page: 1,
    total_results: 0,
  }),
];
