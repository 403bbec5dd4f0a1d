import {
  type Measured,
  type MeasureParts,
  type MeasureWaiting,
  measureVendor,
  type VendorTest,
} from './measure-vendor.ts'
import { type RigParts, type TestBench, testBench } from './provider-test.ts'

/** Orders outside of any film, to see how a vendor does. */
export interface ProviderRig extends TestBench {
  /** See how many orders a vendor takes, and how fast, within the money of the test. @throws StudioError as `testClip` */
  measure(test: VendorTest, waiting: MeasureWaiting): Promise<Measured>
}

/** What the rig works with. */
export interface ProviderRigParts extends RigParts, Omit<MeasureParts, 'desk'> {
  /** A desk that lets any number of orders be open on an account. */
  readonly unlimitedDesk: RigParts['desk']
}

/** The rig over two order desks. */
export const providerRig = (parts: ProviderRigParts): ProviderRig => ({
  ...testBench(parts),
  measure: (test, waiting) => measureVendor({ ...parts, desk: parts.unlimitedDesk }, test, waiting),
})
