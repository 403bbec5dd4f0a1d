/** Keys of Luma's Agents begin like this, whatever account they are of: so that clients know them for what they are. */
const agentsPrefix = /^luma-api-/

/** Whether a key is refused, as a wrong one is. */
export const isRefusedKey = (key: string): boolean => key === '' || isOf(key, 'bad-')

/** Whether the account of a key is empty. */
export const isPoorKey = (key: string): boolean => isOf(key, 'poor-')

const isOf = (key: string, kind: string): boolean => key.replace(agentsPrefix, '').startsWith(kind)
