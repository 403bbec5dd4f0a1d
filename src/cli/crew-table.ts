/** A role of the crew, for people who want to know who decides what. */
export interface CrewMember {
  readonly role: string
  readonly purpose: string
  readonly reads: readonly string[]
  readonly writes: readonly string[]
  /** What code holds the role's answer to. */
  readonly checkedBy: string
  /** Who plays the role when no vendor is asked. */
  readonly playedBy: string
}

const understudy = 'understudy, the rule-based crew member'

/** The eight roles, in the order of the story. */
export const crew: readonly CrewMember[] = [
  {
    role: 'asset-analyzer',
    purpose: "looks at the client's pictures, clips and texts and says what they are good for",
    reads: ['brief', 'seed assets'],
    writes: ['role and note of each asset'],
    checkedBy: 'every file is inspected before it is read',
    playedBy: understudy,
  },
  {
    role: 'producer',
    purpose: 'turns brief and budget into 2–4 competing pilots with tier, model, look and money',
    reads: ['brief', 'intent contract', 'price book', 'learnings'],
    writes: ['intent contract', 'plan'],
    checkedBy: 'money is positive, sums to the cap and leaves the completion bond',
    playedBy: understudy,
  },
  {
    role: 'script-writer',
    purpose: 'writes scenes, shots, cast, narration, titles and transitions for a pilot',
    reads: ['brief', 'intent contract', 'plan'],
    writes: ['script'],
    checkedBy: 'length, narration at 2.5 words a second, continuity without cycles, covered wishes',
    playedBy: understudy,
  },
  {
    role: 'storyboard-artist',
    purpose: 'draws keyframes where the plan pays for them',
    reads: ['script', 'cast'],
    writes: ['keyframes'],
    checkedBy: 'size and format of each still',
    playedBy:
      'not needed for drawn footage: animatic starts from the last frame of the shot before',
  },
  {
    role: 'qa-verifier',
    purpose: 'reviews every take: technical measures first, then the intent contract',
    reads: ['take', 'shot', 'intent contract', 'technical measures'],
    writes: ['review'],
    checkedBy: 'a technical failure makes a take NG whatever the words say',
    playedBy: understudy,
  },
  {
    role: 'critic',
    purpose: 'compares the pilots on the same test scenes, funds one and notes what was learned',
    reads: ['pilots', 'takes', 'reviews', 'money spent'],
    writes: ['verdict', 'circled takes', 'observations'],
    checkedBy: 'only a pilot whose test scenes passed the technical gates can win',
    playedBy: understudy,
  },
  {
    role: 'editor',
    purpose: 'makes three cuts, safe, balanced and creative',
    reads: ['script', 'circled takes', 'soundtrack'],
    writes: ['cuts'],
    checkedBy: 'every in and out point lies in footage that exists; the three cuts differ',
    playedBy: understudy,
  },
  {
    role: 'provider-onboarder',
    purpose: "reads a vendor's documents and drafts an adapter with its tests",
    reads: ["vendor's documentation"],
    writes: ['adapter draft', 'catalogue row', 'test recordings'],
    checkedBy: 'the contract suite of the port',
    playedBy: 'a person with docs/recipes/add-a-provider.md',
  },
]
