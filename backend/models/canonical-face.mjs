// MediaPipe's canonical face: reads its Mesh3d message, writes the vertices alone.
// Output: 468 × (x, y, z) little-endian floats; x to the picture's right, y up, z towards the camera; centimetres.

const MESH = 1; // the mesh lies inside a message that also weighs its points
const VERTEX_BUFFER = 3;
const FLOATS_A_VERTEX = 5; // x, y, z, u, v
const VERTICES = 468;

export function canonicalFace(message) {
  const floats = [];
  let at = 0;
  const varint = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = message[at++];
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) {
        return value;
      }
    }
  };
  while (at < message.length) {
    const key = varint();
    const field = key >> 3;
    if ((key & 7) === 0) {
      varint();
    } else if ((key & 7) === 2) {
      const end = varint() + at;
      if (field === MESH) {
        continue;
      }
      for (; field === VERTEX_BUFFER && at < end; at += 4) {
        floats.push(message.readFloatLE(at));
      }
      at = end;
    } else if ((key & 7) === 5) {
      if (field === VERTEX_BUFFER) {
        floats.push(message.readFloatLE(at));
      }
      at += 4;
    } else {
      throw new Error('The canonical face is not where it was expected.');
    }
  }
  if (floats.length !== VERTICES * FLOATS_A_VERTEX) {
    throw new Error(`The canonical face has ${floats.length / FLOATS_A_VERTEX} vertices.`);
  }
  return Buffer.from(Float32Array.from(floats.filter((_, i) => i % FLOATS_A_VERTEX < 3)).buffer);
}
