import { failure, success, Type } from 'io-ts';

/** Fields of the vendor's own, whatever they are. @since 0.1.0 */
export type VendorFields = Readonly<Record<string, unknown>>;

/** An object as it came, every field of it: for what is given back to the vendor as it is. @since 0.1.0 */
export const asItCame: Type<VendorFields, VendorFields, unknown> = new Type(
  'an object',
  (value): value is VendorFields =>
    typeof value === 'object' && value !== null && !Array.isArray(value),
  (value, context) => (asItCame.is(value) ? success(value) : failure<VendorFields>(value, context)),
  (fields) => fields,
);
