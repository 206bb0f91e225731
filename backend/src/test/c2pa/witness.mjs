// node witness.mjs ROOT.pem FILE... : one line of JSON for each file and each build,
// {"file", "build", "state", "failures", "successes"}; state is what the implementation calls it, or "Unreadable".
import fs from 'node:fs';
import { createRequire } from 'node:module';
import { Reader } from '@contentauth/c2pa-node';
import * as c2pa from '@contentauth/c2pa-wasm';

const [rootPem, ...files] = process.argv.slice(2);
const anchors = fs.readFileSync(rootPem, 'utf8');
const claimSigning = '1.3.6.1.4.1.62558.2.1';
const timeStamping = '1.3.6.1.5.5.7.3.8';
const wasm = createRequire(import.meta.url).resolve('@contentauth/c2pa-wasm/c2pa.wasm');
c2pa.initSync({ module: fs.readFileSync(wasm) });

function typeOf(file) {
  return file.endsWith('.png') ? 'image/png' : 'video/mp4';
}

async function native(file) {
  const settings = { trust: { trust_anchors: anchors }, verify: { verify_trust: true } };
  return (await Reader.fromAsset({ path: file, mimeType: typeOf(file) }, settings))?.json();
}

async function web(file) {
  const trust = { trust_anchors: anchors, trust_config: `${claimSigning}\n${timeStamping}` };
  const settings = JSON.stringify({ trust, verify: { verify_trust: true } });
  const bytes = new Uint8Array(fs.readFileSync(file));
  return JSON.parse((await c2pa.WasmReader.fromBytes(typeOf(file), bytes, settings)).json());
}

for (const file of files) {
  for (const [build, read] of [['native', native], ['wasm', web]]) {
    let state = 'Unreadable';
    let failures = [];
    let successes = [];
    try {
      const report = await read(file);
      state = report?.validation_state ?? 'Absent';
      failures = (report?.validation_results?.activeManifest?.failure ?? []).map((each) => each.code);
      successes = (report?.validation_results?.activeManifest?.success ?? []).map((each) => each.code);
    } catch (error) {
      failures = [String(error?.message ?? error)];
    }
    console.log(JSON.stringify({ file, build, state, failures, successes }));
  }
}
