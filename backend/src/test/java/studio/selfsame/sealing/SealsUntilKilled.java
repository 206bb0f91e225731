package studio.selfsame.sealing;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;
import studio.selfsame.audit.AuditCheckpoint;
import studio.selfsame.audit.AuditTrail;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.consent.PermittingAuthorizer;
import studio.selfsame.consent.ReleaseUseId;
import studio.selfsame.consent.UsageMeter;
import studio.selfsame.identity.PersonId;
import studio.selfsame.likeness.Likenesses;
import studio.selfsame.media.Media;
import studio.selfsame.rendering.PlayedRenders;
import studio.selfsame.rendering.RenderId;
import studio.selfsame.sealing.c2pa.CoseAlgorithm;
import studio.selfsame.sealing.c2pa.CredentialsReader;
import studio.selfsame.sealing.c2pa.Trust;
import studio.selfsame.vault.FolderObjects;
import studio.selfsame.vault.ObjectKey;
import studio.selfsame.vault.ObjectStore;
import studio.selfsame.work.WorkQueue;
import tools.jackson.databind.json.JsonMapper;

/** A process that seals one render after another, with real keys, store and database, and says which one it is at. */
final class SealsUntilKilled {
    private static final Grounds GROUNDS = new Grounds(
            new AuditTrail.Entry(0, "0".repeat(64)), new AuditCheckpoint(1, "0".repeat(64), ""), Optional.empty());

    private SealsUntilKilled() {}

    /** The studio's home, the database's address and user, who asks, and the renders; the password is in the environment. */
    public static void main(String... arguments) throws Exception {
        Path home = Path.of(arguments[0]);
        var database = new DriverManagerDataSource(arguments[1], arguments[2], System.getenv("DATABASE_PASSWORD"));
        var requester = new PersonId(UUID.fromString(arguments[3]));
        var renders = new PlayedRenders();
        var outputs = new OutputRows(JdbcClient.create(database));
        SealingWork work = work(home, database, renders, outputs);
        for (int i = 4; i < arguments.length; i++) {
            UUID render = UUID.fromString(arguments[i]);
            if (outputs.ofRender(new RenderId(render)).isEmpty()) {
                System.out.println("sealing " + render);
                renders.addMute(
                        render,
                        PermittingAuthorizer.permit(requester, new LikenessId(UUID.randomUUID()), render),
                        () -> {});
                SealingRoom.work(work, render);
                System.out.println("sealed " + render);
            }
        }
    }

    private static SealingWork work(
            Path home, DriverManagerDataSource database, PlayedRenders renders, OutputRows outputs) throws Exception {
        ObjectProvider<Clock> clock = new StaticListableBeanFactory().getBeanProvider(Clock.class);
        var identity = new OwnAuthority(
                        new KeyFolder(home.resolve("keys/c2pa")),
                        Clock.systemUTC(),
                        Optional.empty(),
                        CoseAlgorithm.ES256)
                .openOrMake();
        var credentials = new ContentCredentials(new CredentialsReader(Trust.of(Set.of(identity.root()))), clock);
        MarkKeys marks = MarkKeyFile.openOrMake(new KeyFolder(home.resolve("keys")));
        var sealer = new Sealer(
                Media.alone(), marks, identity, credentials, render -> GROUNDS, new ProducerSettings("Sample"), clock);
        var authorizer = new PermittingAuthorizer();
        var disclosures = new OutputDisclosures(JdbcClient.create(database), JsonMapper.shared());
        var delivery = new Delivery(
                new SlowStore(FolderObjects.of(home)),
                outputs,
                disclosures,
                new OutputCopies(
                        JdbcClient.create(database), new OutputSounds(JdbcClient.create(database)), disclosures),
                unasked(Likenesses.class),
                authorizer,
                renders,
                new Uncounted(),
                event -> {},
                new TransactionTemplate(new DataSourceTransactionManager(database)),
                clock);
        var alerts = new OperatorAlerts(
                new AlertRows(JdbcClient.create(database)),
                new AlertCall(new AlertSettings(null), JsonMapper.shared()),
                clock);
        return new SealingWork(
                renders,
                authorizer,
                sealer,
                delivery,
                outputs,
                unasked(WorkQueue.class),
                alerts,
                event -> {},
                home.toString());
    }

    /** The real one on a slow disk: storing takes long enough to be killed in it, and says when it begins. */
    private record SlowStore(ObjectStore store) implements ObjectStore {
        private static final int PIECE = 4 << 10;
        private static final long PIECE_MS = 4;

        @Override
        public void put(ObjectKey key, Content content) throws IOException {
            System.out.println("storing " + key.value());
            store.put(
                    key,
                    out -> content.writeTo(new FilterOutputStream(out) {
                        @Override
                        public void write(byte[] bytes, int from, int length) throws IOException {
                            for (int at = 0; at < length; at += PIECE) {
                                out.write(bytes, from + at, Math.min(PIECE, length - at));
                                out.flush();
                                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PIECE_MS));
                            }
                        }
                    }));
        }

        @Override
        public SeekableByteChannel open(ObjectKey key) throws IOException {
            return store.open(key);
        }

        @Override
        public boolean exists(ObjectKey key) throws IOException {
            return store.exists(key);
        }

        @Override
        public void delete(ObjectKey key) throws IOException {
            store.delete(key);
        }

        @Override
        public void deleteAll(ObjectKey prefix) throws IOException {
            store.deleteAll(prefix);
        }

        @Override
        public boolean isEmpty(ObjectKey prefix) throws IOException {
            return store.isEmpty(prefix);
        }
    }

    /** Says no to everything. */
    private static <T> T unasked(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> method.getReturnType() == boolean.class ? false : null));
    }

    private static final class Uncounted implements UsageMeter {
        @Override
        public void reserve(ReleaseUseId use, UUID render, Duration length) {}

        @Override
        public void delivered(UUID render, String outputId, Duration length) {}

        @Override
        public void released(UUID render) {}
    }
}
