/** Something in a file that keeps it from being read to its end. */
export class Damage extends Error {
  override readonly name = 'Damage';
  /** The file that is damaged, as people would name it; of nested ones the one in which the damage lies. */
  readonly file: string;

  /** @param message what is wrong, to be read after the file's name */
  constructor(file: string, message: string) {
    super(message);
    this.file = file;
  }
}
