package studio.selfsame.vault;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.List;

/**
 * A master key that the studio can rotate: one version wraps, earlier ones only unwrap until nothing is wrapped by them.
 * Every process sees a change at its next use. Versions are added and dropped by one {@link KeyRotation} at a time.
 */
public interface RotatingMasterKey extends MasterKey {
    /** Names of the versions that can unwrap, oldest first; the last one wraps. A name is no secret. */
    List<String> versions() throws IOException, GeneralSecurityException;

    /** The name of the version that wrapped these bytes, whether or not it is still there. */
    String versionOf(byte[] wrapped) throws GeneralSecurityException;

    /** Makes a version that wraps from now on. Wholly done or not at all, also when the process is killed. */
    void addVersion() throws IOException, GeneralSecurityException;

    /** Destroys an earlier version for good: what only it wrapped opens never again. */
    void dropVersion(String version) throws IOException, GeneralSecurityException;
}
