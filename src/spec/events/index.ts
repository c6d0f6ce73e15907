/** Every event type, by name. */
export * from './assessment.ts';
export { book } from './book.ts';
export * from './course.ts';
export {
  demandHintDisplayed,
  feedbackDisplayed,
  problemChecked,
  problemCheckFail,
  saveProblemSuccess,
  showanswer,
} from './current-problem.ts';
export * from './forum.ts';
export * from './grades.ts';
export * from './navigation.ts';
export * from './open-ended.ts';
export { accordion, calculatorError, pageClose } from './page.ts';
export * from './problem.ts';
export { request } from './request.ts';
export * from './sequence.ts';
export { specialExams } from './special-exam.ts';
export { instructor, reloaded } from './staff.ts';
export * from './textbook.ts';
export * from './video.ts';
