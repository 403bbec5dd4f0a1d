/** The vendors whose protocols the emulator speaks. */
export const emulatedVendors = ['luma', 'luma-legacy', 'runway', 'anthropic'] as const

/** One of {@link emulatedVendors}. */
export type EmulatedVendor = (typeof emulatedVendors)[number]

/** Where each vendor's API begins below the emulator's address: what its SDK is given as base URL. */
export const vendorPrefix: Readonly<Record<EmulatedVendor, string>> = {
  luma: '/luma/v1',
  'luma-legacy': '/luma-legacy/dream-machine/v1',
  runway: '/runway',
  anthropic: '/anthropic',
}

/** What a request asks of a vendor, as fault rules name it. */
export const operations = [
  'create',
  'get',
  'list',
  'delete',
  'balance',
  'usage',
  'upload',
  'download',
  'messages',
  'other',
] as const

/** One of {@link operations}. */
export type Operation = (typeof operations)[number]
