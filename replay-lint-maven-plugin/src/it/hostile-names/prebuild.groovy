// Names that no version control system would like.
String orders = '\n::error::file ##[stop-commands]file\r\u001b[2J'
File directory = new File(basedir, "src/main/java/shop/${orders}")
assert directory.mkdirs()
new File(directory, 'Bill\u202eHandler.java').text = '''package shop.bills;

import java.time.Instant;
import software.amazon.lambda.durable.DurableContext;
import software.amazon.lambda.durable.DurableHandler;

public final class Bill\u202eHandler extends DurableHandler<String, String> {
    @Override
    public String handleRequest(String order, DurableContext ctx) {
        Instant now = Instant.now();
        return ctx.step("\\n::error::operation ##[add-mask]operation\\u001b[2J", String.class, step -> order + now);
    }
}
'''
new File(directory, 'Broken.java').text = '''package shop.bills;

class Broken extends software.amazon.lambda.durable.DurableHandler<String, String> {
    void broken() { "::error::token ##[token]" }
'''
new File(basedir, 'configured/replay-lint.yml').text = 'severities:\n  "\\n::error::rule ##[rule]\\e[2J": error\n'
new File(basedir, 'configured/src/main/java').mkdirs()
true
