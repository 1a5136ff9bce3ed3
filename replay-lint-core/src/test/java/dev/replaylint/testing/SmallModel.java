package dev.replaylint.testing;

import static com.google.common.truth.Truth.assertThat;

import dev.replaylint.bytecode.ClassFileCode;
import dev.replaylint.bytecode.ClassFileIndex;
import dev.replaylint.bytecode.ClassPath;
import dev.replaylint.catalog.Catalog;
import dev.replaylint.durable.ReplayModel;
import dev.replaylint.program.Program;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** The replay model of one small source file, compiled for a test. */
public final class SmallModel {

    private static final String HEAD = """
            import java.util.*;
            import java.util.concurrent.locks.*;
            import java.util.function.*;
            import software.amazon.lambda.durable.*;
            import software.amazon.lambda.durable.exception.*;
            import software.amazon.lambda.durable.execution.*;
            """;

    private SmallModel() {}

    /** Compiles the members of a class, which may name the durable SDK without its packages, below {@code directory}. */
    public static ReplayModel of(Path directory, String members) throws IOException {
        Path file = Files.writeString(directory.resolve("Source.java"), HEAD + "class Source {\n" + members + "\n}\n");
        Path classes = Files.createDirectory(directory.resolve("classes"));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        List<String> options = List.of("-d", classes.toString(), "--release", "17", "-proc:none");
        boolean ok = compiler.getTask(
                        messages,
                        null,
                        null,
                        options,
                        null,
                        compiler.getStandardFileManager(null, null, null).getJavaFileObjects(file))
                .call();
        assertThat(ok ? "" : messages.toString()).isEmpty();
        List<Path> all = new java.util.ArrayList<>(List.of(classes));
        all.addAll(Fixtures.classPath());
        ClassPath path = ClassPath.open(all);
        ClassFileIndex index = ClassFileIndex.of(path);
        Program program = new Program(
                ClassFileCode.project(path.classNames(classes), index), ClassFileCode.libraries(index), index);
        return ReplayModel.of(program, Catalog.bundled());
    }
}
