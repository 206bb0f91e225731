// node third.mjs FILE... : one line of JSON for each file by an implementation that shares no code with the one in witness.mjs,
// {"file", "build", "state", "failures", "successes"}. It follows C2PA 2.1 and looks at no chain of trust. Of the ISO base media
// files it takes pictures alone, by their brand, though it reads them all.
import fs from 'node:fs';
import { BMFF, JPEG, PNG } from '@trustnxt/c2pa-ts/asset';
import { SuperBox } from '@trustnxt/c2pa-ts/jumbf';
import { ManifestStore, ValidationResult } from '@trustnxt/c2pa-ts/manifest';

BMFF.canReadBrands.add('isom');

async function validate(bytes) {
  try {
    const Form = [JPEG, PNG, BMFF].find((form) => form.canRead(bytes));
    const asset = new Form(bytes);
    return await ManifestStore.read(SuperBox.fromBuffer(asset.getManifestJUMBF())).validate(asset);
  } catch (error) {
    return ValidationResult.fromError(error);
  }
}

for (const file of process.argv.slice(2)) {
  const result = await validate(fs.readFileSync(file));
  const codes = (good) => result.statusEntries.filter((each) => each.success === good).map((each) => each.code);
  const state = result.isValid ? 'Valid' : 'Invalid';
  console.log(JSON.stringify({ file, build: 'third', state, failures: codes(false), successes: codes(true) }));
}
