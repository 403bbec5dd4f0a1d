/** Footage and other files, stored under the SHA-256 of their bytes. Never overwrites, never half-writes. */
export interface FootageVault {
  /**
   * Store a file: copied, checked, synced, then given its name. Storing the same bytes again is free.
   *
   * @param extension without the dot: `mp4`, `wav`, `png`
   * @returns SHA-256 of the bytes, hex
   * @throws StudioError `disk-full`, `not-writable`
   */
  put(path: string, extension: string): Promise<string>
  /**
   * Absolute path of a stored file, to be read only.
   *
   * @throws StudioError `footage-missing`
   */
  path(hash: string): Promise<string>
  has(hash: string): Promise<boolean>
  /** Whether a stored file still has the bytes it was stored with; reads all of it. */
  check(hash: string): Promise<'whole' | 'missing' | 'damaged'>
  /** Destroy a stored file; a file that is not there is no error. */
  purge(hash: string): Promise<void>
  /** A new empty folder for work in progress on the vault's own disk; the caller removes it. */
  scratchFolder(): Promise<string>
  /** The disk that footage and work in progress are written to; the same id for folders on the same disk. */
  disk(): Promise<{ readonly id: number; readonly freeBytes: number }>
  /** Bytes stored, counted file by file, and bytes free on the disk. */
  usage(): Promise<{
    readonly storedBytes: number
    readonly freeBytes: number
    readonly files: number
    /** Bytes of each file by its hash. */
    readonly sizes: ReadonlyMap<string, number>
  }>
}
