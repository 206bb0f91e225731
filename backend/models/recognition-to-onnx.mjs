// Builds the ONNX graph of face-api's recognition network (a ResNet of 29 convolutions after dlib's) from its weights.
// Input: 1×3×150×150, (RGB - mean) / 255. Output: 1×128.
import { FLOAT, Graph } from './onnx.mjs';
import { permute, readWeights } from './weights.mjs';

const BLOCKS = ['conv32_1', 'conv32_2', 'conv32_3', 'conv64_down', 'conv64_1', 'conv64_2', 'conv64_3', 'conv128_down',
  'conv128_1', 'conv128_2', 'conv256_down', 'conv256_1', 'conv256_2', 'conv256_down_out'];

export function convertRecognition(manifest, content) {
  const weights = readWeights(manifest[0].weights, content);
  const graph = new Graph();
  const pad = (value, ends) => graph.node('Pad', [value, graph.longs(ends)]);

  // The scale layer after each convolution is folded into it.
  const convolution = (value, name, stride, padding) => {
    const scale = weights.get(`${name}/scale/weights`).data;
    const offset = weights.get(`${name}/scale/biases`).data;
    const filter = permute(weights.get(`${name}/conv/filters`), [3, 2, 0, 1]);
    const perOutput = filter.data.length / filter.shape[0];
    const bias = weights.get(`${name}/conv/bias`).data.map((b, i) => b * scale[i] + offset[i]);
    const folded = filter.data.map((w, i) => w * scale[Math.floor(i / perOutput)]);
    return graph.node('Conv',
      [value, graph.constant(FLOAT, filter.shape, folded), graph.constant(FLOAT, [bias.length], bias)],
      { strides: [stride, stride], pads: Array(4).fill(padding) });
  };
  const rectify = (value) => graph.node('Relu', [value]);

  let size = 35;
  let channels = 32;
  const input = graph.input('input', FLOAT, [1, 3, 150, 150]);
  let value = graph.node('MaxPool', [rectify(convolution(input, 'conv32_down', 2, 0))],
    { kernel_shape: [3, 3], strides: [2, 2] });
  for (const name of BLOCKS) {
    const down = name.includes('down');
    let shortcut = value;
    let out = rectify(convolution(value, `${name}/conv1`, down ? 2 : 1, down ? 0 : 1));
    out = convolution(out, `${name}/conv2`, 1, 1);
    if (down) {
      const halved = Math.floor(size / 2);
      const missing = halved - Math.floor((size - 1) / 2);
      const widened = weights.get(`${name}/conv2/conv/filters`).shape[3];
      shortcut = graph.node('AveragePool', [value], { kernel_shape: [2, 2], strides: [2, 2] });
      shortcut = widened === channels ? shortcut : pad(shortcut, [0, 0, 0, 0, 0, widened - channels, 0, 0]);
      out = missing === 0 ? out : pad(out, [0, 0, 0, 0, 0, 0, missing, missing]);
      size = halved;
      channels = widened;
    }
    value = rectify(graph.node('Add', [out, shortcut]));
  }
  const fc = weights.get('fc');
  const mean = graph.node('ReduceMean', [value], { axes: [2, 3], keepdims: 0 });
  graph.node('MatMul', [mean, graph.constant(FLOAT, fc.shape, fc.data)], {}, 'embedding');
  graph.output('embedding', FLOAT, [1, 128]);
  return graph.file();
}
