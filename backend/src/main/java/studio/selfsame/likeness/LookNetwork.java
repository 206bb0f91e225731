package studio.selfsame.likeness;

import studio.selfsame.likeness.net.NetShape;

/**
 * What brings a person's studio frames to do what they do in their casual look.
 *
 * @param onnx for {@link studio.selfsame.likeness.net.LookSession}
 * @param mean of the casual look in the studio's light, {@code 3×S×S}, 8 bits gamma-coded
 */
record LookNetwork(byte[] onnx, NetShape shape, byte[] mean) {
    @Override
    public String toString() {
        return "LookNetwork[" + shape.sizePx() + " px]";
    }
}
