/** What kind of wish an item is. */
export const contractItemKinds = [
  'entity',
  'attribute',
  'relation',
  'action',
  'emotion',
  'narrative-beat',
  'duration',
  'must-not',
] as const

/** One of {@link contractItemKinds}. */
export type ContractItemKind = (typeof contractItemKinds)[number]

/** One atomic thing the brief asks for. */
export interface ContractItem {
  /** `i1`, `i2`, … in the order of the brief. */
  readonly id: string
  readonly kind: ContractItemKind
  /** The wish as one short claim that can be true or false of a film: `a lake is seen`. */
  readonly claim: string
  /** Words of the vocabulary that show the wish in picture or text, lower case; empty for duration. */
  readonly words: readonly string[]
  /** 0…1; the weights of a contract sum to 1 within rounding. */
  readonly weight: number
}

/** The brief as 8–20 atomic items, frozen: what every score is measured against. */
export interface IntentContract {
  readonly schema: 'intent-contract@1'
  readonly items: readonly ContractItem[]
  /** SHA-256 (hex) of the canonical JSON of `items`; set when frozen, never changed after. */
  readonly hash: string
}

/** Fewest and most items of a contract. */
export const contractSize = { least: 8, most: 20 } as const

/**
 * The canonical text of the items, which the contract's hash is taken of: fixed key order, no white space.
 */
export const contractText = (items: readonly ContractItem[]): string =>
  JSON.stringify(
    items.map(({ id, kind, claim, words, weight }) => [id, kind, claim, [...words], weight]),
  )

/** What the crew adds to a contract so that it is whole weighs less than this part of its weightiest wish. */
const addedPart = 1 / 20

/** Whether an item is the client's own wish, and none that the crew has added: those speak neither for a film nor against it. */
export const isOwnWish = (
  items: readonly Pick<ContractItem, 'weight'>[],
): ((item: Pick<ContractItem, 'weight'>) => boolean) => {
  const least = Math.max(...items.map(({ weight }) => weight)) * addedPart
  return ({ weight }) => weight >= least
}

/**
 * Share of the contract's weight that is fulfilled, 0…100. Must-not items count as fulfilled unless listed in `violated`.
 *
 * @param covered how much of each item is shown, by id, 0…1; an item that is not listed is not shown
 */
export const intentScore = (
  contract: IntentContract,
  covered: ReadonlyMap<string, number>,
  violated: ReadonlySet<string>,
): number => {
  const total = contract.items.reduce((sum, item) => sum + item.weight, 0)
  const share = ({ id, kind }: ContractItem): number =>
    kind === 'must-not' ? Number(!violated.has(id)) : (covered.get(id) ?? 0)
  const kept = contract.items.reduce((sum, item) => sum + item.weight * share(item), 0)
  return total === 0 ? 0 : Math.round((kept / total) * 1000) / 10
}
