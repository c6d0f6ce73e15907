/** Every property, in the order in which they are tried and told of. */
import type { Property } from './property.ts';
import { acceptsLines } from './accepts-lines.ts';
import { anonymousUsers } from './anonymous-users.ts';
import { arbitraryBytes } from './arbitrary-bytes.ts';
import { archiveCorrupt } from './archive-corrupt.ts';
import { archiveCut } from './archive-cut.ts';
import { archiveEmptyFiles } from './archive-empty-files.ts';
import { archiveEnd } from './archive-end.ts';
import { archiveFiles } from './archive-files.ts';
import { archiveGzipJunk } from './archive-gzip-junk.ts';
import { archiveGzipMembers } from './archive-gzip-members.ts';
import { archiveGzipTwice } from './archive-gzip-twice.ts';
import { archiveHiddenFiles } from './archive-hidden-files.ts';
import { archiveLinks } from './archive-links.ts';
import { archiveNames } from './archive-names.ts';
import { archiveOrder } from './archive-order.ts';
import { archivePaths } from './archive-paths.ts';
import { archivePlainFiles } from './archive-plain-files.ts';
import { archiveServers } from './archive-servers.ts';
import { arrayPayloads } from './array-payloads.ts';
import { blankLines } from './blank-lines.ts';
import { blockBoundaries } from './block-boundaries.ts';
import { byteOrderMark } from './byte-order-mark.ts';
import { chunkNewlines } from './chunk-newlines.ts';
import { chunkStarts } from './chunk-starts.ts';
import { chunks } from './chunks.ts';
import { commentLines } from './comment-lines.ts';
import { commonFields } from './common-fields.ts';
import { concatenation } from './concatenation.ts';
import { context } from './context.ts';
import { controlCharacters } from './control-characters.ts';
import { controlKeys } from './control-keys.ts';
import { crlf } from './crlf.ts';
import { deepNesting } from './deep-nesting.ts';
import { duplicateKeys } from './duplicate-keys.ts';
import { emptyInput } from './empty-input.ts';
import { emptyPayloads } from './empty-payloads.ts';
import { endsInsideCharacter } from './ends-inside-character.ts';
import { escapes } from './escapes.ts';
import { everyScript } from './every-script.ts';
import { exactIntegers } from './exact-integers.ts';
import { formDecoding } from './form-decoding.ts';
import { formKeys } from './form-keys.ts';
import { hugeLines } from './huge-lines.ts';
import { hugeNumbers } from './huge-numbers.ts';
import { invalidUtf8 } from './invalid-utf8.ts';
import { isolation } from './isolation.ts';
import { jsonWhiteSpace } from './json-white-space.ts';
import { keyOrder } from './key-order.ts';
import { lastLine } from './last-line.ts';
import { lineCut } from './line-cut.ts';
import { lineOf10000 } from './line-of-10000.ts';
import { linearTime } from './linear-time.ts';
import { loneSurrogates } from './lone-surrogates.ts';
import { longStrings } from './long-strings.ts';
import { lookAlikes } from './look-alikes.ts';
import { manyCommands } from './many-commands.ts';
import { memory } from './memory.ts';
import { newlineOnly } from './newline-only.ts';
import { notANumber } from './not-a-number.ts';
import { nulBytes } from './nul-bytes.ts';
import { numbers } from './numbers.ts';
import { oddKeys } from './odd-keys.ts';
import { oneAnswerALine } from './one-answer-a-line.ts';
import { order } from './order.ts';
import { pageNull } from './page-null.ts';
import { payloadAsString } from './payload-as-string.ts';
import { payloadSpelling } from './payload-spelling.ts';
import { payloadTexts } from './payload-texts.ts';
import { payloads } from './payloads.ts';
import { prefix } from './prefix.ts';
import { problemState } from './problem-state.ts';
import { refusesCutLines } from './refuses-cut-lines.ts';
import { refusesNonJson } from './refuses-non-json.ts';
import { refusesNonObjects } from './refuses-non-objects.ts';
import { repeatedKeys } from './repeated-keys.ts';
import { requestCut } from './request-cut.ts';
import { requestOf512 } from './request-of-512.ts';
import { sessions } from './sessions.ts';
import { strict } from './strict.ts';
import { stringsUntouched } from './strings-untouched.ts';
import { timesExact } from './times-exact.ts';
import { timesWithoutFraction } from './times-without-fraction.ts';
import { tutorPrefix } from './tutor-prefix.ts';
import { twoNames } from './two-names.ts';
import { unknownKeys } from './unknown-keys.ts';
import { urlsUntouched } from './urls-untouched.ts';
import { whiteSpace } from './white-space.ts';

const framing = [
  acceptsLines,
  refusesCutLines,
  refusesNonJson,
  refusesNonObjects,
  commentLines,
  oneAnswerALine,
  emptyInput,
  lastLine,
  endsInsideCharacter,
  newlineOnly,
  chunks,
  chunkStarts,
  chunkNewlines,
  blockBoundaries,
  concatenation,
  prefix,
  order,
  isolation,
  crlf,
  blankLines,
  byteOrderMark,
  lineCut,
  lineOf10000,
  tutorPrefix,
];

const fields = [
  commonFields,
  keyOrder,
  whiteSpace,
  escapes,
  unknownKeys,
  oddKeys,
  controlKeys,
  stringsUntouched,
  lookAlikes,
  urlsUntouched,
  longStrings,
  sessions,
  anonymousUsers,
  everyScript,
  timesExact,
  timesWithoutFraction,
  pageNull,
  context,
  twoNames,
  invalidUtf8,
  notANumber,
  controlCharacters,
  jsonWhiteSpace,
  duplicateKeys,
  loneSurrogates,
];

const decoding = [
  payloadAsString,
  payloadSpelling,
  formDecoding,
  formKeys,
  emptyPayloads,
  arrayPayloads,
  problemState,
  numbers,
  exactIntegers,
  payloadTexts,
  requestCut,
  requestOf512,
];

const robustness = [arbitraryBytes, nulBytes, hugeNumbers, repeatedKeys, deepNesting, hugeLines];

const archives = [
  archiveFiles,
  archiveServers,
  archiveOrder,
  archiveEmptyFiles,
  archiveGzipMembers,
  archiveGzipTwice,
  archiveGzipJunk,
  archiveNames,
  archiveHiddenFiles,
  archiveLinks,
  archivePlainFiles,
  archiveCut,
  archiveEnd,
  archiveCorrupt,
  archivePaths,
];

/** Every property of the kit. */
export const PROPERTIES: readonly Property[] = [
  ...framing,
  ...fields,
  ...payloads,
  ...decoding,
  ...archives,
  ...robustness,
  ...strict,
  manyCommands,
  linearTime,
  memory,
];
