package dev.replaylint.manifest;

/** A manifest that cannot be used; the message says in which file, where and why. */
public final class InvalidManifest extends Exception {

    private static final long serialVersionUID = 1L;

    InvalidManifest(String message) {
        super(message);
    }
}
