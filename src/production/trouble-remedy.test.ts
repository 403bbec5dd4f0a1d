import { describe, expect, it } from 'vitest'
import { isVendorTrouble, type VendorTrouble } from '../domain/errors.ts'
import type { ShotId } from '../domain/slate.ts'
import {
  crewRemedy,
  filmRemedy,
  shotRemedy,
  troubleRemedy,
  type VendorContact,
} from './trouble-remedy.ts'

const contact: VendorContact = {
  ...{ site: 'vendor.example', lookAt: '', hasList: false },
  keyRemedy: 'The key in A_KEY (.env) is not taken; another is needed.',
}

const lake = { id: 'lake', funds: 'real' } as const

const account: readonly VendorTrouble[] = [
  'vendor-key-missing',
  'vendor-key-refused',
  'vendor-no-credit',
  'vendor-no-permission',
  'vendor-day-limit',
]

describe('what a person can do about a trouble', () => {
  it.each(account)('ends with the run only where there is a film: %s', (trouble) => {
    expect(isVendorTrouble(trouble)).toBe(true)
    expect(filmRemedy(trouble, contact, lake)).toMatch(/ Then resume the run\.$/)
    expect(troubleRemedy(trouble, contact, 'nothing')).not.toContain('resume')
  })

  it('names the vendor’s own site where it is known', () => {
    expect(troubleRemedy('vendor-no-credit', contact, 'nothing')).toContain('at vendor.example')
    const nameless = { ...contact, site: null }
    expect(troubleRemedy('vendor-no-credit', nameless, 'nothing')).toContain("on the vendor's site")
  })

  it('names the key that is not taken, and without one where the names of keys are', () => {
    expect(troubleRemedy('vendor-key-refused', contact, 'nothing')).toBe(contact.keyRemedy)
    const emulated = { ...contact, keyRemedy: null }
    expect(troubleRemedy('vendor-key-refused', emulated, 'nothing')).toContain('secrets list')
  })

  it('speaks of no words of the vendor’s where it may not have been asked, and was not', () => {
    const shot = { run: lake, shot: '1A' as ShotId, isOmittable: true }
    for (const said of [
      troubleRemedy('request-refused', contact, 'nothing'),
      filmRemedy('request-refused', contact, lake),
      shotRemedy('request-refused', contact, shot),
    ]) {
      expect(said).toContain('the words above say why')
      expect(said).not.toMatch(/vendor (would|does)|its words/)
    }
    expect(troubleRemedy('request-refused', contact, 'unsent')).toBe('Ask otherwise.')
    expect(troubleRemedy('vendor-region', contact, 'unsent')).toContain('another vendor')
  })

  it.each(['vendor-region', 'model-retired'] as const)(
    'names the run of the film: %s',
    (trouble) => {
      const ofRunway = { ...contact, keyRemedy: 'The key in RUNWAYML_API_SECRET is not taken.' }
      expect(filmRemedy(trouble, ofRunway, lake)).toContain('produce --from lake --live')
      expect(filmRemedy(trouble, ofRunway, lake)).not.toContain('RUN')
      expect(filmRemedy('vendor-key-refused', ofRunway, lake)).toContain('RUNWAYML_API_SECRET')
    },
  )

  it('has another crew model take over a question that is refused', () => {
    for (const trouble of ['content-refused', 'vendor-region', 'model-retired'] as const) {
      expect(crewRemedy(trouble, contact, lake)).toContain('config set crewModel')
    }
    expect(crewRemedy('vendor-no-credit', contact, lake)).toContain('vendor.example')
  })

  it('tells a shot of a film to be taken again, and a single order to be asked otherwise', () => {
    const shot = { run: lake, shot: '1A' as ShotId, isOmittable: true }
    expect(shotRemedy('content-refused', contact, shot)).toContain('retake lake 1A --prompt')
    expect(shotRemedy('content-refused', contact, shot)).toContain('continue lake --without 1A')
    const only = { ...shot, isOmittable: false }
    expect(shotRemedy('content-refused', contact, only)).not.toContain('--without')
    expect(troubleRemedy('content-refused', contact, 'nothing')).not.toContain('retake')
    expect(filmRemedy('prompt-too-long', contact, lake)).not.toContain('SHOT')
  })
})
