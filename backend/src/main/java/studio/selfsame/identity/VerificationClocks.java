package studio.selfsame.identity;

import java.io.IOException;
import java.time.Instant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import studio.selfsame.retention.Retained;
import studio.selfsame.retention.RetentionClock;
import studio.selfsame.vault.ObjectStore;
import studio.selfsame.vault.Vault;

/** How long face templates and the referees' words are kept. The decision itself stays with its row. */
@Configuration(proxyBeanMethods = false)
class VerificationClocks {
    @Bean
    Retained supersededVerifications(KeptVerifications kept, Vault vault, ObjectStore objects) {
        return new Templates(
                RetentionClock.SUPERSEDED_VERIFICATIONS, KeptVerifications.SUPERSEDED, kept, vault, objects);
    }

    @Bean
    Retained faceTemplates(KeptVerifications kept, Vault vault, ObjectStore objects) {
        return new Templates(RetentionClock.FACE_TEMPLATES, KeptVerifications.DECIDED, kept, vault, objects);
    }

    @Bean
    Retained refereesWords(KeptVerifications kept) {
        return new Words(kept);
    }

    private record Templates(
            RetentionClock clock, String which, KeptVerifications kept, Vault vault, ObjectStore objects)
            implements Retained {
        @Override
        public int due(Instant upTo) {
            return kept.count(which, upTo);
        }

        @Override
        public int sweep(Instant upTo) throws IOException {
            var some = kept.some(which, upTo);
            for (var row : some) {
                vault.destroy(row.dataKey());
                objects.deleteAll(row.folder());
                kept.mediaErased(row.id());
            }
            return some.size();
        }
    }

    private record Words(KeptVerifications kept) implements Retained {
        @Override
        public RetentionClock clock() {
            return RetentionClock.RECORDS;
        }

        @Override
        public int due(Instant upTo) {
            return kept.countWords(upTo);
        }

        @Override
        public int sweep(Instant upTo) {
            return kept.eraseWords(upTo);
        }
    }
}
