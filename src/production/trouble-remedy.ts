import type { VendorTrouble } from '../domain/errors.ts'
import type { ShotId } from '../domain/slate.ts'

const remedies: Readonly<Record<VendorTrouble, string>> = {
  'vendor-key-missing':
    'Set the key: `npx --no-install claude-studio secrets list` names the variables and how they are set. Then resume the run.',
  'vendor-key-refused':
    'The vendor does not take this key. Make a new one on its site and set it: `npx --no-install claude-studio secrets list` names the variables. Then resume the run.',
  'vendor-no-credit':
    'The account at the vendor has no money left. Add credit on its site, then resume the run.',
  'vendor-no-permission':
    'The account may not use this model. Ask the vendor for it, or take another with --provider; then resume the run.',
  'vendor-region':
    'The vendor does not serve this region. Make the film with another vendor: produce --from RUN --provider, then its name.',
  'vendor-day-limit':
    "The account has reached the vendor's limit for today. Resume the run tomorrow, or raise the limit on the vendor's site.",
  'model-retired':
    'The vendor no longer offers this model. Make the film with another: produce --from RUN; `npx --no-install claude-studio provider list` shows what there is.',
  'prompt-too-long':
    'Shorten what the shot asks for: `npx --no-install claude-studio retake RUN SHOT --prompt "…"`.',
  'image-too-large':
    'The vendor does not take the frame that the shot starts from. Shoot it on another model: `npx --no-install claude-studio retake RUN SHOT --tier TIER`.',
  'content-refused':
    'The vendor refuses what the shot shows. Say it otherwise: `npx --no-install claude-studio retake RUN SHOT --prompt "…"`, or take another vendor.',
  'request-refused':
    'The vendor does not take this request as it is; its words above say why. `npx --no-install claude-studio provider check` compares what we send with what it takes. Ask otherwise: `npx --no-install claude-studio retake RUN SHOT --prompt "…"`.',
}

/** What a person can do about a vendor's trouble, as a sentence. */
export const troubleRemedy = (trouble: VendorTrouble): string => remedies[trouble]

/** What a person can do about a shot that its vendor will not make, as sentences with the run and the shot in them. */
export const shotRemedy = (trouble: VendorTrouble, production: string, shot: ShotId): string =>
  `${remedies[trouble].replaceAll('RUN SHOT', `${production} ${shot}`)} Or cut around it: \`npx --no-install claude-studio runs continue ${production} --without ${shot}\`.`

/** What a person can do where no shot of any pilot is made: there is no film yet of which a shot could be taken again. */
export const anewRemedy = (production: string): string =>
  `Make the film anew in other words, or with another vendor: \`npx --no-install claude-studio produce "…" --from ${production}\`.`
