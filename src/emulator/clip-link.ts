import { type EmulatedVendor, emulatedVendors } from './vendors.ts'

/** What an address of a clip says. */
export interface ClipLink {
  readonly vendor: EmulatedVendor
  readonly job: string
  /** Milliseconds since 1970-01-01 UTC. */
  readonly expiresAt: number
}

/** Where clips lie below the emulator's address. */
export const clipsPath = '/_clips/'

/**
 * The path of a clip's address.
 *
 * @param nonce tells two addresses of one clip apart
 */
export const clipLinkPath = ({ vendor, job, expiresAt }: ClipLink, nonce: string): string =>
  `${clipsPath}${vendor}.${job}.${expiresAt.toString(36)}.${nonce}`

/** What a path of {@link clipLinkPath} says; null for another. */
export const readClipLink = (path: string): ClipLink | null => {
  const [name = '', job = '', expiry = ''] = path.slice(clipsPath.length).split('.')
  const vendor = emulatedVendors.find((each) => each === name)
  const expiresAt = Number.parseInt(expiry, 36)
  if (vendor === undefined || job === '' || Number.isNaN(expiresAt)) return null
  return { vendor, job, expiresAt }
}
