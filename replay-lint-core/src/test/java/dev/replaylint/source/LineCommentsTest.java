package dev.replaylint.source;

import static com.google.common.truth.Truth.assertThat;

import dev.replaylint.source.LineComments.LineComment;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is a comment and what only looks like one. */
final class LineCommentsTest {

    private static List<LineComment> comments(String text) {
        return LineComments.of(text);
    }

    @Test
    void aCommentBehindCodeIsAboutItsLine() {
        assertThat(comments("int a;\nint b; //  one \nint c;")).containsExactly(new LineComment(2, 8, "one", 2));
    }

    @Test
    void aCommentAloneIsAboutTheNextLineThatIsNoComment() {
        assertThat(comments("  // one\n\t// two\n/* three */ // four\nint a;"))
                .containsExactly(
                        new LineComment(1, 3, "one", 3),
                        new LineComment(2, 2, "two", 3),
                        new LineComment(3, 13, "four", 4))
                .inOrder();
    }

    @Test
    void anEmptyLineIsALine() {
        assertThat(comments("// one\n\nint a;")).containsExactly(new LineComment(1, 1, "one", 2));
    }

    @Test
    void theLastLineMayBeAComment() {
        assertThat(comments("int a;\n// one")).containsExactly(new LineComment(2, 1, "one", 3));
        assertThat(comments("//")).containsExactly(new LineComment(1, 1, "", 2));
    }

    @Test
    void linesMayEndInThreeWays() {
        for (String end : List.of("\n", "\r\n", "\r")) {
            assertThat(comments(String.join(end, "int a;", "", "int b; // one", "int c; // two")))
                    .containsExactly(new LineComment(3, 8, "one", 3), new LineComment(4, 8, "two", 4))
                    .inOrder();
        }
    }

    @Test
    void literalsHaveNoComments() {
        assertThat(comments("String a = \"// one\"; String b = \"\\\"// two\";"))
                .isEmpty();
        assertThat(comments("String a = \"\"\"\n // one\n \\\"\"\" // two\n \"// three\" \"\"\";"))
                .isEmpty();
        assertThat(comments("char a = '\"'; // one\nchar b = '\\''; // two"))
                .containsExactly(new LineComment(1, 15, "one", 1), new LineComment(2, 16, "two", 2))
                .inOrder();
    }

    @Test
    void otherCommentsHaveNone() {
        assertThat(comments("/* // one\n // two */ int a;\n/** // three */")).isEmpty();
        assertThat(comments("int a; // one // two")).containsExactly(new LineComment(1, 8, "one // two", 1));
    }
}
