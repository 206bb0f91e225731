// node sign.mjs JOBS.json : signs files with an implementation that is not ours and reads each back with it; one line of JSON
// for each, {"file", "build", "state", "failures", "successes"}. Jobs are in order: a later one may use what an earlier one made.
import fs from 'node:fs';
import zlib from 'node:zlib';
import { Builder, LocalSigner, Reader } from '@contentauth/c2pa-node';

const { anchors, jobs } = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'));
const captured = 'http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture';
const types = {
  jpg: 'image/jpeg', png: 'image/png', webp: 'image/webp', wav: 'audio/wav', mp3: 'audio/mpeg', mp4: 'video/mp4', avif: 'image/avif',
};

function typeOf(file) {
  return types[file.split('.').pop()];
}

function settings(core) {
  return {
    trust: { trust_anchors: anchors },
    verify: { verify_trust: true, verify_after_sign: false },
    core,
    builder: { thumbnail: { enabled: false } },
  };
}

function content(job) {
  return {
    claim_version: job.claim,
    title: 'sample',
    format: typeOf(job.source),
    claim_generator_info: [{ name: 'Somebody else', version: '1' }],
    assertions: [
      { label: 'org.example.word', data: { word: 'unchanged' } },
      { label: 'org.example.json', kind: 'Json', data: { word: 'of json' } },
    ],
  };
}

async function sign(job) {
  const builder = Builder.withJson(content(job), settings(job.core));
  if (job.intent) {
    builder.setIntent(job.intent);
  } else {
    builder.addAction(JSON.stringify({ action: 'c2pa.created', digitalSourceType: captured }));
  }
  for (const path of job.ingredients) {
    const json = { title: 'ingredient', relationship: 'componentOf', format: typeOf(path) };
    await builder.addIngredient(JSON.stringify(json), { path, mimeType: typeOf(path) });
  }
  for (const label of job.redactions) {
    const parent = (await Reader.fromAsset({ path: job.source, mimeType: typeOf(job.source) }, settings())).json();
    builder.addRedaction(`self#jumbf=/c2pa/${parent.active_manifest}/c2pa.assertions/${label}`, 'c2pa.PII.present');
  }
  const signer = LocalSigner.newSigner(Buffer.from(job.chain), Buffer.from(job.key), job.alg, job.authority ?? undefined);
  const source = { path: job.source, mimeType: typeOf(job.source) };
  builder.sign(signer, source, { path: job.target, mimeType: typeOf(job.source) });
}

function box(type, ...content) {
  const body = Buffer.concat(content);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(8 + body.length);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, body]);
}

// Puts the manifest of a store of one compressed manifest back to what it was: what it is bound to stays the same.
function expanded(store) {
  const description = store.subarray(8, 8 + store.readUInt32BE(8));
  const manifest = store.subarray(8 + description.length);
  const inner = manifest.subarray(8 + manifest.readUInt32BE(8));
  return box('jumb', description, zlib.brotliDecompressSync(inner.subarray(8)));
}

function expand(file) {
  const bytes = fs.readFileSync(file);
  if (file.endsWith('.jpg')) {
    const at = bytes.indexOf(Buffer.from([0xff, 0xeb]));
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    const store = expanded(bytes.subarray(at + 12, end));
    const head = Buffer.from(bytes.subarray(at, at + 12));
    head.writeUInt16BE(10 + store.length, 2);
    fs.writeFileSync(file, Buffer.concat([bytes.subarray(0, at), head, store, bytes.subarray(end)]));
  } else {
    const at = bytes.indexOf('caBX') - 4;
    const end = at + 12 + bytes.readUInt32BE(at);
    const store = expanded(bytes.subarray(at + 8, end - 4));
    const chunk = box('caBX', store, Buffer.alloc(4));
    chunk.writeUInt32BE(store.length);
    chunk.writeUInt32BE(zlib.crc32(chunk.subarray(4, chunk.length - 4)), chunk.length - 4);
    fs.writeFileSync(file, Buffer.concat([bytes.subarray(0, at), chunk, bytes.subarray(end)]));
  }
}

for (const job of jobs) {
  const answer = { file: job.target, build: 'native', state: 'Unreadable', failures: [], successes: [] };
  try {
    await sign(job);
    if (job.expanded) {
      expand(job.target);
    }
    const read = await Reader.fromAsset({ path: job.target, mimeType: typeOf(job.source) }, settings());
    const report = read.json();
    const results = report.validation_results?.activeManifest;
    answer.state = report.validation_state;
    answer.failures = (results?.failure ?? []).map((each) => each.code);
    answer.successes = (results?.success ?? []).map((each) => each.code);
  } catch (error) {
    answer.failures = [String(error?.message ?? error)];
  }
  console.log(JSON.stringify(answer));
}
