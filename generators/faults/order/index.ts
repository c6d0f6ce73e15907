export { clockBack } from './clock-back.ts';
export { lineTwice } from './line-twice.ts';
export { outOfOrder } from './out-of-order.ts';
export { sessionShared } from './session-shared.ts';
export { tailRepeated } from './tail-repeated.ts';
export { wrappedArray } from './wrapped-array.ts';
export { wrongDay } from './wrong-day.ts';
export { zeroHole } from './zero-hole.ts';
