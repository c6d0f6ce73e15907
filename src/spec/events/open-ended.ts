import { Type } from '../../base/type.ts';
import { browserEvent, serverEvent, shape } from '../event-type.ts';
import { index, integer, location, numericText, text, xModule } from '../values.ts';

const rubricLocation = { ...location, description: 'location of the rubric’s problem' };
const category = { ...index, description: 'number of the rubric’s category' };

export const rubricSelect = browserEvent('rubric_select', 'A value is picked in a category of a rubric.', {
  documented: shape(
    'json',
    Type.Object({ location: rubricLocation, category, value: { ...index, description: 'the value picked' } }),
  ),
  deployed: shape('json', Type.Object({ location: rubricLocation, selection: numericText, category })),
});

const prompt = shape('json', Type.Object({ location: { ...location, description: 'location of the problem' } }));

type PromptView = 'oe' | 'peer_grading' | 'staff_grading';

/** Showing and hiding a prompt: problems to the page, questions to the deployed scripts. */
const promptEvents = (view: PromptView, task: string) => {
  const event = (verb: 'show' | 'hide', details: string) => ({
    documented: browserEvent(`${view}_${verb}_problem`, details, { documented: prompt }),
    deployed: browserEvent(`${view}_${verb}_question`, details, { deployed: prompt }),
  });
  return {
    show: event('show', `The prompt of ${task} is shown.`),
    hide: event('hide', `The prompt of ${task} is hidden.`),
  };
};

/** The events of prompts, by the view that shows them. */
export const prompts = {
  oe: promptEvents('oe', 'the learner’s own open-ended task'),
  peer_grading: promptEvents('peer_grading', 'a task being graded by peers'),
  staff_grading: promptEvents('staff_grading', 'a task being graded by staff'),
} as const;

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

export const openEndedImageUpload = serverEvent('open_ended_image_upload', 'A picture is sent with an essay.', {
  deployed: shape('object', Type.Object({ filename: { ...text, description: 'name of the picture’s file' } }), xModule),
});
