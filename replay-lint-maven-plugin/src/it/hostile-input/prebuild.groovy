// A sample of what the tests of the analyzer have more of; none of it is kept in a repository.
import java.nio.file.Files
import java.nio.file.Path

File hostile = new File(basedir, 'src/main/java/hostile')
assert hostile.mkdirs()
Closure handler = { String name, String code ->
    new File(hostile, name + '.java').text = """package hostile;
import software.amazon.lambda.durable.DurableContext;
public class ${name} {
    void m(DurableContext ctx, String in) {
        ${code}
    }
}
"""
}
handler('Brackets', 'int x = ' + '(' * 10000 + '1' + ')' * 10000 + ';')
handler('Lambdas', 'r(() -> {' * 30 + '});' * 30)
handler('Anonymous', 'new Object() { void m() { ' * 40 + '} };' * 40)
handler('Branches', 'if (in == null) {}' + ' else if (in.isEmpty()) {}' * 3000)
handler('Large', '/*' + 'x' * (3 << 20) + '*/')
handler('Quote', 'String s = "not closed;')
handler('LocalEnum', 'enum E { A } ctx.step(E.A.name(), String.class, s -> in);')
handler('Doubling', 'String t = in; ' + 't = t + t; ' * 60 + 'ctx.step(t, String.class, s -> in);')
new File(hostile, 'Latin.java').bytes = [0x2f, 0x2f, 0xe9, 0xff] as byte[]
Path.of(hostile.path, 'Loop.java').with { Files.createSymbolicLink(it, it) }
Files.createSymbolicLink(Path.of(hostile.path, 'Outside.java'), Path.of('/etc/passwd'))
assert ['mkfifo', new File(hostile, 'Pipe.java').path].execute().waitFor() == 0

// Committed files, each in a module with a handler.
Closure committed = { String module, String name ->
    File sources = new File(basedir, "committed/${module}/src/main/java/shop")
    assert sources.mkdirs()
    new File(basedir, 'src/main/java/shop').eachFile { new File(sources, it.name).text = it.text }
    new File(basedir, "committed/${module}/${name}")
}
assert ['mkfifo', committed('settings-are-a-pipe', 'replay-lint.yml').path].execute().waitFor() == 0
Files.createSymbolicLink(committed('settings-are-a-link', 'replay-lint.yml').toPath(), Path.of('/etc/passwd'))
committed('manifest-is-a-bomb', 'replay-lint-manifest.yml').text = 'a: &a [x, x]\n' + (1..30).collect { "a${it}: &a${it} [*a, *a]\n" }.join()
committed('baseline-makes-a-class', 'replay-lint-baseline.json').text =
    '{"format": !!java.lang.ProcessBuilder ["touch", "hacked"], "\\u001b[2J::error::": 1}'
assert committed('baseline-is-a-directory', 'replay-lint-baseline.json').mkdir()
true
