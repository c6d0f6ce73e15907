/** What the package is imported by: names of files in dist and dist/types, and the modules that they are made of. */
export const ENTRIES = {
  edxgen: 'generators/index',
  validate: 'src/validation/index',
  faults: 'generators/faults',
  spec: 'src/spec/index',
  conformance: 'conformance/index',
};
