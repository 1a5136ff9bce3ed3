package software.amazon.lambda.durable.logging;

import org.slf4j.Logger;
import software.amazon.lambda.durable.model.SafeCloseable;

/** Stands in for the SDK type of this name: durable logger. */
public class DurableLogger {
    public static final DurableLogger INSTANCE = null;

    public DurableLogger(Logger logger) {}

    public static SafeCloseable attachContext() {
        throw new UnsupportedOperationException("stand-in");
    }

    public static void detachContext() {
        throw new UnsupportedOperationException("stand-in");
    }

    public void trace(String text, Object... object) {
        throw new UnsupportedOperationException("stand-in");
    }

    public void debug(String text, Object... object) {
        throw new UnsupportedOperationException("stand-in");
    }

    public void info(String text, Object... object) {
        throw new UnsupportedOperationException("stand-in");
    }

    public void warn(String text, Object... object) {
        throw new UnsupportedOperationException("stand-in");
    }

    public void error(String text, Object... object) {
        throw new UnsupportedOperationException("stand-in");
    }

    public void error(String text, Throwable error) {
        throw new UnsupportedOperationException("stand-in");
    }
}
