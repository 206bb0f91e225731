package studio.selfsame.policy;

/** The policies cannot be trusted to mean what they say; nothing may start with them. */
public final class InvalidPolicyException extends RuntimeException {
    InvalidPolicyException(String message) {
        super(message);
    }

    InvalidPolicyException(String message, Throwable cause) {
        super(message, cause);
    }
}
