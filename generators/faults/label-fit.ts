import { UserError } from '../../src/base/user-error.ts';
import type { LabelFile, NumberedLabel } from './label-file.ts';

interface Span {
  readonly offset: number;
  readonly length?: number;
}

/** What a run's manifest says of its servers: sizes in bytes, those of daily files uncompressed. */
interface Sizes {
  readonly servers: readonly {
    readonly name: string;
    readonly bytes: number;
    readonly files: readonly { readonly name: string; readonly bytes: number }[];
  }[];
}

/** @throws UserError when a label is of something that the run does not have, and names the label's line */
export function checkFitsRun(labels: LabelFile, { servers }: Sizes): void {
  const check = ({ number }: NumberedLabel, { offset, length = 0 }: Span, what: string, bytes: number | undefined) => {
    if (bytes !== undefined && offset + length <= bytes) return;
    const wrong =
      bytes === undefined
        ? `there is no ${what} in the run`
        : `its bytes ${offset} to ${offset + length} are not in ${what}, which has ${bytes}`;
    throw new UserError(`${labels.path}:${number}: this label does not fit: ${wrong}; make the run again`);
  };
  const sizes = new Map(
    servers.flatMap(({ name: server, files }) => files.map(({ name, bytes }) => [`${server}/${name}`, bytes] as const)),
  );
  const archives = new Map(servers.map(({ name, bytes }) => [name, bytes]));
  for (const { server, file } of labels.files()) {
    for (const label of labels.of(server, file))
      check(label, label, `${server}/${file}`, sizes.get(`${server}/${file}`));
  }
  for (const label of labels.special) {
    const { server, from, was = [] } = label;
    if (from) check(label, from, `${server}/${from.file}`, sizes.get(`${server}/${from.file}`));
    for (const part of was) check(label, part, `the archive of ${server}`, archives.get(server));
  }
}
