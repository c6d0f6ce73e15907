import Type from 'typebox';
import { browserEvent, shape } from '../event-type.ts';
import { index, integer, location, numericText } from '../values.ts';

const rubricLocation = { ...location, description: 'location of the rubric’s problem' };
const category = { ...index, description: 'number of the rubric’s category' };

export const rubricSelect = browserEvent('rubric_select', 'A value is picked in a category of a rubric.', {
  documented: shape(
    'json',
    Type.Object({ location: rubricLocation, category, value: { ...index, description: 'the value picked' } }),
  ),
  deployed: shape('json', Type.Object({ location: rubricLocation, selection: numericText, category })),
});

/** Where a prompt can be shown or hidden, by the prefix of its events, and who reads it there. */
const PLACES = [
  ['oe', 'the learner’s own open-ended task'],
  ['peer_grading', 'a task being graded by peers'],
  ['staff_grading', 'a task being graded by staff'],
] as const;

const prompt = shape('json', Type.Object({ location: { ...location, description: 'location of the problem' } }));

const place = ([prefix, task]: (typeof PLACES)[number]) => {
  const event = (verb: 'show' | 'hide') => ({
    documented: browserEvent(`${prefix}_${verb}_problem`, `The prompt of ${task} is ${verb === 'show' ? 'shown' : 'hidden'}.`, {
      documented: prompt,
      deployed: undefined,
    }),
    deployed: browserEvent(`${prefix}_${verb}_question`, `The prompt of ${task} is ${verb === 'show' ? 'shown' : 'hidden'}.`, {
      documented: undefined,
      deployed: prompt,
    }),
  });
  return { show: event('show'), hide: event('hide') };
};

export const openEndedPrompt = place(PLACES[0]);
export const peerGradingPrompt = place(PLACES[1]);
export const staffGradingPrompt = place(PLACES[2]);

/** The page’s empty payloads, which the deployed scripts write as an empty object. */
const documentedNothing = shape('empty', Type.Null());
const deployedNothing = shape('json', Type.Object({}));

export const oeShowFullFeedback = browserEvent('oe_show_full_feedback', 'The whole feedback on an essay is opened.', {
  documented: documentedNothing,
  deployed: deployedNothing,
});
export const oeShowRespondToFeedback = browserEvent(
  'oe_show_respond_to_feedback',
  'The form to answer feedback is opened.',
  { documented: documentedNothing, deployed: deployedNothing },
);
export const oeFeedbackResponseSelected = browserEvent(
  'oe_feedback_response_selected',
  'A value is picked in the form that answers feedback.',
  {
    documented: shape('json', Type.Object({ value: { ...integer, description: 'the value picked' } })),
    deployed: shape('json', Type.Object({ value: numericText })),
  },
);
