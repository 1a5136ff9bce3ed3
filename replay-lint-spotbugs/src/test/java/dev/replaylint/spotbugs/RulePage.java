package dev.replaylint.spotbugs;

import dev.replaylint.rule.RuleInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** Pages of rules as the HTML that SpotBugs and its hosts show: without title, with links that lead somewhere from there. */
final class RulePage {

    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder().extensions(EXTENSIONS).build();

    /** Sections that stay on the page: the jar is small, and who has a finding asks for other things first. */
    private static final Set<String> LEFT_OUT = Set.of("Limits", "See also");

    private final Path pages;
    private final String site;

    RulePage(Path pages, String site) {
        this.pages = pages;
        this.site = site;
    }

    String html(RuleInfo rule) {
        Node page = PARSER.parse(read(rule));
        page.accept(new ForSpotBugs());
        leaveOut(page);
        return RENDERER.render(page) + """
                <h3>Suppress</h3>
                <p><code>@SuppressFBWarnings("%s")</code> on the method or the class.
                The rule is <a href="%s">%s</a> of replay-lint: its page also says what it does not see.</p>
                """.formatted(BugTypes.of(rule.name()), rule.page(), rule.name());
    }

    private static void leaveOut(Node page) {
        boolean out = false;
        Node next = page.getFirstChild();
        while (next != null) {
            Node node = next;
            next = node.getNext();
            out = node instanceof Heading heading ? LEFT_OUT.contains(title(heading)) : out;
            if (out) {
                node.unlink();
            }
        }
    }

    private static String title(Heading heading) {
        return heading.getFirstChild() instanceof Text text ? text.getLiteral() : "";
    }

    private String read(RuleInfo rule) {
        try {
            return Files.readString(pages.resolve(rule.name() + ".md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Text of an XML element. */
    static String text(String plain) {
        return plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private final class ForSpotBugs extends AbstractVisitor {

        @Override
        public void visit(Heading heading) {
            if (heading.getLevel() == 1) {
                heading.unlink();
            } else {
                heading.setLevel(heading.getLevel() + 1);
            }
        }

        /** Links are relative to the pages' folder. */
        @Override
        public void visit(Link link) {
            String target = link.getDestination();
            if (!target.contains(":")) {
                link.setDestination(Path.of("rules")
                        .resolve(target)
                        .normalize()
                        .toString()
                        .replace('\\', '/')
                        .replace(".md", ""));
                link.setDestination(site + link.getDestination());
            }
            visitChildren(link);
        }

        @Override
        public void visit(FencedCodeBlock block) {
            block.setInfo("");
            block.setLiteral(block.getLiteral().stripTrailing().stripIndent() + "\n");
        }
    }
}
