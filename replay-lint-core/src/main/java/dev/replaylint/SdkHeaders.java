package dev.replaylint;

import dev.replaylint.bytecode.ClassFileIndex;
import dev.replaylint.durable.sdk.DurableSdk;
import dev.replaylint.program.ClassFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Headers of the durable SDK's classes that travel with the analyzer, so that durable calls resolve without any class path. */
final class SdkHeaders {

    private static final String DIRECTORY = "/dev/replaylint/headers/";

    private SdkHeaders() {}

    /** An index of class files that falls back to the bundled headers. */
    static ClassFileIndex behind(ClassFiles files) {
        return ClassFileIndex.of(files, SdkHeaders::bytes, DurableSdk.PACKAGES);
    }

    private static Optional<byte[]> bytes(String binaryName) {
        if (!DurableSdk.owns(binaryName)) {
            return Optional.empty();
        }
        try (InputStream in =
                SdkHeaders.class.getResourceAsStream(DIRECTORY + binaryName.replace('.', '/') + ".class")) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the bundled header of " + binaryName, e);
        }
    }
}
