package dev.replaylint.maven;

import dev.replaylint.report.Sanitizer;
import dev.replaylint.rule.Severity;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.shared.utils.logging.MessageUtils;

/**
 * The build's log, in which nothing moves a cursor or is an order to a build server: names of files, classes and operations come from
 * code that nobody has reviewed yet. Each entry is one line.
 */
final class SafeLog implements Log {

    private final Log log;

    SafeLog(Log log) {
        this.log = log;
    }

    /** A line at the level of a severity; its beginning stands out where the console has colours. */
    void at(Severity severity, String strong, String rest) {
        log(severity, MessageUtils.buffer().strong(safe(strong)).a(safe(rest)).build());
    }

    /** A line at the level of a severity. */
    void at(Severity severity, String text) {
        log(severity, safe(text));
    }

    private void log(Severity severity, String line) {
        switch (severity) {
            case ERROR -> log.error(line);
            case WARNING -> log.warn(line);
            case INFO -> log.info(line);
        }
    }

    private static String safe(CharSequence text) {
        return Sanitizer.line(String.valueOf(text));
    }

    @Override
    public boolean isDebugEnabled() {
        return log.isDebugEnabled();
    }

    @Override
    public void debug(CharSequence content) {
        log.debug(safe(content));
    }

    @Override
    public void debug(CharSequence content, Throwable error) {
        log.debug(safe(content), SafeCause.of(error));
    }

    @Override
    public void debug(Throwable error) {
        log.debug(SafeCause.of(error));
    }

    @Override
    public boolean isInfoEnabled() {
        return log.isInfoEnabled();
    }

    @Override
    public void info(CharSequence content) {
        log.info(safe(content));
    }

    @Override
    public void info(CharSequence content, Throwable error) {
        log.info(safe(content), SafeCause.of(error));
    }

    @Override
    public void info(Throwable error) {
        log.info(SafeCause.of(error));
    }

    @Override
    public boolean isWarnEnabled() {
        return log.isWarnEnabled();
    }

    @Override
    public void warn(CharSequence content) {
        log.warn(safe(content));
    }

    @Override
    public void warn(CharSequence content, Throwable error) {
        log.warn(safe(content), SafeCause.of(error));
    }

    @Override
    public void warn(Throwable error) {
        log.warn(SafeCause.of(error));
    }

    @Override
    public boolean isErrorEnabled() {
        return log.isErrorEnabled();
    }

    @Override
    public void error(CharSequence content) {
        log.error(safe(content));
    }

    @Override
    public void error(CharSequence content, Throwable error) {
        log.error(safe(content), SafeCause.of(error));
    }

    @Override
    public void error(Throwable error) {
        log.error(SafeCause.of(error));
    }
}
