package studio.selfsame.watermark;

/** Where marking begins: one id under one key, for the picture and the sound of one work. Safe for use by several threads. */
public final class WatermarkEmbedder {
    private final WatermarkKey key;
    private final Payload payload;

    private WatermarkEmbedder(WatermarkKey key, Payload payload) {
        this.key = key;
        this.payload = payload;
    }

    /** Nothing is ever marked without a key and an id. */
    public static WatermarkEmbedder create(WatermarkKey key, Payload payload) {
        return new WatermarkEmbedder(key, payload);
    }

    /** An embedder for the frames of one video. */
    public PictureEmbedder picture(PictureFormat format) {
        return new PictureEmbedder(key, payload, format);
    }

    /** An embedder for one sound track. */
    public SoundEmbedder sound(SoundFormat format) {
        return new SoundEmbedder(key, payload, format);
    }
}
