package studio.selfsame.inspection;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Strangers may ask, but not all day: a sliding window per address and door, kept in this process only. Of an IPv6 address the first 64
 * bits count: the rest is the caller's own to choose.
 */
@Component
class CallerLimit {
    private static final int MOST_ADDRESSES = 10_000;
    private static final int NETWORK_BYTES = 8;

    private final Clock clock;
    private final Map<Caller, Deque<Instant>> calls = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Caller, Deque<Instant>> eldest) {
            return size() > MOST_ADDRESSES;
        }
    };

    private record Caller(Door door, String network) {}

    CallerLimit(ObjectProvider<Clock> clock) {
        this.clock = clock.getIfAvailable(Clock::systemUTC);
    }

    /**
     * Counts a call.
     *
     * @throws TooOftenException when the address has used up its share
     */
    synchronized void require(Door door, String address) {
        Instant now = clock.instant();
        Deque<Instant> recent = calls.computeIfAbsent(new Caller(door, network(address)), unseen -> new ArrayDeque<>());
        while (!recent.isEmpty() && recent.getFirst().isBefore(now.minus(Door.WINDOW))) {
            recent.removeFirst();
        }
        if (recent.size() >= door.most()) {
            throw new TooOftenException(
                    door, Duration.between(now, recent.getFirst().plus(Door.WINDOW)));
        }
        recent.addLast(now);
    }

    private static String network(String address) {
        InetAddress parsed;
        try {
            parsed = InetAddress.ofLiteral(address);
        } catch (IllegalArgumentException noLiteral) {
            return address;
        }
        return parsed instanceof Inet6Address
                ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), NETWORK_BYTES))
                : parsed.getHostAddress();
    }
}
