import type { CatalogueVendor } from '../domain/catalogue-vendor.ts'

/** Whom people ask for and nobody can order from. */
const gone = (
  id: string,
  name: string,
  why: { readonly on: string | null; readonly reason: string; readonly substitute: string },
): CatalogueVendor => ({
  ...{ id, name, keyNames: [], keyNote: '', site: null, surfaces: [] },
  isOffline: false,
  lifecycle: { state: 'retired', ...why },
})

/** Who cannot be ordered from, and what to use in their place. */
export const goneVendors: readonly CatalogueVendor[] = [
  gone('sora', 'OpenAI Sora', {
    on: '2026-09-24', // marked so on every method of openai 7.57.0, read 2026-11-23
    reason: 'OpenAI has shut its video API down, with no successor',
    substitute: 'runway or luma',
  }),
  gone('stability', 'Stability video', {
    on: '2025-07-24', // the vendor's notice, at second hand, read 2026-11-23
    reason: 'Stability has shut its video API down',
    substitute: 'runway or luma',
  }),
  gone('pika', 'Pika', {
    on: null, // pika.art's API page, read 2026-07-10
    reason:
      'Pika has no API of its own and sends developers to fal, which this version does not know',
    substitute: 'luma or runway',
  }),
  gone('suno', 'Suno', {
    on: null, // no page of an official API found, 2026-11-23
    reason: 'Suno has no official API',
    substitute: 'scratch music, or a file of your own with --music,',
  }),
]
