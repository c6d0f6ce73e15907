/** A member of an archive as it lies there. Offsets and lengths are bytes. */
export interface TarMemberView {
  /** `prod-edxapp-001/tracking.log-20130304.gz` */
  readonly name: string;
  /** Of its header block. */
  readonly offset: number;
  /** Of its content: header and padding not counted. */
  readonly size: number;
  /** Seconds since 1970. */
  readonly mtime: number;
}

/** A clean archive to be broken: any part of it can be read. */
export interface TarView {
  /** The name of its server. */
  readonly server: string;
  readonly members: readonly TarMemberView[];
  /** Of the whole archive. */
  readonly size: number;
  /** Reads some bytes; fewer at the end. */
  read(offset: number, length: number): Buffer;
}
