/** Whether words for a movement are those of the air. */
export const isFlight = (action: string): boolean =>
  /\b(?:fl(?:y|ies|ying|utter(?:s|ing)?)|soar|glid|circl|hover|swoop)/u.test(action)
