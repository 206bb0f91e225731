package studio.selfsame.likeness;

/** Trains, and nobody looks. */
final class Silently implements LikenessTrainer.Watch {
    @Override
    public void step(int step, double loss, double heldOutPsnrDb, double retrievalPsnrDb) {}

    @Override
    public void checkpoint(byte[] state) {}
}
