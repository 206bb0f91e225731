// Writes ONNX files: a protobuf encoder for the few messages a graph of constants and operators needs.
// Field numbers: onnx.proto3 of ONNX 1.8 (IR 7, opset 13).

export const FLOAT = 1;
export const INT32 = 6;
export const INT64 = 7;

function varint(value) {
  const bytes = [];
  let rest = BigInt.asUintN(64, BigInt(value));
  while (rest > 127n) {
    bytes.push(Number(rest & 127n) | 128);
    rest >>= 7n;
  }
  bytes.push(Number(rest));
  return Buffer.from(bytes);
}

const number = (field, value) => Buffer.concat([varint(field << 3), varint(value)]);
const bytes = (field, value) => Buffer.concat([varint((field << 3) | 2), varint(value.length), value]);
const text = (field, value) => bytes(field, Buffer.from(value, 'utf8'));

function attribute(name, value) {
  const parts = [text(1, name)];
  if (typeof value === 'string') {
    parts.push(text(4, value), number(20, 3));
  } else if (Array.isArray(value)) {
    parts.push(...value.map((item) => number(8, item)), number(20, 7));
  } else {
    parts.push(number(3, value), number(20, 2));
  }
  return Buffer.concat(parts);
}

function tensor(name, type, shape, data) {
  const raw = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  return Buffer.concat([...shape.map((size) => number(1, size)), number(2, type), text(8, name), bytes(9, raw)]);
}

function valueInfo(name, type, shape) {
  const dimensions = Buffer.concat(shape.map((size) => bytes(1, number(1, size))));
  const tensorType = Buffer.concat([number(1, type), bytes(2, dimensions)]);
  return Buffer.concat([text(1, name), bytes(2, bytes(1, tensorType))]);
}

/** Collects operators and constants, then gives the file's content. */
export class Graph {
  #nodes = [];
  #constants = new Map();
  #used = new Set();
  #inputs = [];
  #outputs = [];
  #count = 0;

  input(name, type, shape) {
    this.#inputs.push(valueInfo(name, type, shape));
    return name;
  }

  output(name, type, shape) {
    this.#outputs.push(valueInfo(name, type, shape));
  }

  constant(type, shape, data, name = `constant_${this.#count++}`) {
    this.#constants.set(name, tensor(name, type, shape, data));
    return name;
  }

  longs(values) {
    return this.constant(INT64, [values.length], BigInt64Array.from(values, BigInt));
  }

  node(operator, inputs, attributes = {}, output = `value_${this.#count++}`) {
    inputs.forEach((input) => this.#used.add(input));
    this.#nodes.push(Buffer.concat([
      ...inputs.map((input) => text(1, input)),
      text(2, output),
      text(4, operator),
      ...Object.entries(attributes).map(([name, value]) => bytes(5, attribute(name, value))),
    ]));
    return output;
  }

  file() {
    const constants = [...this.#constants].filter(([name]) => this.#used.has(name));
    const graph = Buffer.concat([
      ...this.#nodes.map((node) => bytes(1, node)),
      text(2, 'graph'),
      ...constants.map(([, constant]) => bytes(5, constant)),
      ...this.#inputs.map((input) => bytes(11, input)),
      ...this.#outputs.map((output) => bytes(12, output)),
    ]);
    const opset = Buffer.concat([text(1, ''), number(2, 13)]);
    return Buffer.concat([number(1, 7), text(2, 'selfsame'), bytes(7, graph), bytes(8, opset)]);
  }
}
