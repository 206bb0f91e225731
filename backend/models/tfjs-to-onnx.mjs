// Rewrites a TensorFlow.js graph model (NHWC) as ONNX. Knows the operators of the attention mesh, refuses others.
import { FLOAT, Graph, INT32 } from './onnx.mjs';
import { permute, readWeights } from './weights.mjs';

const TO_CHANNELS_FIRST = [0, 3, 1, 2];
const TO_CHANNELS_LAST = [0, 2, 3, 1];
const SAME_NAME = { AddV2: 'Add', Sub: 'Sub', Mul: 'Mul', AddN: 'Sum', Prelu: 'PRelu', Floor: 'Floor', Minimum: 'Min', Maximum: 'Max' };
const REDUCE = { Prod: 'ReduceProd', Max: 'ReduceMax', Min: 'ReduceMin' };

export function convertGraphModel(model, content, outputs) {
  const graph = new Graph();
  const weights = readWeights(model.weightsManifest.flatMap((group) => group.weights), content);
  for (const [name, { dtype, shape, data }] of weights) {
    graph.constant(dtype === 'int32' ? INT32 : FLOAT, shape, data, name);
  }
  for (const node of model.modelTopology.node) {
    convert(graph, weights, node);
  }
  for (const [name, size] of Object.entries(outputs)) {
    graph.output(name, FLOAT, [1, 1, 1, size]);
  }
  return graph.file();
}

function convert(graph, weights, node) {
  const { op, name } = node;
  const inputs = (node.input ?? []).map((input) => input.replace(/:0$/, ''));
  const attributes = node.attr ?? {};
  const ints = (key) => attributes[key].list.i.map(Number);
  const flag = (key) => Boolean(attributes[key]?.b);
  const values = (input) => Array.from(weights.get(input).data);
  const spatial = (list) => [list[1], list[2]];
  const padding = () => (atob(attributes.padding.s) === 'SAME' ? 'SAME_UPPER' : 'VALID');
  const imageNode = (operator, extra, options) => {
    const first = graph.node('Transpose', [inputs[0]], { perm: TO_CHANNELS_FIRST });
    const result = graph.node(operator, [first, ...extra], { auto_pad: padding(), strides: spatial(ints('strides')), ...options });
    graph.node('Transpose', [result], { perm: TO_CHANNELS_LAST }, name);
  };
  if (SAME_NAME[op]) {
    graph.node(SAME_NAME[op], inputs, {}, name);
  } else if (REDUCE[op]) {
    graph.node(REDUCE[op], [inputs[0]], { axes: values(inputs[1]), keepdims: flag('keep_dims') ? 1 : 0 }, name);
  } else if (op === 'Const') {
    return;
  } else if (op === 'Placeholder') {
    graph.input(name, FLOAT, attributes.shape.shape.dim.map((dimension) => Number(dimension.size)));
  } else if (op === 'Conv2D') {
    const filter = permute(weights.get(inputs[1]), [3, 2, 0, 1]);
    imageNode('Conv', [graph.constant(FLOAT, filter.shape, filter.data)], { dilations: spatial(ints('dilations')) });
  } else if (op === 'DepthwiseConv2dNative') {
    const filter = permute(weights.get(inputs[1]), [2, 3, 0, 1]);
    const [channels, multiplier, height, width] = filter.shape;
    const shape = [channels * multiplier, 1, height, width];
    imageNode('Conv', [graph.constant(FLOAT, shape, filter.data)], { dilations: spatial(ints('dilations')), group: channels });
  } else if (op === 'MaxPool') {
    imageNode('MaxPool', [], { kernel_shape: spatial(ints('ksize')) });
  } else if (op === 'Pad') {
    const pads = values(inputs[1]);
    const ends = [0, 1].flatMap((end) => pads.filter((_, i) => i % 2 === end));
    graph.node('Pad', [inputs[0], graph.longs(ends)], {}, name);
  } else if (op === 'Reshape') {
    graph.node('Reshape', [inputs[0], graph.longs(values(inputs[1]))], {}, name);
  } else if (op === 'Transpose') {
    graph.node('Transpose', [inputs[0]], { perm: values(inputs[1]) }, name);
  } else if (op === 'Square') {
    graph.node('Mul', [inputs[0], inputs[0]], {}, name);
  } else if (op === 'Rsqrt') {
    graph.node('Reciprocal', [graph.node('Sqrt', inputs)], {}, name);
  } else if (op === 'Sum') {
    graph.node('ReduceSum', [inputs[0], graph.longs(values(inputs[1]))], { keepdims: flag('keep_dims') ? 1 : 0 }, name);
  } else if (op === 'Cast') {
    graph.node('Cast', inputs, { to: attributes.DstT.type === 'DT_INT32' ? INT32 : FLOAT }, name);
  } else if (op === 'ConcatV2') {
    graph.node('Concat', inputs.slice(0, -1), { axis: values(inputs.at(-1))[0] }, name);
  } else if (op === 'GatherV2') {
    graph.node('Gather', [inputs[0], inputs[1]], { axis: values(inputs[2])[0] }, name);
  } else if (op === 'GatherNd') {
    graph.node('GatherND', [inputs[0], graph.node('Cast', [inputs[1]], { to: 7 })], {}, name);
  } else if (op === 'BatchMatMulV2') {
    if (flag('adj_x')) {
      throw new Error(`${name} multiplies in a way the converter does not know.`);
    }
    // All right-hand sides of the attention mesh have three axes.
    const right = flag('adj_y') ? graph.node('Transpose', [inputs[1]], { perm: [0, 2, 1] }) : inputs[1];
    graph.node('MatMul', [inputs[0], right], {}, name);
  } else if (op === 'StridedSlice') {
    slice(graph, inputs, attributes, values, name);
  } else {
    throw new Error(`The operator ${op} is not known to the converter.`);
  }
}

function slice(graph, inputs, attributes, values, name) {
  const mask = (key) => Number(attributes[key]?.i ?? 0);
  if (mask('new_axis_mask') || mask('ellipsis_mask')) {
    throw new Error(`${name} slices in a way the converter does not know.`);
  }
  const [begin, end, strides] = inputs.slice(1).map(values);
  const shrunk = begin.map((_, axis) => axis).filter((axis) => mask('shrink_axis_mask') & (1 << axis));
  const FAR = 2 ** 31 - 1;
  const from = begin.map((value, axis) => (mask('begin_mask') & (1 << axis) ? 0 : value));
  const to = end.map((value, axis) =>
    shrunk.includes(axis) ? (from[axis] === -1 ? FAR : from[axis] + 1) : mask('end_mask') & (1 << axis) ? FAR : value);
  const axes = begin.map((_, axis) => axis);
  const slices = [from, to, axes, strides].map((list) => graph.longs(list));
  if (shrunk.length === 0) {
    graph.node('Slice', [inputs[0], ...slices], {}, name);
  } else {
    graph.node('Squeeze', [graph.node('Slice', [inputs[0], ...slices]), graph.longs(shrunk)], {}, name);
  }
}
