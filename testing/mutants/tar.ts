const BLOCK = 512;

/** A member of a tar. */
export interface Member {
  readonly name: string;
  /** Its type flag: `0` is a file. */
  readonly flag: string;
  /** Where a link leads. */
  readonly target: string;
  readonly content: Buffer;
}

const textAt = (block: Buffer, from: number, to: number): string => block.toString('utf8', from, to).split('\0', 1)[0]!;

const isEmpty = (block: Buffer): boolean => block.every((byte) => byte === 0);

function checkSum(block: Buffer, position: number): void {
  let sum = 0;
  for (const [offset, byte] of block.entries()) sum += offset >= 148 && offset < 156 ? 32 : byte;
  if (parseInt(textAt(block, 148, 156), 8) !== sum) throw new Error(`no header at byte ${position}`);
}

/** The value of `path` among a pax header's records, `LENGTH KEY=VALUE\n` each. */
function paxPath(records: string): string | undefined {
  return /^\d+ path=(.*)$/m.exec(records)?.[1];
}

/** A member's name by its header, where no other header before it says it: only POSIX's has a prefix, GNU's has times there. */
export function nameIn(block: Buffer): string {
  const prefix = block.toString('latin1', 257, 263) === 'ustar\0' ? textAt(block, 345, 500) : '';
  return (prefix && `${prefix}/`) + textAt(block, 0, 100);
}

/**
 * The members of a tar, in order.
 *
 * @throws Error when the archive is cut or damaged, once the members before the damage were given
 */
export function* membersOf(
  tar: Buffer,
  nameOf = (block: Buffer, said?: string): string => said ?? nameIn(block),
): Generator<Member> {
  let longName: string | undefined;
  for (let position = 0; ;) {
    const block = tar.subarray(position, position + BLOCK);
    if (block.length < BLOCK) throw new Error('the tar ends without its two empty blocks');
    if (isEmpty(block)) return checkEnd(tar.subarray(position));
    checkSum(block, position);
    const size = parseInt(textAt(block, 124, 136), 8);
    const content = tar.subarray(position + BLOCK, position + BLOCK + size);
    const flag = String.fromCharCode(block[156]!).replace('\0', '0');
    const name = nameOf(block, longName);
    if (content.length < size) throw new Error(`the tar ends inside ${name}`);
    longName = undefined;
    if (flag === 'x') longName = paxPath(content.toString('utf8'));
    else if (flag === 'L') longName = textAt(content, 0, size);
    else yield { name, flag, target: textAt(block, 157, 257), content };
    position += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
}

function checkEnd(end: Buffer): void {
  if (end.length < 2 * BLOCK || !isEmpty(end)) throw new Error('the tar does not end in two empty blocks');
}
