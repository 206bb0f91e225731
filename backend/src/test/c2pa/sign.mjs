// node sign.mjs JOBS.json : signs files with an implementation that is not ours and reads each back with it; one line of JSON
// for each, {"file", "build", "state", "failures", "successes"}. Jobs are in order: a later one may use what an earlier one made.
import fs from 'node:fs';
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

for (const job of jobs) {
  const answer = { file: job.target, build: 'native', state: 'Unreadable', failures: [], successes: [] };
  try {
    await sign(job);
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
