package dev.replaylint.benchmark.tools;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Parses files, one after the other, and forgets them. Argument: a file that lists them. */
final class Parse {

    private Parse() {}

    public static void main(String[] arguments) throws IOException {
        JavaParser parser = new JavaParser(new ParserConfiguration().setLanguageLevel(LanguageLevel.BLEEDING_EDGE));
        int types = 0;
        for (String file : Files.readAllLines(Path.of(arguments[0]))) {
            types += parser.parse(Files.readString(Path.of(file)))
                    .getResult()
                    .orElseThrow()
                    .getTypes()
                    .size();
        }
        System.out.println(types + " types");
    }
}
