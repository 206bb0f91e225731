// Reads TensorFlow.js weight files: float32, int32, and float32 stored as float16 or as scaled bytes.

const SIZE = { float32: 4, int32: 4, float16: 2, uint8: 1 };

function half(bits) {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 0) {
    return sign * 2 ** -24 * fraction;
  }
  if (exponent === 31) {
    return fraction ? NaN : sign * Infinity;
  }
  return sign * 2 ** (exponent - 15) * (1 + fraction / 1024);
}

/** @returns {Map<string, {dtype: string, shape: number[], data: Float32Array | Int32Array}>} */
export function readWeights(manifest, content) {
  const weights = new Map();
  let offset = 0;
  for (const { name, shape, dtype, quantization } of manifest) {
    const count = shape.reduce((product, size) => product * size, 1);
    const stored = quantization?.dtype ?? dtype;
    const data = dtype === 'int32' ? new Int32Array(count) : new Float32Array(count);
    for (let i = 0; i < count; i++) {
      const at = offset + i * SIZE[stored];
      if (stored === 'float16') {
        data[i] = half(content.readUInt16LE(at));
      } else if (stored === 'uint8') {
        data[i] = content.readUInt8(at) * quantization.scale + quantization.min;
      } else {
        data[i] = stored === 'int32' ? content.readInt32LE(at) : content.readFloatLE(at);
      }
    }
    offset += count * SIZE[stored];
    weights.set(name, { dtype, shape, data });
  }
  if (offset !== content.length) {
    throw new Error(`The weights end at byte ${offset}, the file at ${content.length}.`);
  }
  return weights;
}

/** Reorders axes: the result's axis i is the source's axis order[i]. */
export function permute({ shape, data }, order) {
  const to = order.map((axis) => shape[axis]);
  const strides = shape.map((_, axis) => shape.slice(axis + 1).reduce((product, size) => product * size, 1));
  const result = new Float32Array(data.length);
  const index = to.map(() => 0);
  for (let i = 0; i < result.length; i++) {
    result[i] = data[order.reduce((sum, axis, k) => sum + index[k] * strides[axis], 0)];
    for (let k = to.length - 1; k >= 0 && ++index[k] === to[k]; k--) {
      index[k] = 0;
    }
  }
  return { shape: to, data: result };
}
