package studio.selfsame.likeness.net;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.engine.StandardCapabilities;
import ai.djl.ndarray.NDManager;
import studio.selfsame.problem.ProblemException;

/** DJL's PyTorch engine, set up once: offline, one thread, one gradient collector at a time in the whole JVM. */
public final class Torch {
    /** Held by who uses the engine, in this package and in the likeness room's others. */
    public static final Object LOCK = new Object();

    static {
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("OPT_OUT_TRACKING", "true");
        // Measured on shared cores: one thread inside an operation is faster than two. It also fixes the order of sums.
        System.setProperty("ai.djl.pytorch.num_threads", "1");
        System.setProperty("ai.djl.pytorch.num_interop_threads", "1");
    }

    private Torch() {}

    public static Engine engine() {
        return Engine.getEngine("PyTorch");
    }

    /**
     * Where {@code wanted} computes.
     *
     * @throws ProblemException where a GPU is wanted and the engine sees none
     */
    static Device device(Processor wanted) {
        boolean able = wanted != Processor.CPU && engine().hasCapability(StandardCapabilities.CUDA);
        if (able && engine().getGpuCount() > 0) {
            return Device.gpu();
        }
        if (wanted == Processor.GPU) {
            throw ProblemException.unusable(
                    "training",
                    "The setting `device` is `gpu`, but this studio's engine sees no GPU: it is PyTorch "
                            + engine().getVersion() + " for the CPU, or the machine has no card it can use.",
                    "Training was not started.",
                    "Choose `auto` or `cpu`, or ask the operator to run a worker with PyTorch's CUDA libraries on a"
                            + " machine with a GPU.");
        }
        return Device.cpu();
    }

    /** The place training would compute at, in words, e.g. {@code cpu}; refused as {@link #device} says. */
    public static String place(Processor wanted) {
        return device(wanted) + ", PyTorch " + engine().getVersion();
    }

    static NDManager manager(Device device) {
        return engine().newBaseManager(device);
    }
}
