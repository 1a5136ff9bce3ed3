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
true
