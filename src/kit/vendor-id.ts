/**
 * Whether a text can be a vendor's id of a job: 1 to 200 visible characters of ASCII, without slashes. Anything else would not be
 * one part of an address, or could not be stored.
 */
export const isVendorId = (text: string): boolean => /^(?!\.{1,2}$)[!-.0-[\]-~]{1,200}$/.test(text)
