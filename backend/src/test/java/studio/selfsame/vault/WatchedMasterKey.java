package studio.selfsame.vault;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.List;

/** A master key of which a test hears before and after every step that a rotation takes with it. */
abstract class WatchedMasterKey implements RotatingMasterKey {
    private final RotatingMasterKey watched;

    WatchedMasterKey(RotatingMasterKey watched) {
        this.watched = watched;
    }

    abstract void at(String moment) throws IOException, GeneralSecurityException;

    @Override
    public byte[] wrap(byte[] dataKey, byte[] context) throws IOException, GeneralSecurityException {
        at("before wrap");
        var wrapped = watched.wrap(dataKey, context);
        at("after wrap");
        return wrapped;
    }

    @Override
    public byte[] unwrap(byte[] wrapped, byte[] context) throws IOException, GeneralSecurityException {
        at("before unwrap");
        var bare = watched.unwrap(wrapped, context);
        at("after unwrap");
        return bare;
    }

    @Override
    public List<String> versions() throws IOException, GeneralSecurityException {
        return watched.versions();
    }

    @Override
    public String versionOf(byte[] wrapped) throws GeneralSecurityException {
        return watched.versionOf(wrapped);
    }

    @Override
    public void addVersion() throws IOException, GeneralSecurityException {
        at("before add");
        watched.addVersion();
        at("after add");
    }

    @Override
    public void dropVersion(String version) throws IOException, GeneralSecurityException {
        at("before drop");
        watched.dropVersion(version);
        at("after drop");
    }
}
