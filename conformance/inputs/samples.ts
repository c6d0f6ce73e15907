import type { RuleId } from '../../src/spec/index.ts';

/**
 * Values as real logs hold them, for the rules whose patterns would give noise: the simplest first, since failing inputs
 * shrink to it. That each conforms is tested; what conforms is the spec's to say.
 */
export const SAMPLES: { readonly [R in RuleId]?: readonly string[] } = {
  'session-key': [
    '0123456789abcdef0123456789abcdef',
    'f64031c0a9d24e0f8f2b1a7c9d3e5f60',
    '',
    `${'0123456789abcdef'.repeat(2)};${'f64031c0a9d24e0f'.repeat(2)}`,
  ],
  'ip-address': ['18.9.22.69', '192.0.2.17', '2001:db8::1'],
  'page-url': [
    'https://www.edx.org/',
    'https://www.edx.org/courses/MITx/6.00x/2013_Spring/courseware/Week_3/Lecture_5/',
    'https://www.edx.org/courses/MITx/6.00x/2013_Spring/book/0/25',
    'https://www.edx.org/courses/HarvardX/PH207x/2012_Fall/courseware/Week_1/?a=b&c=%C3%A9#top',
    'https://www.edx.org/courses/HarvardX/PH207x/2012_Fall/courseware/Week_1/#Sampling and bias',
  ],
  location: [
    'i4x://MITx/6.00x/problem/L1',
    'i4x://MITx/6.00x/problem/L15:L15_Problem_2',
    'i4x://MITx/6.00x/sequential/Week_1',
  ],
  'video-id': ['i4x-MITx-6_00x-video-V1', 'i4x-HarvardX-PH207x-video-Simple_Random_Sample'],
  'video-code': ['FU3fCJNs94Y', '-_0aZbYcXdW', ' FU3fCJNs94Y'],
  position: ['1', '0', '25'],
};

export const USERNAMES = ['ada', 'grace_hopper', 'learner_0042', ''] as const;

export const AGENTS = [
  'Mozilla/5.0',
  'Mozilla/5.0 (Windows NT 6.1; WOW64) AppleWebKit/537.22 (KHTML, like Gecko) Chrome/25.0.1364.97 Safari/537.22',
  'Opera/9.80 (X11; Linux x86_64; U; de) Presto/2.10.289 Version/12.02',
  '',
] as const;

export const HOSTS = ['www.edx.org', 'courses.edx.org'] as const;

/** Ids of a problem's inputs. */
export const ANSWER_IDS = [
  'i4x-MITx-6_00x-problem-L1_2_1',
  'i4x-MITx-6_00x-problem-L15_L15_Problem_2_2_1',
  'i4x-MITx-6_00x-problem-L15_L15_Problem_2_3_1',
] as const;

/** What learners and problems write. */
export const TEXTS = [
  'a',
  '42',
  'choice_2',
  'x = 4 + 2 & y',
  'def f(x):\n    return x ** 2  # "why"',
  '<div class="hint">Try <b>again</b>: 100%</div>',
  'caf\u00e9 \u2014 na\u00efve',
  '\u6771\u4eac \u{1f600}',
] as const;
