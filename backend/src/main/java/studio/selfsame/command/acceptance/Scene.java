package studio.selfsame.command.acceptance;

import java.awt.image.BufferedImage;
import java.util.Map;
import java.util.function.BiFunction;

/** A moving picture that is painted, the same on every machine with the same fonts. */
interface Scene {
    /** By name, from width and height. */
    Map<String, BiFunction<Integer, Integer, Scene>> ALL = Map.of(
            "pan", PanScene::new,
            "text", TextScene::new,
            "dark", DarkScene::new,
            "flat", FlatScene::new,
            "grain", GrainScene::new);

    /** @param canvas of {@link BufferedImage#TYPE_3BYTE_BGR}, overwritten */
    void paint(BufferedImage canvas, int frame);
}
