/** How much of a download is taken, and of what kind. */
export interface DownloadLimits {
  /** What the vendor says it is: `video/mp4`. Another type is refused, but for `application/octet-stream`. */
  readonly mediaType: string
  readonly mostBytes: number
  /** Longest time for the whole, in milliseconds. */
  readonly timeoutMs: number
  /** `http://127.0.0.1:4010`: the one place on this machine that may be asked, over http too. Default: none. */
  readonly loopbackOrigin?: string
}

/** Brings files home from vendors. */
export interface Downloads {
  /**
   * Fetch a file whole into a folder of the caller's. Only https, and only public addresses; loopback where the studio was
   * told to (the emulator), or where the vendor itself is. Every redirect is looked at again.
   *
   * @returns absolute path of the file
   * @throws StudioError `download-refused` for an address, type or size that is not taken; `vendor-unavailable` (retry later)
   *   when it broke off or the server failed
   */
  fetch(url: string, folder: string, limits: DownloadLimits, signal: AbortSignal): Promise<string>
}
